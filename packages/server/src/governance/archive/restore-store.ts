import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { OwnTable } from './catalogue-store.ts'

/** Until the transaction ends, rows keep the instants that they bring along; only an organisation without acts but its founding may do so. */
export const beginRestoring = (tx: Tx) => sql`select begin_restoring(), set_config('statement_timeout', '0', true)`.execute(tx)

/** From here on acts are recorded by the clock again, which is never behind what was restored. */
export const endRestoring = (tx: Tx, savedAt: string) => sql`select set_config('app.restoring', '', true), (select end_restoring(${savedAt}::timestamptz))`.execute(tx)

/** The organisation began when the one began that was saved: before that there is nothing to read as of. */
export const restoreBeginning = (tx: Tx, createdAt: string, believedFrom: string) => sql`update organisation set created_at = least(created_at, ${createdAt}::timestamptz), believed_from = least(believed_from, ${believedFrom}::timestamptz)`.execute(tx)

/** Makes room for lines of one table that are about to be restored; it is gone when the transaction ends. */
export async function openStage(tx: Tx): Promise<void> {
  await sql`create temporary table restored_line (no bigserial, line jsonb not null) on commit drop`.execute(tx)
  // The database itself writes the past, and reads the stage for that.
  await sql`grant select on restored_line to public`.execute(tx)
}

/** Adds lines to the stage. */
export const stageLines = (tx: Tx, lines: readonly string[]) =>
  sql`insert into restored_line (line) select line::jsonb || jsonb_build_object('org_id', current_org()) from unnest(${lines as string[]}::text[]) with ordinality as given(line, no) order by no`.execute(tx)

/** The fields of the staged lines that the table does not have. */
export async function strangeFields(tx: Tx, { columns }: OwnTable): Promise<readonly string[]> {
  return (await stagedFields(tx)).filter((field) => !columns.includes(field))
}

async function stagedFields(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ field: string }>`select distinct field from restored_line, jsonb_object_keys(line) as field order by field`.execute(tx)
  return rows.map(({ field }) => field)
}

/** Whether the table holds what rows of another one were, where only the database itself writes. */
export const isPast = ({ name }: OwnTable): boolean => name.endsWith('_past')

/** Writes all staged lines into the table in one statement, so that rows may refer to each other, and empties the stage. Columns that the lines do not have take their defaults. */
export async function writeStage(tx: Tx, { name, columns }: OwnTable, past: boolean): Promise<void> {
  const given = await stagedFields(tx)
  const written = columns.filter((column) => given.includes(column))
  if (past) await sql`select restore_past(${name}, ${written as string[]}::text[])`.execute(tx)
  else {
    const list = sql.join(written.map((column) => sql.ref(column)))
    await sql`insert into ${sql.table(name)} (${list}) select ${sql.join(written.map((column) => sql.ref(`r.${column}`)))} from restored_line cross join lateral jsonb_populate_record(null::${sql.table(name)}, line) r order by no`.execute(tx)
  }
  await sql`delete from restored_line`.execute(tx)
}
