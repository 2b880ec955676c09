import { tenantTable, type Migration } from '../../database/migration.ts'

/** Policies, rewards and what becomes of assets, in one table: they are read together, and only together. */
export const groundMigrations: readonly Migration[] = [
  {
    name: 'strategy-041-coherence-grounds',
    up: async (sql) => {
      await tenantTable(sql, 'create table coherence_ground (org_id uuid not null, id uuid not null, version int not null default 1, said jsonb not null, primary key (org_id, id))')
      // Two policies of one name could not be told apart where one of them is broken.
      await sql(`create unique index coherence_policy on coherence_ground (org_id, lower(said ->> 'name')) where said ->> 'kind' = 'policy'`)
    },
  },
]
