import { tenantTable, type Migration } from '../../database/index.ts'

/** Demands that people recorded for every roadmap. */
export const demandMigrations: readonly Migration[] = [
  {
    name: 'portfolio-005-planning-demands',
    up: (sql) =>
      tenantTable(
        sql,
        `create table planning_demand (org_id uuid not null, id uuid not null, kind text not null, part jsonb not null, because text not null, asked_by text not null, recorded_by text not null,
          recorded_at timestamptz not null default act_time(), version int not null default 1, removed_at timestamptz, primary key (org_id, id))`,
      ),
  },
]
