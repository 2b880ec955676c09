import { tenantTable, type Migration } from '../../database/migration.ts'

/** Versions of the criteria model, and what people judged by them. */
export const criteriaMigrations: readonly Migration[] = [
  {
    name: 'demand-039-criteria',
    up: async (sql) => {
      const owned = 'org_id uuid not null, id uuid not null'
      await tenantTable(
        sql,
        `create table criteria_model (${owned}, version int not null default 1, no int not null, name text not null, note text not null default '', state text not null default 'draft' check (state in ('draft', 'in_force', 'superseded')), content jsonb not null, weighing jsonb,
          drafted_at timestamptz not null, drafted_by text not null, changed_by_id uuid not null, approved_at timestamptz, approved_by text, reason text not null default '', removed_at timestamptz, primary key (org_id, id), unique (org_id, no))`,
      )
      await sql("create unique index criteria_model_one on criteria_model (org_id, state) where removed_at is null and state <> 'superseded'")
      await tenantTable(
        sql,
        `create table criteria_score (${owned}, initiative_id uuid not null, criterion_id uuid not null, raw jsonb not null, rationale text not null, judged_by text not null, judged_at timestamptz not null, primary key (org_id, id),
          foreign key (org_id, initiative_id) references initiative)`,
        { appendOnly: true },
      )
      await sql('create index criteria_score_of on criteria_score (org_id, initiative_id, criterion_id, judged_at desc, id desc)')
    },
  },
]
