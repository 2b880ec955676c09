import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'
import { accountMigrations } from './accounts.ts'
import { entrances } from './entrances.ts'
import { passkeyMigrations } from './passkeys.ts'
import { retentionMigrations } from './retention.ts'
import { rightsMigrations } from './rights.ts'

export const migrations: readonly Migration[] = [
  {
    name: 'people-001-organisation',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table organisation (
          org_id uuid primary key,
          name text not null,
          currency text not null check (currency ~ '^[A-Z]{3}$'),
          fiscal_start_month integer not null default 1 check (fiscal_start_month between 1 and 12),
          fiscal_start_day integer not null default 1 check (fiscal_start_day between 1 and 28),
          fiscal_label text not null default 'start' check (fiscal_label in ('span', 'start', 'end')),
          version integer not null default 1,
          created_at timestamptz not null default now()
        )`,
      )
      await sql(`
        create table account (
          id uuid primary key,
          email text not null unique check (email = lower(email)),
          name text not null,
          password_hash text not null,
          created_at timestamptz not null default now()
        )`)
      await tenantTable(
        sql,
        `create table membership (
          org_id uuid not null references organisation,
          account_id uuid not null references account,
          role text not null check (role in ('viewer', 'editor', 'owner')),
          version integer not null default 1,
          created_at timestamptz not null default now(),
          primary key (org_id, account_id)
        )`,
      )
      // An account belongs to no organisation: it is seen where its person is a member, and by itself.
      await sql(`
        create index membership_of on membership (account_id);
        alter table account enable row level security;
        alter table account force row level security;
        create policy members on account for select using (exists (select from membership where account_id = account.id));
        create policy entry on account for insert with check (true);
        grant select, insert on account to ${appRole}`)
    },
  },
  {
    name: 'people-002-access',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table session (
          org_id uuid not null,
          id uuid not null,
          account_id uuid not null,
          secret_hash bytea not null unique,
          created_at timestamptz not null,
          last_seen_at timestamptz not null,
          primary key (org_id, id),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await tenantTable(
        sql,
        `create table api_token (
          org_id uuid not null,
          id uuid not null unique,
          account_id uuid not null,
          name text not null,
          role text not null check (role in ('viewer', 'editor', 'owner')),
          secret_hash bytea not null,
          created_at timestamptz not null default now(),
          expires_at timestamptz,
          last_used_at timestamptz,
          primary key (org_id, id),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await sql(`
        create index session_of on session (org_id, account_id);
        create index api_token_of on api_token (org_id, account_id);
        create table sign_in_attempt (subject bytea primary key, started_at timestamptz not null, attempts integer not null);
        grant select, insert, update, delete on sign_in_attempt to ${appRole}`)
      for (const statement of entrances) await sql(statement)
    },
  },
  {
    name: 'people-003-unit',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table org_unit (
          org_id uuid not null references organisation,
          id uuid not null,
          code text not null,
          name text not null,
          parent_id uuid,
          kind text not null check (kind in ('group', 'entity', 'division', 'department', 'team')),
          version integer not null default 1,
          primary key (org_id, id),
          foreign key (org_id, parent_id) references org_unit,
          check (parent_id is distinct from id)
        )`,
      )
      await sql('create unique index org_unit_code on org_unit (org_id, lower(code))')
    },
  },
  {
    name: 'people-004-own-password',
    up: (sql) =>
      sql(`create policy own_account on account for update using (id = nullif(current_setting('app.account_id', true), '')::uuid) with check (id = nullif(current_setting('app.account_id', true), '')::uuid);
        grant update (password_hash) on account to ${appRole}`),
  },
  {
    name: 'people-005-history',
    up: async (sql) => {
      await historyOf(sql, 'session', { none: 'who is signed in, not what is known' })
      await historyOf(sql, 'api_token', { none: 'a secret that is gone is to stay gone' })
    },
  },
  {
    // An account that came from an archive has a password that nobody knows; who gives access to it gives it its first.
    name: 'people-006-first-password',
    up: (sql) =>
      sql(`create function give_first_password(account uuid, hash text) returns void language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
          update account a set password_hash = hash where a.id = give_first_password.account and a.password_hash like 'locked$%' $$;
        revoke all on function give_first_password(uuid, text) from public;
        grant execute on function give_first_password(uuid, text) to ${appRole}`),
  },
  ...rightsMigrations,
  ...accountMigrations,
  ...retentionMigrations,
  ...passkeyMigrations,
]
