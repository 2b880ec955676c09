import type { Migration } from '../../database/index.ts'

/**
 * A passkey opens the organisation in whose session it was made, and no other. Whoever answers for one organisation's people (its identity
 * provider, its administrators) could otherwise add a passkey to an account and wait until that account belongs to another organisation.
 * Those of before open what they opened before: the organisation that was joined first.
 */
export const passkeyMigrations: readonly Migration[] = [
  {
    name: 'people-060-passkeys-of-an-organisation',
    up: (sql) =>
      sql(`
        alter table passkey add column made_in uuid;
        update passkey k set made_in = (select m.org_id from membership m where m.account_id = k.account_id order by m.created_at, m.org_id limit 1);
        delete from passkey where made_in is null;
        alter table passkey alter column made_in set not null, add constraint passkey_made_in foreign key (made_in, account_id) references membership on delete cascade;
        create index passkey_made_in on passkey (made_in, account_id);
        create or replace function passkey_account(credential text)
        returns table (passkey_id uuid, public_key bytea, counter bigint, transports text[], account_id uuid, name text, email text, org_id uuid, role text)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select k.id, k.public_key, k.counter, k.transports, a.id, a.name, a.email, m.org_id, m.role
          from passkey k join account a on a.id = k.account_id join membership m on m.org_id = k.made_in and m.account_id = k.account_id
          where k.credential_id = credential $$`),
  },
]
