import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { appRole } from '../migration.ts'
import type { Tx } from '../tables.ts'
import { readKept, type Kept } from './catalogue.ts'
import { datedColumns, datingTriggers, keepingTriggers, twinOf } from './twin.ts'
import { asOfSchema, viewOf } from './view.ts'

/** Takes the views away before schema steps, which could not change what a view stands on. */
export const clearViews = async (tx: Tx): Promise<void> => void (await sql.raw(`drop schema if exists ${asOfSchema} cascade`).execute(tx))

/**
 * Brings twins, triggers and views up to the catalogue: a table or column that a schema step has added joins by itself.
 * Does nothing where the catalogue is as it was left.
 */
export async function keepHistory(tx: Tx): Promise<void> {
  const before = await readKept(tx)
  if ((await markOf(tx)) === fingerprint(before)) return
  await clearViews(tx)
  for (const kept of before.filter(isKept)) await run(tx, datedColumns(kept))
  const dated = await readKept(tx)
  for (const kept of dated.filter(isKept)) await run(tx, [...datingTriggers(kept), ...(kept.appendOnly ? [] : [...twinOf(kept), ...keepingTriggers(kept)])])
  await run(tx, [`create schema ${asOfSchema}`, `grant usage on schema ${asOfSchema} to ${appRole}`, ...dated.flatMap(viewOf)])
  await run(tx, [`comment on schema ${asOfSchema} is '${fingerprint(await readKept(tx))}'`])
}

const isKept = ({ none }: Kept): boolean => none === null

/** What was made of which catalogue: the statements that it leads to. */
const fingerprint = (kept: readonly Kept[]): string =>
  createHash('sha256').update(JSON.stringify(kept.map((one) => [one, viewOf(one), ...(isKept(one) ? [datingTriggers(one), keepingTriggers(one)] : [])]))).digest('hex')

async function markOf(tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ mark: string | null }>`select obj_description(oid, 'pg_namespace') as mark from pg_namespace where nspname = ${asOfSchema}`.execute(tx)
  return rows[0]?.mark ?? undefined
}

async function run(tx: Tx, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(tx)
}
