import { tenantTable, type Migration } from '../../database/index.ts'

/** Role charters of the PMO and of other bodies, and what was signed of them. */
export const charterMigrations: readonly Migration[] = [
  {
    name: 'governance-charters-001-charter',
    up: async (sql) => {
      await tenantTable(sql, 'create table charter (org_id uuid not null, id uuid not null, version int not null default 1, said jsonb not null, ended_at timestamptz, ended_by text, ended_because text, primary key (org_id, id))')
      await tenantTable(
        sql,
        `create table charter_edition (org_id uuid not null, id uuid not null, charter_id uuid not null, no int not null, said jsonb not null, expires_on date not null, findings jsonb not null, words text not null, signed_by text not null, signed_at timestamptz not null,
          primary key (org_id, id), unique (org_id, charter_id, no), foreign key (org_id, charter_id) references charter)`,
        { appendOnly: true },
      )
    },
  },
]
