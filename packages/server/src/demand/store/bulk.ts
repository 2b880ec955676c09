import { sql, type Insertable, type RawBuilder } from 'kysely'
import type { Tables, Tx } from '../../database/index.ts'

/** Rows that travel in one statement: keeps a statement to a few megabytes. */
const rowsPerStatement = 1000

/** Adds many rows of one table by one statement for each thousand. Every row has the same columns; the others get their defaults. */
export async function insertAll<T extends keyof Tables & string>(tx: Tx, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void> {
  if (rows.length === 0) return
  const types = await typesOf(tx, table, Object.keys(rows[0] ?? {}))
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const { columns, from } = asSet(types, rows.slice(at, at + rowsPerStatement))
    const names = [...columns.keys()].map((column) => sql.ref(column))
    await sql`insert into ${sql.table(table)} (${sql.join(names)}) select ${sql.join([...columns.values()])} from ${from}`.execute(tx)
  }
}

/** Changes many rows of one table: every row names its id and carries the same columns. */
export async function updateAll<T extends keyof Tables & string>(tx: Tx, table: T, rows: readonly (Partial<Insertable<Tables[T]>> & { readonly id: string })[]): Promise<void> {
  if (rows.length === 0) return
  const types = await typesOf(tx, table, Object.keys(rows[0] ?? {}))
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const { columns, from } = asSet(types, rows.slice(at, at + rowsPerStatement))
    const changes = [...columns].filter(([column]) => column !== 'id').map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    await sql`update ${sql.table(table)} as t set ${sql.join(changes)} from ${from} where t.org_id = current_org() and t.id = ${columns.get('id')}`.execute(tx)
  }
}

const knownTypes = new Map<string, ReadonlyMap<string, string>>()

/** The type of each column of a table. Steps of the schema come before a server: they are asked for once, and again where a column is new. */
async function typesOf(tx: Tx, table: string, columns: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const known = knownTypes.get(table)
  if (known && columns.every((column) => known.has(column))) return known
  const { rows } = await sql<{ name: string; type: string }>`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped`.execute(tx)
  const types = new Map(rows.map(({ name, type }) => [name, type]))
  knownTypes.set(table, types)
  return types
}

/** A set of rows that a statement reads `from`, and what to write for each of their columns. */
export type RowSet = { readonly columns: ReadonlyMap<string, RawBuilder<unknown>>; readonly from: RawBuilder<unknown> }

/**
 * Rows as parameters, one for each column; a column that is the same in all of them travels once. JSON goes as one text, parted by
 * a character that JSON never has: PostgreSQL takes it apart faster than an array whose every quote is escaped.
 */
export function asSet(types: ReadonlyMap<string, string>, rows: readonly object[]): RowSet {
  const columns = new Map<string, RawBuilder<unknown>>()
  const [texts, documents]: [Varied[], Varied[]] = [[], []]
  for (const name of Object.keys(rows[0] ?? {})) {
    const type = types.get(name) ?? 'text'
    const values = rows.map((row) => textOf((row as Readonly<Record<string, unknown>>)[name], type))
    const [first = null] = values
    if (values.every((value) => value === first)) {
      columns.set(name, sql`${first}::${sql.raw(type)}`)
      continue
    }
    columns.set(name, sql`${sql.ref(`n.${name}`)}::${sql.raw(type)}`)
    const varied = { name: sql.ref(name), values }
    if (type === 'jsonb') documents.push(varied)
    else texts.push(varied)
  }
  const sets = [
    ...(texts.length > 0 ? [sql`unnest(${sql.join(texts.map(({ values }) => sql`${values}::text[]`))})`] : []),
    ...documents.map(({ values }) => sql`string_to_table(${values.map((value) => value ?? '').join(separator)}, ${separator}, '')`),
  ]
  if (sets.length === 0) return { columns, from: sql`generate_series(1, ${rows.length}::int) n` }
  return { columns, from: sql`rows from (${sql.join(sets)}) as n(${sql.join([...texts, ...documents].map(({ name }) => name))})` }
}

type Varied = { readonly name: RawBuilder<unknown>; readonly values: readonly (string | null)[] }

/** Parts JSON texts: within them it stands escaped. */
const separator = '\u001e'

function textOf(value: unknown, type: string): string | null {
  if (value === null || value === undefined) return null
  if (type === 'jsonb') return JSON.stringify(value)
  if (Array.isArray(value)) return arrayText(value)
  return String(value)
}

/** A list of texts as PostgreSQL writes it: {"a","b \"c\""}. */
const arrayText = (values: readonly unknown[]): string => `{${values.map((value) => `"${String(value).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`).join(',')}}`

/**
 * Runs statements without nested loops. The planner knows nothing yet of tables that were filled a moment ago, takes them for tiny
 * and would look through the whole of one for every row of the other.
 */
export async function byHashing<T>(tx: Tx, run: () => Promise<T>): Promise<T> {
  await sql`set local enable_nestloop = off`.execute(tx)
  const done = await run()
  await sql`set local enable_nestloop = on`.execute(tx)
  return done
}
