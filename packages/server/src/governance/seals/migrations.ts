import { tenantTable, type Migration } from '../../database/index.ts'

/** What was sealed, its digest (again where a person was erased), and what it was found to be when it did not read the same. */
export const sealMigrations: readonly Migration[] = [
  {
    name: 'governance-seals-001-seal',
    up: async (sql) => {
      const append = { appendOnly: true }
      await tenantTable(sql, `create table seal (org_id uuid not null, id uuid not null, kind text not null, title text not null, known_at timestamptz not null, valid_on date, product text not null,
        sealed_by uuid not null, sealed_at timestamptz not null default now(), primary key (org_id, id))`, append)
      await tenantTable(sql, `create table seal_digest (org_id uuid not null, seal_id uuid not null, no integer not null, digest text not null, bytes integer not null, at timestamptz not null default now(),
        primary key (org_id, seal_id, no), foreign key (org_id, seal_id) references seal)`, append)
      await tenantTable(sql, `create table seal_alarm (org_id uuid not null, seal_id uuid not null, found text not null, at timestamptz not null default now(),
        primary key (org_id, seal_id, found), foreign key (org_id, seal_id) references seal)`, append)
    },
  },
  {
    name: 'governance-seals-002-period',
    up: (sql) => tenantTable(sql, `create table seal_period (org_id uuid not null, seal_id uuid not null, period text not null,
      primary key (org_id, seal_id), foreign key (org_id, seal_id) references seal, foreign key (org_id, period) references value_period (org_id, code))`, { appendOnly: true }),
  },
]
