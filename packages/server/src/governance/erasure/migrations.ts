import { appRole, type Migration } from '../../database/index.ts'

const asOwner = `security definer set search_path = pg_catalog, public, pg_temp set timezone to 'UTC'`

/**
 * What erasing a person may do and no other act: change states that are past, and revisions, in place. The rows are marked in the chain as any
 * that an act writes; the salts of their former digests go, so that nobody can prove by a digest what stood there.
 */
export const erasureMigrations: readonly Migration[] = [
  {
    name: 'governance-erasure-001-person',
    up: async (sql) => {
      for (const statement of [personKnown, eraseText, eraseIn, eraseAccount]) await sql(statement)
      for (const signature of ['person_known(uuid)', 'erase_in(text, text[], text[], text)', 'erase_account(uuid, text, text)', 'erasable_tables()']) await sql(`revoke all on function ${signature} from public; grant execute on function ${signature} to ${appRole}`)
    },
  },
]

/** Name and address of a person who is, or was, here: a member, somebody who acted, or somebody who was given access. And every table that may name somebody. */
const personKnown = `
  create function person_known(account uuid) returns table (name text, email text) language sql stable ${asOwner} as $$
    select a.name, a.email from account a where a.id = account and (
      exists (select from membership m where m.org_id = current_org() and m.account_id = account)
      or exists (select from revision r where r.org_id = current_org() and (r.account_id = account or (r.room = 'people' and r.kind = 'member' and r.entity_id = account::text)))) $$;
  create function erasable_tables() returns setof text language sql stable ${asOwner} as $$
    select c.relname::text from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not like 'chain\\_%'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped) order by 1 $$`

const eraseText = `
  create function erase_text(value text, patterns text[], pseudonym text) returns text language plpgsql immutable as $$
  declare one text;
  begin
    foreach one in array patterns loop value := regexp_replace(value, one, pseudonym, 'g'); end loop;
    return value;
  end $$`

/** Puts the pseudonym into every text of a table, in one statement, keeping the instants of the rows; returns how many rows named the person. */
const eraseIn = `
  create function erase_in(target text, patterns text[], json_patterns text[], pseudonym text) returns integer language plpgsql volatile ${asOwner} as $$
  declare rule chain_rule; sets text; differs text; changed text[]; counted integer; instant timestamptz := take_act_clock();
  begin
    if target not in (select erasable_tables()) then raise exception 'there is no table of this name to erase in'; end if;
    select string_agg(format('%I = %s', name, made), ', '), string_agg(format('%s is distinct from t.%I', made, name), ' or ') into sets, differs from (
      select a.attname as name, case
        when a.atttypid in ('jsonb'::regtype, 'json'::regtype) then format('erase_text(t.%I::text, $2, $3)::jsonb', a.attname)
        when a.atttypid = 'text[]'::regtype then format('case when t.%1$I is not null then array(select erase_text(u.one, $1, $3) from unnest(t.%1$I) with ordinality u(one, place) order by u.place) end', a.attname)
        else format('erase_text(t.%I, $1, $3)', a.attname) end as made
      from pg_attribute a where a.attrelid = to_regclass('public.' || quote_ident(target)) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype, 'text[]'::regtype)) texts;
    if sets is null then return 0; end if;
    select * into rule from chain_rule r where r.table_name = target;
    perform set_config('app.restoring', current_org()::text, true);
    execute format('with changed as (update public.%I t set %s where t.org_id = current_org() and (%s) returning %s as key) select array_agg(key), count(*)::integer from changed', target, sets, differs, coalesce(rule.key, 'null::text'))
      into changed, counted using patterns, json_patterns, pseudonym;
    perform set_config('app.restoring', '', true);
    if rule.table_name is not null and counted > 0 then
      update chain_mark m set salts = array(select case when u.key = any (changed) then null else u.salt end from unnest(m.keys, m.salts) with ordinality u(key, salt, place) order by u.place)
      where m.org_id = current_org() and m.table_name = target and m.at < instant and m.keys && changed;
    end if;
    return counted;
  end $$`

/** Takes name, address and all ways to sign in from an account that no other organisation has; false where one has. What is addressed to it elsewhere goes as well. */
const eraseAccount = `
  create function erase_account(account uuid, pseudonym text, address text) returns boolean language plpgsql volatile ${asOwner} as $$
  declare one text;
  begin
    if not exists (select from revision r where r.org_id = current_org() and (r.account_id = account or r.entity_id = account::text)) then raise exception 'this account is none of this organisation'; end if;
    if exists (select from membership m where m.account_id = account) then return false; end if;
    for one in select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'account_id' and a.atttypid = 'uuid'::regtype
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id')
    loop execute format('delete from public.%I where account_id = $1', one) using account; end loop;
    update account a set name = pseudonym, email = address, password_hash = 'locked$131072$8$1$' || encode(sha256(uuid_send(gen_random_uuid())), 'base64') where a.id = account;
    return true;
  end $$`
