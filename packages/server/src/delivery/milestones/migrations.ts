import { tenantTable, type Migration } from '../../database/index.ts'

/** Strategic milestones of objectives; what they depend on is changed as a whole. */
export const milestoneMigrations: readonly Migration[] = [
  {
    name: 'delivery-010-strategic-milestones',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table strategic_milestone (org_id uuid not null, id uuid not null, version int not null default 1, objective_key text not null, name text not null, note text not null, wanted_on date not null, reached_on date, contributors jsonb not null, primary key (org_id, id))`,
      )
      await sql('create unique index strategic_milestone_name on strategic_milestone (org_id, objective_key, lower(name))')
    },
  },
]
