import type { NewGround } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import './tables.ts'

export type StoredGround = { readonly id: string; readonly version: number; readonly said: NewGround }

const grounds = (tx: Tx) => tx.selectFrom('coherence_ground').select(['id', 'version', 'said'])

/** All of them, in the order in which they were recorded. */
export const readStoredGrounds = async (tx: Tx): Promise<readonly StoredGround[]> => (await grounds(tx).orderBy('id').execute()) as readonly StoredGround[]
/** One, locked until the act ends. */
export const lockGround = async (tx: Tx, id: string): Promise<StoredGround | undefined> => (await grounds(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as StoredGround | undefined
export const insertGround = (tx: Tx, row: { readonly org_id: string; readonly id: string; readonly said: NewGround }) => tx.insertInto('coherence_ground').values({ ...row, said: JSON.stringify(row.said) }).execute()
/** Says it otherwise, with its version counted up. */
export const updateGround = (tx: Tx, id: string, said: NewGround) => tx.updateTable('coherence_ground').set({ said: JSON.stringify(said) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const deleteGround = (tx: Tx, id: string) => tx.deleteFrom('coherence_ground').where('id', '=', id).execute()
