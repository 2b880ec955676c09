import { tenantTable, type Migration } from '../../database/migration.ts'

/** Versions of the business cases of initiatives. */
export const businessCaseMigrations: readonly Migration[] = [
  {
    name: 'demand-040-business-case',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table business_case (org_id uuid not null, id uuid not null, version int not null default 1, initiative_id uuid not null, no int not null, state text not null default 'draft' check (state in ('draft', 'submitted', 'superseded', 'approved', 'returned', 'rejected')), content jsonb not null, known jsonb,
          drafted_at timestamptz not null, drafted_by text not null, submitted_at timestamptz, submitted_by text, submitted_by_id uuid, decided_at timestamptz, decided_by text, outcome text check (outcome in ('approved', 'returned', 'rejected')), reason text not null default '', decision_id uuid, removed_at timestamptz,
          primary key (org_id, id), unique (org_id, initiative_id, no), foreign key (org_id, initiative_id) references initiative)`,
      )
      await sql("create unique index business_case_one on business_case (org_id, initiative_id, state) where removed_at is null and state in ('draft', 'submitted')")
      await sql('create index business_case_decided on business_case (org_id, decision_id) where decision_id is not null')
    },
  },
]
