import { tenantTable, type Migration } from '../../database/migration.ts'

/** What measures and actuals hold beside their first form; those of before keep what they said: a straight course, no band, reported within a month. */
export const measureMigrations: readonly Migration[] = [
  {
    name: 'strategy-004-measures',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table actual_batch (org_id uuid not null, id uuid not null, via text not null check (via in ('paste', 'file', 'interface')), file_name text, sha256 text, row_count int not null,
          recorded_at timestamptz not null, recorded_by text not null, undone_at timestamptz, undone_by text, primary key (org_id, id))`,
      )
      await sql(`alter table measure
        add column level text not null default 'outcome' check (level in ('delivery', 'kpi', 'outcome', 'benchmark')),
        add column band_low numeric,
        add column band_high numeric,
        add column course jsonb not null default '{"kind":"linear"}',
        add column max_age_days int not null default 400 check (max_age_days > 0),
        add column due_after_days int not null default 30 check (due_after_days >= 0),
        add column natural_least numeric,
        add column reporter_id uuid,
        add column plan jsonb not null default '[]',
        add column benchmarks jsonb not null default '[]',
        add column limits_from jsonb,
        add constraint measure_band check (direction not in ('range', 'maintain') or (band_low is not null and band_high is not null and band_low <= band_high))`)
      await sql(`alter table measure_actual
        add column numerator numeric,
        add column denominator numeric,
        add column weight numeric,
        add column parts jsonb,
        add column batch_id uuid,
        add column replaces uuid,
        add constraint measure_actual_batch foreign key (org_id, batch_id) references actual_batch (org_id, id)`)
      await sql('create index measure_actual_of_batch on measure_actual (org_id, batch_id) where batch_id is not null; create index measure_actual_of_measure on measure_actual (org_id, measure_id, on_date)')
    },
  },
]
