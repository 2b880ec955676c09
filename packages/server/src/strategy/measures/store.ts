import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ActualBatchTable, MeasureActualTable, MeasureTable } from '../tables.ts'

export type StoredMeasure = Selectable<MeasureTable>
export type StoredActual = Selectable<MeasureActualTable>
export type StoredBatch = Selectable<ActualBatchTable>

/** Whether an account has access to the organisation. */
export const isMember = async (tx: Tx, accountId: string): Promise<boolean> => (await tx.selectFrom('membership').select('account_id').where('account_id', '=', accountId).executeTakeFirst()) !== undefined

/** Names of members by their ids; of those who left there is none. */
export async function readNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.selectFrom('membership').innerJoin('account', 'account.id', 'membership.account_id').select(['account.id', 'account.name']).where('account.id', 'in', [...ids]).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Everything that was ever recorded of a measure that was known at the moment looked at, the newest first. */
export const readRecords = (tx: Tx, measureId: string): Promise<StoredActual[]> => tx.selectFrom('measure_actual').selectAll().where('measure_id', '=', measureId).orderBy('recorded_at', 'desc').orderBy('on_date', 'desc').limit(2000).execute()

/** The actuals in force of some measures and days. */
export async function readInForce(tx: Tx, measureIds: readonly string[]): Promise<readonly StoredActual[]> {
  return tx.selectFrom('measure_actual').selectAll().where('measure_id', '=', sql<string>`any(${measureIds}::uuid[])`).where('superseded_at', 'is', null).execute()
}

/** Adds actuals, any number of them, in one statement. */
export async function insertActualRows(tx: Tx, rows: readonly (Omit<Insertable<MeasureActualTable>, 'parts'> & { readonly parts?: unknown })[]): Promise<void> {
  if (rows.length === 0) return
  await sql`insert into measure_actual (org_id, id, version, measure_id, on_date, value, state, note, source, recorded_at, recorded_by, numerator, denominator, weight, parts, batch_id, replaces)
    select org_id, id, version, measure_id, on_date, value, state, note, source, recorded_at, recorded_by, numerator, denominator, weight, parts, batch_id, replaces from jsonb_populate_recordset(null::measure_actual, ${JSON.stringify(rows)}::jsonb)`.execute(tx)
}

/** Closes actuals in force, which are kept. */
export const closeActuals = (tx: Tx, ids: readonly string[], at: string) => tx.updateTable('measure_actual').set({ superseded_at: at }).where('id', '=', sql<string>`any(${ids}::uuid[])`).where('superseded_at', 'is', null).execute()

export const insertBatch = (tx: Tx, row: Insertable<ActualBatchTable>) => tx.insertInto('actual_batch').values(row).execute()
export const findBatch = (tx: Tx, id: string): Promise<StoredBatch | undefined> => tx.selectFrom('actual_batch').selectAll().where('id', '=', id).executeTakeFirst()
export const closeBatch = (tx: Tx, id: string, undone: { readonly at: string; readonly by: string }) => tx.updateTable('actual_batch').set({ undone_at: undone.at, undone_by: undone.by }).where('id', '=', id).execute()
export const readBatches = (tx: Tx): Promise<StoredBatch[]> => tx.selectFrom('actual_batch').selectAll().orderBy('recorded_at', 'desc').orderBy('id', 'desc').limit(100).execute()

/** What a batch recorded. */
export const readBatchRows = (tx: Tx, batchId: string): Promise<StoredActual[]> => tx.selectFrom('measure_actual').selectAll().where('batch_id', '=', batchId).execute()
/** Records by their ids, in force or closed. */
export const readActuals = (tx: Tx, ids: readonly string[]): Promise<StoredActual[]> => tx.selectFrom('measure_actual').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
