import { sql } from 'kysely'
import { appRole } from '../migration.ts'
import type { Tx } from '../tables.ts'

/**
 * A table whose rows the chain answers for, with the SQL of a row's key and of its canonical text, for a row named `t`. As it is written,
 * a row is told by other SQL, which gives the same texts in half the time.
 */
export type Chained = { readonly name: string; readonly key: string; readonly body: string; readonly written: { readonly key: string; readonly body: string } }
type Column = { readonly name: string; readonly type: string }

/** Every table that holds what an organisation knows, and the twins that hold what it knew: those with a history, and those that show the present as of a moment. */
export async function readChained(tx: Tx): Promise<readonly Chained[]> {
  const { rows } = await sql<{ name: string; key: readonly Column[]; columns: readonly Column[] }>`
    select c.relname as name,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by k.place) from pg_index i cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
      (select jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, null)) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
    from pg_class c
      left join pg_class live on live.relnamespace = c.relnamespace and live.relkind = 'r' and live.relname || '_past' = c.relname
      left join history_rule r on r.table_name = coalesce(live.relname, c.relname)
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and (r.none is null or r.shown_when is not null)
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
    order by c.relname`.execute(tx)
  return rows.map(({ name, key: keys, columns }) => {
    const [ofKey, told] = [ofOrganisation(keys), ofOrganisation(columns)]
    return { name, key: keyOf(ofKey), body: bodyOf(told), written: { key: writtenKey(ofKey), body: writtenBody(told) } }
  })
}

const ofOrganisation = (columns: readonly Column[]): readonly Column[] => columns.filter(({ name }) => name !== 'org_id')

/** An id as it is; any other key as a JSON list of texts, so that keys cannot run into each other. A table of one row has an empty list. */
const keyOf = (columns: readonly Column[]): string =>
  columns.length === 1 && columns[0]?.type === 'uuid' ? `t.${columns[0].name}::text` : `jsonb_build_array(${columns.map(({ name }) => `t.${name}::text`).join(', ')})::text`

/** A row as JSON without the organisation: long numbers as text, files as their digest. */
const bodyOf = (columns: readonly Column[]): string => `(select to_jsonb(r)::text from (select ${columns.map(valueOf).join(', ')}) r)`

function valueOf({ name, type }: Column): string {
  if (type === 'bigint' || type === 'numeric') return `t.${name}::text as ${name}`
  if (type === 'bytea') return `'sha256:' || encode(sha256(t.${name}), 'hex') as ${name}`
  return `t.${name}`
}

/** The text of `keyOf`, put together: `["…", "2"]`. */
const writtenKey = (columns: readonly Column[]): string =>
  columns.length === 1 && columns[0]?.type === 'uuid' ? keyOf(columns) : `'[' || ${columns.length === 0 ? "''" : columns.map((column) => quoted(`t.${column.name}`, column.type)).join(` || ', ' || `)} || ']'`

/** The text of `bodyOf`, put together: members by the length of their names, then by their bytes, as `jsonb` has them. */
function writtenBody(columns: readonly Column[]): string {
  const members = columns.toSorted((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1)).map(({ name, type }) => `"${name}": ' || coalesce(${writtenValue(name, type)}, 'null')`)
  return `'{${members.join(` || ', `)} || '}'`
}

/** Types whose text needs no escape between quotes. */
const plain = new Set(['uuid', 'bigint', 'numeric', 'integer', 'smallint', 'boolean'])
/** A text between quotes. */
const quoted = (value: string, type: string): string => (plain.has(type) ? `'"' || ${value}::text || '"'` : `to_json(${value}::text)::text`)

function writtenValue(name: string, type: string): string {
  const value = `t.${name}`
  if (type === 'integer' || type === 'smallint' || type === 'boolean' || type === 'jsonb') return `${value}::text`
  if (type === 'uuid' || type === 'bigint' || type === 'numeric' || type === 'text') return quoted(value, type)
  if (type === 'bytea') return `'"sha256:' || encode(sha256(${value}), 'hex') || '"'`
  if (type === 'date' || type === 'timestamp with time zone') return `to_json(${value})::text`
  return `to_jsonb(${value})::text`
}

/** Marks what a statement of an act wrote or took away, by one statement more. A schema step names no organisation; what it changed is restated once it is done. */
export function markingTriggers({ name, written: { key, body } }: Chained): readonly string[] {
  const into = 'insert into chain_mark (org_id, at, table_name, keys, digests, salts) select current_org(), take_act_clock()'
  const inOrder = 'order by key collate "C"'
  return [
    `create or replace function mark_${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp set timezone to 'UTC' as $$
      begin
        if current_org() is null then return null; end if;
        if tg_op = 'DELETE' then
          ${into}, '${name}', array_agg(key ${inOrder}), array_agg(null::bytea), array_agg(null::bytea) from (select ${key} as key from old_rows t) gone having count(*) > 0;
        else
          ${into}, '${name}', array_agg(key), array_agg(digest), array_agg(salt)
            from (select key, sha256(salt || convert_to(body, 'UTF8')) as digest, salt from (select ${key} as key, ${body} as body, uuid_send(gen_random_uuid()) as salt from new_rows t) told ${inOrder}) written having count(*) > 0;
        end if;
        return null;
      end $$`,
    `revoke all on function mark_${name}() from public`,
    `create or replace trigger mark_added after insert on ${name} referencing new table as new_rows for each statement execute function mark_${name}()`,
    `create or replace trigger mark_changed after update on ${name} referencing new table as new_rows for each statement execute function mark_${name}()`,
    `create or replace trigger mark_removed after delete on ${name} referencing old table as old_rows for each statement execute function mark_${name}()`,
  ]
}

/** Policies that hide what is private from other members bind the server, not the database's own check of all rows. */
export async function privatePolicies(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string; table: string }>`
    select p.polname as name, c.relname as table from pg_policy p join pg_class c on c.oid = p.polrelid
    where c.relnamespace = 'public'::regnamespace and not p.polpermissive and p.polroles = '{0}' order by 2, 1`.execute(tx)
  return rows.map(({ name, table }) => `alter policy ${name} on ${table} to ${appRole}`)
}
