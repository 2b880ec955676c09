import { tenantTable, type Migration } from '../../database/index.ts'

export const decisionMigrations: readonly Migration[] = [
  {
    name: 'governance-decisions-001-decision',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table decision (
          org_id uuid not null, id uuid not null, question text not null, chosen text not null, rationale text not null, expected text not null, options jsonb not null,
          decider_id uuid not null, decider_name text not null, proposer_id uuid, proposer_name text, scenario_id uuid, scenario_name text, differences jsonb not null,
          known_at timestamptz not null, decided_at timestamptz not null default now(), hash_before text not null, hash_after text not null, primary key (org_id, id))`,
        { appendOnly: true },
      )
      await sql('create index decision_of on decision (org_id, scenario_id)')
    },
  },
  { name: 'governance-decisions-002-latest', up: async (sql) => void (await sql('create index decision_latest on decision (org_id, decided_at, id)')) },
]
