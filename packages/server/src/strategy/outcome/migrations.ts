import { tenantTable, type Migration } from '../../database/migration.ts'

const verdict = (column: string): string => `${column} text not null check (${column} in ('met', 'partly', 'not_met', 'not_judged')), ${column}_reason text not null`

/** What was judged of closed initiatives; the id is that of the initiative. */
export const outcomeMigrations: readonly Migration[] = [
  {
    name: 'strategy-034-outcomes',
    up: (sql) => tenantTable(
      sql,
      `create table initiative_outcome (org_id uuid not null, id uuid not null, version int not null default 1, ${verdict('intent')}, ${verdict('goal')}, judge text not null, stated numeric(4,3) check (stated between -1 and 1), stated_source text not null default '',
        recorded_at timestamptz not null default now(), recorded_by text not null, primary key (org_id, id))`,
    ),
  },
]
