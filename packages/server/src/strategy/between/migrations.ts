import { tenantTable, type Migration } from '../../database/migration.ts'

/** Links between objectives of units; these stand in the document of their version, so what a link names is checked by the act. */
export const betweenMigrations: readonly Migration[] = [
  {
    name: 'strategy-024-common-links',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table common_link (org_id uuid not null, id uuid not null, version int not null default 1, from_id uuid not null, to_id uuid not null, state text not null check (state in ('accepted', 'set_aside')),
          why text not null, decided_by text not null, decided_at timestamptz not null, removed_at timestamptz, primary key (org_id, id), check (from_id < to_id))`,
      )
      await sql('create unique index common_link_once on common_link (org_id, from_id, to_id) where removed_at is null')
    },
  },
]
