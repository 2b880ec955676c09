import { tenantTable, type Migration } from '../../database/index.ts'

const changing = 'org_id uuid not null, id uuid not null, version int not null default 1'
const ofItem = 'item_id uuid not null, primary key (org_id, id), foreign key (org_id, item_id) references method_item'

/** The method library, what people say of its items, and where they are used. */
export const methodMigrations: readonly Migration[] = [
  {
    name: 'governance-methods-001-library',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table method_item (${changing}, said jsonb not null, state text not null default 'draft' check (state in ('draft', 'published', 'retired')), published_on date, published_by text, published_because text,
          retired_on date, retired_by text, retired_because text, successor_id uuid, primary key (org_id, id), foreign key (org_id, successor_id) references method_item, check (state <> 'published' or published_on is not null), check ((state = 'retired') = (retired_on is not null)),
          check (successor_id is null or state = 'retired'))`,
      )
      await tenantTable(sql, `create table method_rating (${changing}, account_id uuid not null, rated_by text not null, rating int not null check (rating between 1 and 5), words text not null, rated_at timestamptz not null, ${ofItem}, unique (org_id, item_id, account_id))`)
      await tenantTable(
        sql,
        `create table method_use (${changing}, initiative_id uuid not null, begun_on date not null, purpose text not null, used_by text not null, used_at timestamptz not null, ended_on date, verdict text check (verdict in ('helped', 'helped_partly', 'did_not_help')), outcome text, ended_by text, removed_at timestamptz,
          ${ofItem}, check ((ended_on is null) = (verdict is null)), check (ended_on >= begun_on))`,
      )
      await sql('create unique index method_use_running on method_use (org_id, item_id, initiative_id) where ended_on is null and removed_at is null; create index method_use_of on method_use (org_id, initiative_id) where removed_at is null')
    },
  },
]
