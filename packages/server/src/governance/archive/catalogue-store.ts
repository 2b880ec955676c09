import type { ArchiveRow } from '@throughline/exchange/archive'
import { sql } from 'kysely'
import { referringTrigger, type Tx } from '../../database/index.ts'

/** A table that holds an organisation's own rows: its columns in order, those whose numbers may be longer than a JSON number keeps, and the key that rows are read by. */
export type OwnTable = { readonly name: string; readonly columns: readonly string[]; readonly long: readonly string[]; readonly key: readonly string[]; /** Those of the key that are ordered as text. */ readonly textKey: readonly string[]; /** Whether rows hold bytes: then few are held at a time. */ readonly heavy: boolean }

/**
 * What an archive leaves out: secrets, what somebody answered for themselves alone, what is only of use where it was made, and what the server makes anew.
 * Everything else that belongs to an organisation is in it, whichever room adds the table.
 */
export const leftOut: ReadonlySet<string> = new Set(['session', 'api_token', 'invitation', 'identity_provider', 'federated_identity', 'sign_on', 'sign_on_session', 'sign_on_once', 'provisioning', 'scim_user', 'scim_group', 'scim_group_member', 'job', 'act_clock', 'rollup', 'event', 'kept_answer', 'webhook', 'webhook_delivery', 'brief_answer'])

/** What an archive holds and nobody restores: the evidence of what was done where it was saved. Here the chain begins anew, and names the head of the old one. */
export const evidenceTables: ReadonlySet<string> = new Set(['chain_head', 'chain_link', 'chain_mark'])

/** The tables of organisations in an order in which each comes after those it refers to. */
export async function ownTables(tx: Tx): Promise<readonly OwnTable[]> {
  const { rows } = await sql<{ name: string; columns: string[]; long: string[]; key: string[]; textKey: string[]; heavy: boolean; needs: string[] }>`
    select c.relname as name,
      (select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select array_agg(a.attname::text order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid in ('int8'::regtype, 'numeric'::regtype)), '{}') as long,
      (select array_agg(a.attname::text order by k.place) from pg_index i cross join lateral unnest(i.indkey) with ordinality k(attnum, place)
        join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary) as key,
      coalesce((select array_agg(a.attname::text) from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = any(i.indkey)
        where i.indrelid = c.oid and i.indisprimary and a.atttypid in ('text'::regtype, 'int8'::regtype, 'numeric'::regtype)), '{}') as "textKey",
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.atttypid = 'bytea'::regtype) as heavy,
      coalesce((select array_agg(distinct r.relname::text) from pg_constraint f join pg_class r on r.oid = f.confrelid where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid), '{}')
        || coalesce((select array_agg(need) from pg_trigger g cross join lateral unnest(string_to_array(encode(g.tgargs, 'escape'), '\\000')) need where g.tgrelid = c.oid and g.tgname = ${referringTrigger} and need <> ''), '{}') as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relrowsecurity
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'org_id' and not a.attisdropped)
    order by c.relname`.execute(tx)
  const kept = rows.filter(({ name }) => !leftOut.has(name))
  return inOrder(kept).map(({ name, columns, long, key, textKey, heavy }) => ({ name, columns, long, textKey, heavy, key: key.filter((column) => column !== 'org_id') }))
}

/** Tables after those that they need; where they need each other, in the order of their names. */
function inOrder<T extends { readonly name: string; readonly needs: readonly string[] }>(tables: readonly T[]): readonly T[] {
  const known = new Set(tables.map(({ name }) => name))
  const placed = new Set<string>()
  const order: T[] = []
  while (order.length < tables.length) {
    const waiting = tables.filter(({ name }) => !placed.has(name))
    const ready = waiting.filter(({ needs }) => needs.every((need) => placed.has(need) || !known.has(need)))
    for (const table of ready.length > 0 ? ready : waiting.slice(0, 1)) {
      placed.add(table.name)
      order.push(table)
    }
  }
  return order
}

/** Who is named in what the organisation has: its people, without how they sign in. */
export async function peopleOf(tx: Tx): Promise<readonly ArchiveRow[]> {
  return tx.selectFrom('account').innerJoin('membership', 'membership.account_id', 'account.id').select(['account.id', 'account.email', 'account.name']).orderBy('account.id').execute()
}

/** How many rows are read at once; of those that hold bytes, up to half a megabyte each. */
const batches = { light: 2_000, heavy: 16 } as const

/** The rows of one table as JSON text, one object each, in the order of the table's key. The organisation's id is not repeated; long numbers are text. */
export async function* rowsOf(tx: Tx, { name, key, long, textKey, heavy }: OwnTable): AsyncGenerator<string> {
  const batch = heavy ? batches.heavy : batches.light
  const cursor = sql.id(`archive_${name}`)
  const order = key.length > 0 ? sql`order by ${sql.join(key.map((column) => (textKey.includes(column) ? sql`${sql.ref(`t.${column}`)}::text collate "C"` : sql.ref(`t.${column}`))))}` : sql``
  const texts = long.length > 0 ? sql`|| jsonb_build_object(${sql.join(long.flatMap((column) => [sql.lit(column), sql`${sql.ref(`t.${column}`)}::text`]))})` : sql``
  await sql`declare ${cursor} no scroll cursor for select ((to_jsonb(t) - 'org_id') ${texts})::text as line from ${sql.table(name)} t ${order}`.execute(tx)
  for (;;) {
    const { rows } = await sql<{ line: string }>`fetch forward ${sql.lit(batch)} from ${cursor}`.execute(tx)
    for (const { line } of rows) yield line
    if (rows.length < batch) break
  }
  await sql`close ${cursor}`.execute(tx)
}
