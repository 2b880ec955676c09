import type { Signal, UnitStrategy } from '@throughline/contract/strategy'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { StrategyAcknowledgementTable, StrategySignalTable } from './tables.ts'

export type StoredSignal = Omit<Selectable<StrategySignalTable>, 'answer'> & { readonly answer: Signal['answer'] }
export type StoredAcknowledgement = Selectable<StrategyAcknowledgementTable>
/** A version that was put in force, and the strategies of units that it held. */
export type Published = { readonly id: string; readonly unitIds: readonly string[] }

/** Every signal, newest first. */
export const readSignals = async (tx: Tx): Promise<readonly StoredSignal[]> => (await tx.selectFrom('strategy_signal').selectAll().orderBy('raised_at', 'desc').orderBy('id', 'desc').execute()) as StoredSignal[]
/** Signals of an opportunity that nobody has answered yet, the newest first. */
export const openOpportunities = async (tx: Tx): Promise<readonly { readonly id: string; readonly unit: string; readonly words: string; readonly at: string }[]> =>
  tx.selectFrom('strategy_signal').select(['id', 'unit_name as unit', 'words', 'raised_at as at']).where('kind', '=', 'opportunity').where('answer', 'is', null).orderBy('raised_at', 'desc').orderBy('id', 'desc').execute()
/** One signal, held until the act ends. */
export const lockSignal = async (tx: Tx, id: string): Promise<StoredSignal | undefined> => (await tx.selectFrom('strategy_signal').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredSignal | undefined
export const readAcknowledgements = (tx: Tx): Promise<readonly StoredAcknowledgement[]> => tx.selectFrom('strategy_acknowledgement').selectAll().execute()

/** Versions that are or were in force, with the units that each spoke to. */
export async function readPublished(tx: Tx): Promise<readonly Published[]> {
  const rows = await tx.selectFrom('strategy_version').select(['id', 'unit_strategies']).where('status', 'in', ['in_force', 'superseded']).where('removed_at', 'is', null).execute()
  return rows.map(({ id, unit_strategies }) => ({ id, unitIds: (unit_strategies as readonly UnitStrategy[]).map((one) => one.id) }))
}

export const insertSignal = (tx: Tx, row: Omit<Insertable<StrategySignalTable>, 'answer'>) => tx.insertInto('strategy_signal').values(row).execute()
export const keepAnswer = (tx: Tx, id: string, answer: NonNullable<Signal['answer']>) => tx.updateTable('strategy_signal').set({ answer: JSON.stringify(answer) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const keepEscalated = (tx: Tx, id: string, at: string) => tx.updateTable('strategy_signal').set({ escalated_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** Keeps an acknowledgement; tells who was first where somebody of the unit had acknowledged the version already. */
export async function keepAcknowledgement(tx: Tx, row: Insertable<StrategyAcknowledgementTable>): Promise<StoredAcknowledgement | undefined> {
  const kept = await tx.insertInto('strategy_acknowledgement').values(row).onConflict((conflict) => conflict.columns(['org_id', 'version_id', 'unit_id']).doNothing()).returning('id').executeTakeFirst()
  return kept ? undefined : tx.selectFrom('strategy_acknowledgement').selectAll().where('version_id', '=', row.version_id).where('unit_id', '=', row.unit_id).executeTakeFirst()
}

/** Accounts of the owners of the organisation: they answer for its strategy. */
export const readOwners = async (tx: Tx): Promise<readonly string[]> => (await sql<{ id: string }>`select account_id as id from membership where role = 'owner'`.execute(tx)).rows.map(({ id }) => id)
