import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'

const entrance = (signature: string, returns: string, body: string): string => {
  const name = signature.slice(0, signature.indexOf('('))
  return `create function ${signature} returns ${returns} language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ ${body} $$;
    revoke all on function ${name} from public;
    grant execute on function ${name} to ${appRole}`
}

export const signOnMigrations: readonly Migration[] = [
  {
    name: 'people-sso-001-providers',
    up: async (sql) => {
      await tenantTable(
        sql,
        `create table identity_provider (
          org_id uuid not null references organisation,
          id uuid not null unique,
          protocol text not null check (protocol in ('oidc')),
          name text not null,
          issuer text not null,
          client_id text not null,
          sealed_secret bytea,
          domains text[] not null,
          creates_accounts boolean not null,
          vouches_for_addresses boolean not null,
          default_role text,
          groups_claim text not null,
          roles jsonb not null,
          enabled boolean not null,
          version integer not null default 1,
          created_at timestamptz not null default now(),
          primary key (org_id, id)
        )`,
      )
      await tenantTable(
        sql,
        `create table federated_identity (
          org_id uuid not null,
          issuer text not null,
          subject text not null,
          account_id uuid not null,
          created_at timestamptz not null default now(),
          primary key (org_id, issuer, subject),
          foreign key (org_id, account_id) references membership on delete cascade
        )`,
      )
      await tenantTable(
        sql,
        `create table sign_on (
          org_id uuid not null references organisation,
          id uuid not null,
          provider_id text not null,
          state_hash bytea not null,
          browser_hash bytea not null,
          return_to text not null,
          begun_at timestamptz not null,
          primary key (org_id, id),
          unique (org_id, state_hash)
        )`,
      )
      await tenantTable(
        sql,
        `create table sign_on_session (
          org_id uuid not null,
          session_id uuid not null,
          provider_id text not null,
          primary key (org_id, session_id),
          foreign key (org_id, session_id) references session on delete cascade
        )`,
      )
      await sql('create index federated_identity_of on federated_identity (org_id, account_id); create index sign_on_begun on sign_on (org_id, begun_at)')
      await historyOf(sql, 'identity_provider', { none: 'a secret that is gone is to stay gone; what was changed stands in the revisions' })
      await historyOf(sql, 'federated_identity', { none: 'how a person signs in, not what is known' })
      await historyOf(sql, 'sign_on', { none: 'a sign-in under way' })
      await historyOf(sql, 'sign_on_session', { none: 'who is signed in, not what is known' })
    },
  },
  {
    name: 'people-sso-002-entrances',
    up: async (sql) => {
      await sql('create policy entrance on identity_provider to current_user using (true) with check (true)')
      // Before anyone is known: which providers a person of a domain may sign in by, and what one of them is.
      await sql(
        entrance(
          'sign_on_choices(wanted text)',
          'table (id uuid, name text)',
          `select p.id, p.name from identity_provider p
           where p.enabled and (wanted = any(p.domains) or (select count(*) from organisation) = 1) order by p.name, p.id`,
        ),
      )
      await sql(entrance('sign_on_provider(wanted uuid)', 'setof identity_provider', 'select p.* from identity_provider p where p.id = wanted'))
      await sql(entrance('sole_organisation()', 'uuid', 'select case when count(*) = 1 then (array_agg(org_id))[1] end from organisation'))
      // An account that no organisation has any more may join one again; one that has another may not be taken along by a provider.
      await sql(entrance('account_nowhere(wanted text)', 'uuid', 'select a.id from account a where a.email = wanted and not exists (select from membership m where m.account_id = a.id)'))
    },
  },
  {
    name: 'people-sso-003-saml',
    up: async (sql) => {
      await sql(`
        alter table identity_provider drop constraint identity_provider_protocol_check, add constraint identity_provider_protocol_check check (protocol in ('oidc', 'saml'));
        alter table identity_provider add column saml jsonb, add column for_owners boolean not null default true, add constraint identity_provider_saml check ((protocol = 'saml') = (saml is not null));
        alter table sign_on add column request_id text, add column arrived jsonb;
        alter table sign_on_session add column subject text, add column sid text;
        create index sign_on_session_subject on sign_on_session (org_id, provider_id, subject)`)
      await tenantTable(
        sql,
        `create table sign_on_once (
          org_id uuid not null references organisation,
          provider_id text not null,
          message_hash bytea not null,
          ends_at timestamptz not null,
          primary key (org_id, provider_id, message_hash)
        )`,
      )
      await historyOf(sql, 'sign_on_once', { none: 'of use until the message could not be sent again' })
      // Whoever signs in by a provider of one organisation may keep the account's factors; they are no way into another one.
      await sql(entrance('account_elsewhere(wanted uuid)', 'boolean', 'select exists (select from membership m where m.account_id = wanted and m.org_id <> current_org())'))
    },
  },
]
