import { sql } from 'kysely'
import type { Tx } from '../tables.ts'
import { isThere } from './there.ts'
import { readChained } from './rules.ts'

/** The tables that schema steps have touched, in two parts: those that the chain answered for before, and those it is to answer for. */
export type Touched = { readonly known: readonly string[]; readonly now: ReadonlySet<string> }

/**
 * Watches which tables the schema steps of this transaction touch: those whose rows or their texts may be others afterwards. The chain
 * states these anew and need not look at the rest. A table is touched where its rows are told otherwise, a column has another type, its
 * rows were written anew into another file, or the database has counted rows that were added, changed or removed, by whatever way; where
 * it counts none, and where a type is not its own, every table passes for touched. To be asked once the steps are done.
 */
export async function watchTouched(tx: Tx): Promise<() => Promise<Touched>> {
  const rules = new Map((await isThere(tx, 'chain_rule')) ? (await sql<{ name: string; rule: string }>`select table_name as name, key || ' ' || body as rule from chain_rule`.execute(tx)).rows.map(({ name, rule }) => [name, rule]) : [])
  const before = await statesOf(tx, [...rules.keys()])
  return async () => {
    const chained = await readChained(tx)
    const after = await statesOf(tx, chained.map(({ name }) => name))
    const now = new Set(chained.filter(({ name, key, body }) => rules.get(name) !== `${key} ${body}` || after.get(name) === undefined || before.get(name) !== after.get(name)).map(({ name }) => name))
    return { known: [...now].filter((name) => rules.has(name)), now }
  }
}

/** Where the rows of tables lie, of what types they are, and how many of them this transaction has written: nothing where that cannot be told. */
async function statesOf(tx: Tx, tables: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ name: string; state: string }>`
    select c.relname as name, concat_ws(' ', c.oid, pg_relation_filenode(c.oid), pg_stat_get_xact_tuples_inserted(c.oid), pg_stat_get_xact_tuples_updated(c.oid), pg_stat_get_xact_tuples_deleted(c.oid), string_agg(a.attname || ' ' || a.atttypid || ' ' || a.atttypmod, ' ' order by a.attnum)) as state
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname = any(${[...tables]}::text[]) and current_setting('track_counts')::boolean
    group by c.oid, c.relname having bool_and(t.typnamespace = 'pg_catalog'::regnamespace)`.execute(tx)
  return new Map(rows.map(({ name, state }) => [name, state]))
}
