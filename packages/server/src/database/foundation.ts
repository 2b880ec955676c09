import { evidenceMigrations } from './evidence/migrations.ts'
import { historyMigrations } from './history/migrations.ts'
import { tenantTable, type Migration } from './migration.ts'

/** What every room stands on: the organisation of the transaction, and the revisions. */
export const migrations: readonly Migration[] = [
  {
    name: 'database-001-revision',
    up: async (sql) => {
      await sql(`
        create function current_org() returns uuid language sql stable parallel safe
          return nullif(current_setting('app.org_id', true), '')::uuid`)
      await tenantTable(
        sql,
        `create table revision (
          org_id uuid not null,
          id uuid not null,
          at timestamptz not null default now(),
          account_id uuid not null,
          actor_name text not null,
          act text not null,
          room text not null,
          kind text not null,
          entity_id text not null,
          before jsonb,
          after jsonb,
          why text,
          primary key (org_id, id),
          check (before is not null or after is not null)
        )`,
        { appendOnly: true },
      )
      await sql('create index revision_of on revision (org_id, room, kind, entity_id, at)')
    },
  },
  ...historyMigrations,
  ...evidenceMigrations,
]
