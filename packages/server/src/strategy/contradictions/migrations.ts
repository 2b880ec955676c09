import { tenantTable, type Migration } from '../../database/migration.ts'

/** Tensions that somebody lives with. One that is reopened stays, with when. */
export const contradictionMigrations: readonly Migration[] = [
  {
    name: 'strategy-005-tensions',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table tension (org_id uuid not null, id uuid not null, version int not null default 1, key text not null, owner text not null, trade_off text not null, review_on date not null, words text not null,
          recorded_at timestamptz not null, recorded_by text not null, removed_at timestamptz, primary key (org_id, id))`,
      )
      await sql('create unique index tension_in_force on tension (org_id, key) where removed_at is null')
    },
  },
]
