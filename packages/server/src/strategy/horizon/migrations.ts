import { tenantTable, type Migration } from '../../database/migration.ts'

/** Signals of change, the assumptions that they bear on, and what is watched. */
export const horizonMigrations: readonly Migration[] = [
  {
    name: 'strategy-040-horizon',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table change_signal (org_id uuid not null, id uuid not null, version int not null default 1, title text not null, words text not null, source text not null, link text, seen_on date not null, theme text not null, noted_by text not null,
          term_days int not null, looked_on date not null, triage jsonb, objectives jsonb not null, services jsonb not null, effects jsonb not null, primary key (org_id, id))`,
      )
      await tenantTable(
        sql,
        `create table assumption (org_id uuid not null, id uuid not null, version int not null default 1, statement text not null, owner text not null, trip_words text not null, wire jsonb, review_on date not null,
          tripped jsonb, reviewed jsonb, objectives jsonb not null, services jsonb not null, primary key (org_id, id))`,
      )
      await sql('create unique index assumption_statement on assumption (org_id, lower(statement))')
      await tenantTable(sql, 'create table watch_item (org_id uuid not null, id uuid not null, version int not null default 1, theme text not null, looks_for text not null, owner text not null, every_days int not null, looked_on date not null, primary key (org_id, id))')
      await sql('create unique index watch_item_theme on watch_item (org_id, lower(theme))')
    },
  },
]
