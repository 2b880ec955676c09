import { tenantTable, type Migration } from '../../database/index.ts'

/** What is said of how benefits are claimed, by which claims are flagged. */
export const oversightMigrations: readonly Migration[] = [
  {
    name: 'value-040-circumstances',
    up: async (sql) => {
      await tenantTable(sql, `create table benefit_circumstances (org_id uuid not null, benefit_id uuid not null, nature text not null check (nature in ('saving', 'avoided_cost', 'avoided_loss')), called_run_rate boolean not null, exchange_part bigint not null,
        price_basis text not null, probability_on date, recorded_by text not null, primary key (org_id, benefit_id), foreign key (org_id, benefit_id) references benefit)`)
    },
  },
]
