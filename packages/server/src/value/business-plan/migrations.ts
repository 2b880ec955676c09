import { tenantTable, type Migration } from '../../database/index.ts'

/** The business plan, and which benefit is a delivery vehicle of which line. */
export const planMigrations: readonly Migration[] = [
  {
    name: 'value-060-business-plan',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table plan_line (org_id uuid not null, id uuid not null, name text not null, kind text not null check (kind in ('revenue', 'cost', 'capital_expenditure', 'headcount')), unit text not null, department_id uuid, note text not null, amounts jsonb not null, objectives jsonb not null,
          version int not null default 1, primary key (org_id, id))`,
      )
      await sql(`create unique index plan_line_name on plan_line (org_id, lower(name), kind, unit, coalesce(department_id, '00000000-0000-0000-0000-000000000000'))`)
      await tenantTable(sql, `create table plan_link (org_id uuid not null, benefit_id uuid not null, line_id uuid not null, reason text not null, linked_by text not null, primary key (org_id, benefit_id), foreign key (org_id, benefit_id) references benefit, foreign key (org_id, line_id) references plan_line)`)
      await sql('create index plan_link_line on plan_link (org_id, line_id)')
    },
  },
]
