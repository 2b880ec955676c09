import { appRole, historyOf, tenantTable, type Migration } from '../../database/index.ts'
import { entrance } from './entrances.ts'

/** Whose rows a person sees of what belongs to an account and to no organisation: their own. */
const ownAccount = `account_id = nullif(current_setting('app.account_id', true), '')::uuid`

const accountTable = (name: string, columns: string): string => `
  create table ${name} (account_id uuid not null references account, ${columns});
  alter table ${name} enable row level security;
  alter table ${name} force row level security;
  create policy own on ${name} using (${ownAccount}) with check (${ownAccount});
  create policy entrance on ${name} to current_user using (true) with check (true);
  grant select, insert, update, delete on ${name} to ${appRole}`

/** How long a session lasts where the organisation has said nothing: 12 hours without use, 30 days at most. */
const idle = `make_interval(mins => coalesce(p.idle_minutes, 720))`
const longest = `make_interval(hours => coalesce(p.longest_hours, 720))`
const hasFactor = `(exists (select from app_factor f where f.account_id = a.id and f.confirmed_at is not null) or exists (select from passkey k where k.account_id = a.id))`
/** The account may be reset by those of the organisation alone that is its only one. */
const onlyHere = `exists (select from membership m where m.org_id = current_org() and m.account_id = wanted and not m.service) and not exists (select from membership m where m.org_id <> current_org() and m.account_id = wanted)`

/** Ways past row-level security for who has shown no session yet, or who answers for a member; each answers one narrow question. */
const accountEntrances: readonly string[] = [
  // What an organisation asks of those who sign in counts for every request from the moment it is changed.
  entrance(
    'session_actor(hash bytea, at timestamptz)',
    'table (org_id uuid, session_id uuid, account_id uuid, name text, email text, role text, proved_at timestamptz, lacks_factor boolean)',
    'volatile',
    `update session s set last_seen_at = at where s.secret_hash = hash and s.last_seen_at < at - interval '1 minute'
       and s.last_seen_at > at - (select ${idle} from (select 1) one left join sign_in_policy p on p.org_id = s.org_id);
     select s.org_id, s.id, a.id, a.name, a.email, m.role, s.proved_at, coalesce(p.second_factor = 'required', false) and not s.second_factor
     from session s join membership m on m.org_id = s.org_id and m.account_id = s.account_id join account a on a.id = s.account_id left join sign_in_policy p on p.org_id = s.org_id
     where s.secret_hash = hash and s.last_seen_at > at - ${idle} and s.created_at > at - ${longest}`,
  ),
  entrance('device_is_known(wanted text, hash bytea)', 'boolean', 'stable', 'select exists (select from known_device d join account a on a.id = d.account_id where a.email = wanted and d.secret_hash = hash)'),
  entrance(
    'passkey_account(credential text)',
    'table (passkey_id uuid, public_key bytea, counter bigint, transports text[], account_id uuid, name text, email text, org_id uuid, role text)',
    'stable',
    `select k.id, k.public_key, k.counter, k.transports, a.id, a.name, a.email, m.org_id, m.role from passkey k join account a on a.id = k.account_id join membership m on m.account_id = a.id
     where k.credential_id = credential order by m.created_at, m.org_id limit 1`,
  ),
  // The same work whether the address is known or not, as far as one statement can.
  entrance(
    'begin_password_reset(wanted text, hash bytea, at timestamptz, ends timestamptz)',
    'table (name text, email text)',
    'volatile',
    `delete from password_reset r where r.expires_at <= at;
     with person as (select a.id, a.name, a.email from account a where a.email = wanted and exists (select from membership m where m.account_id = a.id and not m.service)),
       begun as (insert into password_reset (account_id, secret_hash, created_at, expires_at) select person.id, hash, at, ends from person returning account_id)
     select person.name, person.email from person join begun on begun.account_id = person.id`,
  ),
  entrance(
    'begin_password_reset_of(wanted uuid, hash bytea, at timestamptz, ends timestamptz)',
    'boolean',
    'volatile',
    `insert into password_reset (account_id, secret_hash, created_at, expires_at) select wanted, hash, at, ends where ${onlyHere};
     select exists (select from password_reset r where r.secret_hash = hash)`,
  ),
  entrance(
    'password_reset_account(hash bytea, at timestamptz)',
    'table (account_id uuid, name text, email text, org_id uuid, role text)',
    'stable',
    `select a.id, a.name, a.email, m.org_id, m.role from password_reset r join account a on a.id = r.account_id join membership m on m.account_id = a.id
     where r.secret_hash = hash and r.expires_at > at order by m.created_at, m.org_id limit 1`,
  ),
  // An account of one's own may be in several organisations; its sessions end in all of them.
  entrance('end_own_sessions(kept uuid)', 'void', 'volatile', `delete from session s where s.account_id = nullif(current_setting('app.account_id', true), '')::uuid and s.id is distinct from kept`),
  entrance(
    'forget_factors_of(wanted uuid)',
    'boolean',
    'volatile',
    `delete from app_factor f where f.account_id = wanted and ${onlyHere}; delete from passkey k where k.account_id = wanted and ${onlyHere};
     delete from recovery_code c where c.account_id = wanted and ${onlyHere}; delete from known_device d where d.account_id = wanted and ${onlyHere};
     select ${onlyHere}`,
  ),
  entrance('members_with_factor()', 'table (account_id uuid)', 'stable', `select a.id from membership m join account a on a.id = m.account_id where m.org_id = current_org() and ${hasFactor}`),
  entrance(
    'invitation_seen(hash bytea, at timestamptz)',
    'table (org_id uuid, id uuid, organisation text, name text, email text, role text, invited_by text, account_id uuid, known boolean)',
    'stable',
    `select i.org_id, i.id, o.name, i.name, i.email, i.role, i.invited_by, a.id, coalesce(a.password_hash not like 'locked$%', false)
     from invitation i join organisation o on o.org_id = i.org_id left join account a on a.email = i.email where i.secret_hash = hash and i.expires_at > at`,
  ),
]

