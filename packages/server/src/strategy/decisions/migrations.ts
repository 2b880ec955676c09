import { tenantTable, type Migration } from '../../database/migration.ts'

/** Objectives that were a reason of decisions. */
export const decisionUseMigrations: readonly Migration[] = [
  {
    name: 'strategy-037-objectives-of-decisions',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table decision_objective (org_id uuid not null, id uuid not null, version int not null default 1, decision_id uuid not null, objective_key text not null, statement text not null, how text not null,
          cited_at timestamptz not null, cited_by text not null, removed_at timestamptz, primary key (org_id, id))`,
      )
      await sql('create unique index decision_objective_once on decision_objective (org_id, decision_id, objective_key) where removed_at is null')
    },
  },
]
