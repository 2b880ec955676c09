import type { Insertable, Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { MeasureNarrativeTable } from './tables.ts'

export type StoredAnchor = { readonly on: string; readonly value: string }
export type StoredNarrative = Omit<Selectable<MeasureNarrativeTable>, 'anchors'> & { readonly anchors: readonly StoredAnchor[] }

/** What was said of a measure and not taken back, newest first. */
export const readNarratives = async (tx: Tx, measureId: string): Promise<readonly StoredNarrative[]> =>
  (await tx.selectFrom('measure_narrative').selectAll().where('measure_id', '=', measureId).where('removed_at', 'is', null).orderBy('said_at', 'desc').orderBy('id', 'desc').limit(200).execute()) as StoredNarrative[]

/** One that was not taken back, held until the act ends. */
export const lockNarrative = async (tx: Tx, id: string): Promise<StoredNarrative | undefined> =>
  (await tx.selectFrom('measure_narrative').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()) as StoredNarrative | undefined

export const insertNarrative = (tx: Tx, { anchors, ...row }: Omit<Insertable<MeasureNarrativeTable>, 'anchors'> & { readonly anchors: readonly StoredAnchor[] }) => tx.insertInto('measure_narrative').values({ ...row, anchors: JSON.stringify(anchors) }).execute()
export const takeBack = (tx: Tx, id: string, at: string) => tx.updateTable('measure_narrative').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