export const accountMigrations: readonly Migration[] = [
  {
    name: 'people-030-accounts',
    up: async (sql) => {
      await sql(`
        alter table session add column device text not null default '', add column address text not null default '', add column proved_at timestamptz, add column second_factor boolean not null default false;
        update session set proved_at = created_at;
        alter table session alter column proved_at set not null;
        ${accountTable('app_factor', 'primary key (account_id), secret text not null, created_at timestamptz not null, confirmed_at timestamptz, last_step bigint not null default 0')};
        ${accountTable('passkey', 'id uuid primary key, credential_id text not null unique, public_key bytea not null, counter bigint not null, transports text[] not null, name text not null, synced boolean not null, created_at timestamptz not null, last_used_at timestamptz')};
        ${accountTable('recovery_code', 'hash bytea not null, salt bytea not null, used_at timestamptz, primary key (account_id, hash)')};
        ${accountTable('known_device', 'secret_hash bytea not null, last_used_at timestamptz not null, primary key (account_id, secret_hash)')};
        ${accountTable('password_reset', 'secret_hash bytea primary key, created_at timestamptz not null, expires_at timestamptz not null')};
        create index passkey_of on passkey (account_id);
        create index password_reset_of on password_reset (account_id);
        create table passkey_challenge (challenge text primary key, account_id uuid, expires_at timestamptz not null);
        grant select, insert, delete on passkey_challenge to ${appRole}`)
      await tenantTable(
        sql,
        `create table invitation (
          org_id uuid not null references organisation,
          id uuid not null,
          email text not null check (email = lower(email)),
          name text not null,
          role text not null,
          invited_by text not null,
          secret_hash bytea not null unique,
          created_at timestamptz not null,
          expires_at timestamptz not null,
          primary key (org_id, id),
          unique (org_id, email)
        )`,
      )
      await tenantTable(
        sql,
        `create table sign_in_policy (
          org_id uuid primary key references organisation,
          second_factor text not null default 'optional' check (second_factor in ('optional', 'required')),
          idle_minutes integer not null default 720 check (idle_minutes between 5 and 10080),
          longest_hours integer not null default 720 check (longest_hours between 1 and 720),
          version integer not null default 1
        )`,
      )
      await historyOf(sql, 'invitation', { none: 'a way in that is gone is to stay gone; the revisions tell who invited whom' })
      await sql(['invitation', 'sign_in_policy'].map((table) => `create policy entrance on ${table} to current_user using (true) with check (true)`).join(';'))
      await sql('drop function session_actor(bytea, timestamptz)')
      for (const statement of accountEntrances) await sql(statement)
    },
  },
]
