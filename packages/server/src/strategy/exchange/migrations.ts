import { tenantTable, type Migration } from '../../database/migration.ts'

/** What units tell upwards, and which versions were read in them. */
export const exchangeMigrations: readonly Migration[] = [
  {
    name: 'strategy-031-exchange',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table strategy_signal (org_id uuid not null, id uuid not null, version int not null default 1, unit_id uuid not null, unit_name text not null, about_key text, about text, kind text not null, words text not null,
          raised_at timestamptz not null, raised_by text not null, raised_by_id uuid not null, due_on date not null, escalated_at timestamptz, answer jsonb, primary key (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table strategy_acknowledgement (org_id uuid not null, id uuid not null, version_id uuid not null, unit_id uuid not null, words text not null, acknowledged_at timestamptz not null, acknowledged_by text not null,
          primary key (org_id, id), unique (org_id, version_id, unit_id))`,
      )
    },
  },
]
