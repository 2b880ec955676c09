import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'

const elsewhere = 'exists (select from membership m where m.account_id = wanted and m.org_id <> current_org())'

export const scimMigrations: readonly Migration[] = [
  {
    name: 'people-scim-001-provisioned',
    up: async (sql) => {
      await tenantTable(sql, 'create table provisioning (org_id uuid primary key references organisation, default_role text, roles jsonb not null, version integer not null default 1)')
      await tenantTable(
        sql,
        `create table scim_user (
          org_id uuid not null references organisation,
          id uuid not null,
          account_id uuid not null references account,
          external_id text,
          user_name text not null,
          email text not null check (email = lower(email)),
          display_name text,
          formatted_name text,
          given_name text,
          family_name text,
          active boolean not null,
          version integer not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (org_id, id),
          unique (org_id, account_id)
        )`,
      )
      await tenantTable(
        sql,
        `create table scim_group (
          org_id uuid not null references organisation,
          id uuid not null,
          external_id text,
          display_name text not null,
          version integer not null default 1,
          created_at timestamptz not null,
          updated_at timestamptz not null,
          primary key (org_id, id)
        )`,
      )
      await tenantTable(
        sql,
        `create table scim_group_member (
          org_id uuid not null,
          group_id uuid not null,
          user_id uuid not null,
          primary key (org_id, group_id, user_id),
          foreign key (org_id, group_id) references scim_group on delete cascade,
          foreign key (org_id, user_id) references scim_user on delete cascade
        )`,
      )
      await sql(`
        create unique index scim_user_name on scim_user (org_id, lower(user_name));
        create index scim_user_email on scim_user (org_id, email);
        create index scim_user_external on scim_user (org_id, external_id);
        create unique index scim_group_name on scim_group (org_id, lower(display_name));
        create index scim_group_member_of on scim_group_member (org_id, user_id)`)
      for (const table of ['provisioning', 'scim_user', 'scim_group', 'scim_group_member']) await historyOf(sql, table, { none: 'what an identity provider keeps here; what became of members stands in their own history' })
    },
  },
  {
    name: 'people-scim-002-account',
    up: (sql) =>
      // An identity provider keeps name and address of its own people alone: not of an account that another organisation has as well.
      sql(`create policy entrance on scim_user to current_user using (true) with check (true);
        create function provision_account(wanted uuid, new_name text, new_email text) returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
        begin
          if ${elsewhere} or not exists (select from scim_user s where s.org_id = current_org() and s.account_id = wanted)
            or exists (select from membership m where m.account_id = wanted and m.service)
            or exists (select from account a where a.email = new_email and a.id <> wanted) then return false; end if;
          update account a set name = new_name, email = new_email where a.id = wanted;
          return found;
        end $$;
        revoke all on function provision_account(uuid, text, text) from public;
        grant execute on function provision_account(uuid, text, text) to ${appRole}`),
  },
]
