import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { TensionTable } from '../tables.ts'

export type StoredTension = Selectable<TensionTable>

/** Tensions that somebody lives with, oldest first. */
export const readTensions = (tx: Tx): Promise<readonly StoredTension[]> => tx.selectFrom('tension').selectAll().where('removed_at', 'is', null).orderBy('recorded_at').orderBy('id').execute()

export const insertTension = (tx: Tx, row: Insertable<TensionTable>) => tx.insertInto('tension').values(row).execute()
export const removeTension = (tx: Tx, id: string, at: string) => tx.updateTable('tension').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
