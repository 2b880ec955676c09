import type { SignalEffect, SignalTriage } from '@throughline/engine/strategy'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { AssumptionTable, ChangeSignalTable, WatchItemTable } from './tables.ts'

type Told = { readonly words: string; readonly by: string; readonly on: string }
export type Effect = Told & { readonly assumptionId: string; readonly effect: SignalEffect }
type About = { readonly objectives: readonly string[]; readonly services: readonly string[] }
export type StoredSignal = Omit<Selectable<ChangeSignalTable>, 'org_id' | 'triage' | 'objectives' | 'services' | 'effects'> & About & { readonly triage: (SignalTriage & { readonly reason: string; readonly by: string; readonly on: string }) | null; readonly effects: readonly Effect[] }
export type StoredAssumption = Omit<Selectable<AssumptionTable>, 'org_id' | 'wire' | 'tripped' | 'reviewed' | 'objectives' | 'services'> & About & {
  readonly wire: { readonly measureId: string; readonly direction: 'above' | 'below'; readonly value: number } | null
  readonly tripped: (Told & { readonly signalId: string }) | null
  readonly reviewed: (Told & { readonly outcome: 'holds' | 'reworded' | 'given_up' }) | null
}
export type StoredWatchItem = Omit<Selectable<WatchItemTable>, 'org_id'>

const signals = (tx: Tx) => tx.selectFrom('change_signal').selectAll()
const assumptions = (tx: Tx) => tx.selectFrom('assumption').selectAll()
const watched = (tx: Tx) => tx.selectFrom('watch_item').selectAll()

/** Every signal of change, the newest first. */
export const readChangeSignals = async (tx: Tx): Promise<readonly StoredSignal[]> => (await signals(tx).orderBy('seen_on', 'desc').orderBy('id', 'desc').execute()) as unknown as StoredSignal[]
export const readAssumptions = async (tx: Tx): Promise<readonly StoredAssumption[]> => (await assumptions(tx).orderBy(sql`lower(statement)`).orderBy('id').execute()) as unknown as StoredAssumption[]
export const readWatchItems = async (tx: Tx): Promise<readonly StoredWatchItem[]> => watched(tx).orderBy(sql`lower(theme)`).orderBy('id').execute()
/** Each locked until the act ends. */
export const lockChangeSignal = async (tx: Tx, id: string): Promise<StoredSignal | undefined> => (await signals(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as unknown as StoredSignal | undefined
export const lockAssumption = async (tx: Tx, id: string): Promise<StoredAssumption | undefined> => (await assumptions(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as unknown as StoredAssumption | undefined
export const lockWatchItem = (tx: Tx, id: string): Promise<StoredWatchItem | undefined> => watched(tx).where('id', '=', id).forUpdate().executeTakeFirst()
export const assumptionSaying = (tx: Tx, statement: string) => tx.selectFrom('assumption').select(['id', 'statement']).where(sql<boolean>`lower(statement) = lower(${statement})`).executeTakeFirst()
export const watchItemOf = (tx: Tx, theme: string) => tx.selectFrom('watch_item').select(['id', 'theme']).where(sql<boolean>`lower(theme) = lower(${theme})`).executeTakeFirst()

/** Lists and documents are written as JSON; days, texts and numbers as they are. */
const written = <T extends object>(row: T): T => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === 'object' && value !== null ? JSON.stringify(value) : value])) as T

export const insertChangeSignal = (tx: Tx, row: Insertable<ChangeSignalTable>) => tx.insertInto('change_signal').values(written(row)).execute()
export const insertAssumption = (tx: Tx, row: Insertable<AssumptionTable>) => tx.insertInto('assumption').values(written(row)).execute()
export const insertWatchItem = (tx: Tx, row: Insertable<WatchItemTable>) => tx.insertInto('watch_item').values(row).execute()
/** Each changed, with its version counted up. */
export const updateChangeSignal = (tx: Tx, id: string, set: Updateable<ChangeSignalTable>) => tx.updateTable('change_signal').set(written(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const updateAssumption = (tx: Tx, id: string, set: Updateable<AssumptionTable>) => tx.updateTable('assumption').set(written(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const updateWatchItem = (tx: Tx, id: string, set: Updateable<WatchItemTable>) => tx.updateTable('watch_item').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const deleteWatchItem = (tx: Tx, id: string) => tx.deleteFrom('watch_item').where('id', '=', id).execute()
