import { historyOf } from '../history/rule.ts'
import { appRole, tenantTable, type Migration, type RunSql } from '../migration.ts'

/** The chain of the acts of an organisation (docs/specs/evidence.md). The server reads it; the database alone writes it. */
export const evidenceMigrations: readonly Migration[] = [
  {
    name: 'database-003-chain',
    up: async (sql) => {
      await tenantTable(sql, 'create table chain_head (org_id uuid primary key, seq integer not null, hash bytea not null)')
      await tenantTable(
        sql,
        `create table chain_link (
          org_id uuid not null, seq integer not null, at timestamptz not null, account_id uuid not null, act text not null, origin text,
          content bytea not null, before bytea not null, hash bytea not null, primary key (org_id, seq), unique (org_id, at))`,
        { appendOnly: true },
      )
      await tenantTable(
        sql,
        `create table chain_mark (
          org_id uuid not null, at timestamptz not null, no bigint generated always as identity, table_name text not null,
          keys text[] not null, digests bytea[] not null, salts bytea[] not null, primary key (org_id, at, no))`,
        { appendOnly: true },
      )
      await sql('create index chain_mark_of on chain_mark (org_id, table_name)')
      await sql(`create table chain_rule (table_name text primary key, key text not null, body text not null); grant select on chain_rule to ${appRole}`)
      for (const table of ['chain_head', 'chain_link', 'chain_mark']) {
        await sql(`revoke insert, update, delete on ${table} from ${appRole}`)
        await historyOf(sql, table, { none: 'the evidence itself; nothing of it is ever replaced' })
      }
      for (const statement of [markText, contentOf, linkText, sealAct, chainFaults, chainRows, restateTable]) await sql(statement)
      await ownerAlone(sql, ['seal_act(uuid, text)', 'chain_faults(text)', 'chain_rows(text)'], ['restate_table(text)'])
    },
  },
  { name: 'database-005-restate-in-parts', up: (sql) => sql(restateInParts) },
  {
    name: 'database-006-planned-once',
    up: async (sql) => {
      for (const statement of [markTextPlanned, contentPlanned, linkTextPlanned]) await sql(statement)
    },
  },
  // Digests and salts are random: to try and compress them takes time and saves nothing.
  { name: 'database-007-random-as-it-is', up: (sql) => sql('alter table chain_mark alter digests set storage external, alter salts set storage external') },
]

/** Functions that the server may call, and those that only schema steps do. */
async function ownerAlone(sql: RunSql, servers: readonly string[], owners: readonly string[]): Promise<void> {
  for (const signature of [...servers, ...owners]) await sql(`revoke all on function ${signature} from public`)
  for (const signature of servers) await sql(`grant execute on function ${signature} to ${appRole}`)
}

const asOwner = `security definer set search_path = pg_catalog, public, pg_temp set timezone to 'UTC'`

/** The text of a mark: its table, then a line for each row with its key and its digest, or a dash where the row was taken away. */
const markText = `
  create function mark_text(table_name text, keys text[], digests bytea[]) returns text language sql stable
    return table_name || (select string_agg(E'\\n' || u.key || ' ' || coalesce(encode(u.digest, 'hex'), '-'), '' order by u.no) from unnest(keys, digests) with ordinality u(key, digest, no))`

/** What an act wrote: the digest of the digests of its marks, in their order; null where it marked nothing. */
const contentOf = `
  create function chain_content(instant timestamptz) returns bytea language sql stable
    return (select sha256(string_agg(sha256(convert_to(mark_text(m.table_name, m.keys, m.digests), 'UTF8')), ''::bytea order by m.no)) from chain_mark m where m.org_id = current_org() and m.at = instant)`

/** The text of a link, a line for each part; its hash is the SHA-256 of it in UTF-8. */
const linkText = `
  create function link_text(org uuid, seq integer, at timestamptz, account uuid, act text, origin text, content bytea, before bytea) returns text language sql stable
    return concat_ws(E'\\n', 'throughline-link-1', org, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), account, to_json(act), coalesce(origin, '-'), encode(content, 'hex'), encode(before, 'hex'))`

/** Adds the act of this transaction to the chain. The act clock is held, so that no other act of the organisation comes between. */
const sealAct = `
  create function seal_act(account uuid, act text) returns void language plpgsql ${asOwner} as $$
  declare
    instant timestamptz := take_act_clock();
    written bytea := chain_content(instant);
    origin text := nullif(current_setting('app.chain_origin', true), '');
    head chain_head;
    made bytea;
  begin
    if written is null then return; end if;
    select * into head from chain_head h where h.org_id = current_org();
    if not found then head := (current_org(), 0, sha256(convert_to('throughline-chain-1' || E'\\n' || current_org(), 'UTF8'))); end if;
    made := sha256(convert_to(link_text(current_org(), head.seq + 1, instant, account, act, origin, written, head.hash), 'UTF8'));
    insert into chain_link (org_id, seq, at, account_id, act, origin, content, before, hash) values (current_org(), head.seq + 1, instant, account, act, origin, written, head.hash, made);
    insert into chain_head (org_id, seq, hash) values (current_org(), head.seq + 1, made) on conflict (org_id) do update set seq = excluded.seq, hash = excluded.hash;
  end $$`

