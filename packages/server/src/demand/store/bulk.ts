import { sql, type Insertable } from 'kysely'
import type { Tables, Tx } from '../../database/index.ts'

/** Rows that travel in one statement: keeps a statement to a few megabytes. */
const rowsPerStatement = 1000

/** Adds many rows of one table by one statement for each thousand. Every row has the same columns; the others get their defaults. */
export async function insertAll<T extends keyof Tables & string>(tx: Tx, table: T, rows: readonly Insertable<Tables[T]>[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const chunk = rows.slice(at, at + rowsPerStatement)
    const columns = Object.keys(chunk[0] ?? {})
    await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      select ${sql.join(columns.map((column) => sql.ref(column)))} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::jsonb)`.execute(tx)
  }
}

/** Changes many rows of one table: every row names its id and carries the same columns. */
export async function updateAll<T extends keyof Tables & string>(tx: Tx, table: T, rows: readonly (Partial<Insertable<Tables[T]>> & { readonly id: string })[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerStatement) {
    const chunk = rows.slice(at, at + rowsPerStatement)
    const columns = Object.keys(chunk[0] ?? {}).filter((column) => column !== 'id')
    await sql`update ${sql.table(table)} as t set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`n.${column}`)}`))}
      from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::jsonb) as n where t.org_id = current_org() and t.id = n.id`.execute(tx)
  }
}

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
