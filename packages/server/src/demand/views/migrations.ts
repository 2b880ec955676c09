import { tenantTable, type Migration } from '../../database/migration.ts'

/** Saved views. A private view shows to its own account alone: the database itself sees to it. */
export const viewMigrations: readonly Migration[] = [
  {
    name: 'demand-021-list-view',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table list_view (org_id uuid not null, id uuid not null, list text not null, account_id uuid not null, owner_name text not null, name text not null, look jsonb not null,
          sharing text not null check (sharing in ('private', 'shared')), version int not null default 1, removed_at timestamptz, primary key (org_id, id))`,
      )
      await sql('create unique index list_view_name on list_view (org_id, list, account_id, lower(name)) where removed_at is null')
      await sql(`
        create policy own_or_shared on list_view as restrictive
          using (sharing = 'shared' or account_id = nullif(current_setting('app.account_id', true), '')::uuid)`)
    },
  },
]
