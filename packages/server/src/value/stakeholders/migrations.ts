import { tenantTable, type Migration } from '../../database/index.ts'

/** Whom benefits go to. */
export const stakeholderMigrations: readonly Migration[] = [
  {
    name: 'value-050-splits',
    up: async (sql) => {
      await tenantTable(sql, `create table benefit_split (org_id uuid not null, benefit_id uuid not null, shares jsonb not null, reason text not null, said_by text not null, primary key (org_id, benefit_id), foreign key (org_id, benefit_id) references benefit)`)
    },
  },
]
