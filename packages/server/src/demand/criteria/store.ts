import type { CriteriaContent, Raw, Weighing } from '@throughline/engine/demand'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import './tables.ts'
import type { CriteriaModelTable, CriteriaScoreTable } from './tables.ts'

export type StoredModel = Omit<Selectable<CriteriaModelTable>, 'content' | 'weighing'> & { readonly content: CriteriaContent; readonly weighing: Weighing | null }
export type StoredScore = Omit<Selectable<CriteriaScoreTable>, 'raw'> & { readonly raw: Raw }

const standing = (tx: Tx) => tx.selectFrom('criteria_model').selectAll().where('removed_at', 'is', null)

/** Every version, the newest first. */
export const readModels = async (tx: Tx): Promise<readonly StoredModel[]> => (await standing(tx).orderBy('no', 'desc').execute()) as StoredModel[]
/** One version, held until the act ends. */
export const lockModel = async (tx: Tx, id: string): Promise<StoredModel | undefined> => (await standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()) as StoredModel | undefined
/** The number of the next version: those that were put away keep theirs. */
export const nextNo = async (tx: Tx): Promise<number> => ((await tx.selectFrom('criteria_model').select((row) => row.fn.max('no').as('last')).executeTakeFirst())?.last ?? 0) + 1

const asJson = ({ content, weighing, ...row }: { readonly content?: CriteriaContent; readonly weighing?: Weighing | null }) => ({
  ...row, ...(content === undefined ? {} : { content: JSON.stringify(content) }), ...(weighing === undefined ? {} : { weighing: weighing === null ? null : JSON.stringify(weighing) }),
})
type Given<Row> = Omit<Row, 'content' | 'weighing'> & { readonly content?: CriteriaContent; readonly weighing?: Weighing | null }
export const insertModel = (tx: Tx, row: Given<Insertable<CriteriaModelTable>> & { readonly content: CriteriaContent }) => tx.insertInto('criteria_model').values(asJson(row) as Insertable<CriteriaModelTable>).execute()
/** Changes a version and counts its version up. */
export const updateModel = (tx: Tx, id: string, set: Given<Updateable<CriteriaModelTable>>) => tx.updateTable('criteria_model').set(asJson(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** What holds of what people judged, of some initiatives or of all: the newest by initiative and criterion. */
export const readScores = async (tx: Tx, initiativeIds?: readonly string[]): Promise<readonly StoredScore[]> =>
  (await tx.selectFrom('criteria_score').distinctOn(['initiative_id', 'criterion_id']).selectAll().$if(initiativeIds !== undefined, (query) => query.where('initiative_id', '=', sql<string>`any(${initiativeIds ?? []}::uuid[])`))
    .orderBy('initiative_id').orderBy('criterion_id').orderBy('judged_at', 'desc').orderBy('id', 'desc').execute()) as StoredScore[]
export const insertScore = (tx: Tx, { raw, ...row }: Omit<Insertable<CriteriaScoreTable>, 'raw'> & { readonly raw: Raw }) => tx.insertInto('criteria_score').values({ ...row, raw: JSON.stringify(raw) }).execute()

/** What versions are called, with those that were put away. */
export const namesOfModels = (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => tx.selectFrom('criteria_model').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
/** What was judged of an initiative, by id. */
export const scoresOf = async (tx: Tx, initiativeId: string): Promise<readonly { readonly id: string }[]> => tx.selectFrom('criteria_score').select('id').where('initiative_id', '=', initiativeId).execute()