/** The rows of a table that are not as an act left them: each by its key, what is wrong, and the instant of the act that said otherwise. */
const chainFaults = `
  create function chain_faults(target text) returns table (key text, fault text, at timestamptz) language plpgsql stable ${asOwner} as $$
  declare rule chain_rule;
  begin
    select * into strict rule from chain_rule r where r.table_name = target;
    return query execute format('
      with said as (
        select distinct on (u.key) u.key, u.digest, u.salt, m.at
        from chain_mark m cross join lateral unnest(m.keys, m.digests, m.salts) with ordinality u(key, digest, salt, place)
        where m.org_id = current_org() and m.table_name = %L order by u.key, m.at desc, m.no desc, u.place desc
      ), found as (select %s as key, %s as body from public.%I t where t.org_id = current_org())
      select coalesce(s.key, f.key), case when f.key is null then ''removed'' when s.digest is null then ''inserted'' else ''changed'' end, s.at
      from said s full join found f on f.key = s.key
      where case when f.key is null then s.digest is not null else sha256(s.salt || convert_to(f.body, ''UTF8'')) is distinct from s.digest or s.digest is null end', target, rule.key, rule.body, target);
  end $$`

/** How many rows a table has, those included that are private to somebody else. */
const chainRows = `
  create function chain_rows(target text) returns integer language plpgsql stable ${asOwner} as $$
  declare counted integer;
  begin
    if not exists (select from chain_rule r where r.table_name = target) then raise exception 'the chain does not answer for this table'; end if;
    execute format('select count(*)::integer from public.%I where org_id = current_org()', target) into counted;
    return counted;
  end $$`

/** Marks the rows of a table that a schema step has changed, as they are now, but for those that were wrong before it (\`chain_wrong\`). */
const restateTable = `
  create function restate_table(target text) returns integer language plpgsql ${asOwner} as $$
  declare rule chain_rule; marked integer;
  begin
    select * into strict rule from chain_rule r where r.table_name = target;
    execute format('
      insert into chain_mark (org_id, at, table_name, keys, digests, salts)
      select current_org(), take_act_clock(), %L, array_agg(key order by key collate "C"), array_agg(sha256(salt || convert_to(body, ''UTF8'')) order by key collate "C"), array_agg(salt order by key collate "C")
      from (select f.key, t.body, case when t.body is not null then uuid_send(gen_random_uuid()) end as salt
        from chain_faults(%L) f left join (select %s as key, %s as body from public.%I t where t.org_id = current_org()) t on t.key = f.key
        where not exists (select from pg_temp.chain_wrong w where w.org_id = current_org() and w.table_name = %L and w.key = f.key)) restated
      having count(*) > 0', target, target, rule.key, rule.body, target, target);
    get diagnostics marked = row_count;
    return marked;
  end $$`

/**
 * The same in parts of ten thousand rows, so that two million rows need no list of two million digests. A table of which nothing was said
 * yet has no faults to be found: all its rows are marked as they are.
 */
const restateInParts = `
  create or replace function restate_table(target text) returns integer language plpgsql ${asOwner} as $$
  declare rule chain_rule; source text := '(select %2$s as key, %3$s as body from public.%4$I t where t.org_id = current_org())'; marked integer;
  begin
    select * into strict rule from chain_rule r where r.table_name = target;
    if exists (select from chain_mark m where m.org_id = current_org() and m.table_name = target) then
      source := '(select f.key, t.body from chain_faults(%1$L) f left join ' || source || ' t on t.key = f.key)';
    end if;
    execute format('
      insert into chain_mark (org_id, at, table_name, keys, digests, salts)
      select current_org(), take_act_clock(), %1$L, array_agg(key order by key collate "C"), array_agg(digest order by key collate "C"), array_agg(salt order by key collate "C")
      from (select key, salt, digest, (row_number() over (order by key collate "C") - 1) / 10000 as part
        from (select key, salt, sha256(salt || convert_to(body, ''UTF8'')) as digest
          from (select s.key, s.body, case when s.body is not null then uuid_send(gen_random_uuid()) end as salt from ' || source || ' s
            where not exists (select from pg_temp.chain_wrong w where w.org_id = current_org() and w.table_name = %1$L and w.key = s.key) offset 0) salted) digested) restated
      group by part order by part', target, rule.key, rule.body, target);
    get diagnostics marked = row_count;
    return marked;
  end $$`

/** The same texts and digests by functions whose plan a connection keeps: an act asks for them each time. */
const markTextPlanned = `
  create or replace function mark_text(table_name text, keys text[], digests bytea[]) returns text language plpgsql stable as $$
  begin
    return table_name || (select string_agg(E'\\n' || u.key || ' ' || coalesce(encode(u.digest, 'hex'), '-'), '' order by u.no) from unnest(keys, digests) with ordinality u(key, digest, no));
  end $$`
const contentPlanned = `
  create or replace function chain_content(instant timestamptz) returns bytea language plpgsql stable as $$
  begin
    return (select sha256(string_agg(sha256(convert_to(mark_text(m.table_name, m.keys, m.digests), 'UTF8')), ''::bytea order by m.no)) from chain_mark m where m.org_id = current_org() and m.at = instant);
  end $$`
const linkTextPlanned = `
  create or replace function link_text(org uuid, seq integer, at timestamptz, account uuid, act text, origin text, content bytea, before bytea) returns text language plpgsql stable as $$
  begin
    return concat_ws(E'\\n', 'throughline-link-1', org, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), account, to_json(act), coalesce(origin, '-'), encode(content, 'hex'), encode(before, 'hex'));
  end $$`
