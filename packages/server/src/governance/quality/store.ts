import type { QualityCriterion } from '@throughline/contract/governance'
import type { InitiativeState } from '@throughline/engine/demand'
import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { AcceptanceConditionTable, AcceptanceDecisionTable, DeliverableEditionTable, DeliverableTable, QualityDefectTable, QualityReviewTable, QualityReworkTable } from './tables.ts'

/** Who said something, when, in which words. */
export type Said = { readonly by: string; readonly at: string; readonly words: string }
export type Named = { readonly id: string; readonly name: string }
type DeliverableJson = { readonly authors: readonly Named[]; readonly makers: readonly string[]; readonly withdrawn: Said | null }
export type StoredDeliverable = Omit<Selectable<DeliverableTable>, keyof DeliverableJson> & DeliverableJson
type EditionJson = { readonly criteria: readonly QualityCriterion[]; readonly agreed: { readonly by: string; readonly on: string } | null }
export type StoredEdition = Omit<Selectable<DeliverableEditionTable>, keyof EditionJson> & EditionJson
export type StoredReview = Omit<Selectable<QualityReviewTable>, 'looked'> & { readonly looked: readonly string[] }
export type StoredDefect = Omit<Selectable<QualityDefectTable>, 'dismissed'> & { readonly dismissed: Said | null }
export type StoredRework = Omit<Selectable<QualityReworkTable>, 'corrected'> & { readonly corrected: readonly number[] }
export type StoredDecision = Selectable<AcceptanceDecisionTable>
type ConditionJson = { readonly covers: readonly string[]; readonly met: Said | null }
export type StoredCondition = Omit<Selectable<AcceptanceConditionTable>, keyof ConditionJson> & ConditionJson
/** The initiative of a deliverable, which is there. */
export type OfInitiative = { readonly initiative: string; readonly initiative_state: InitiativeState; readonly unit_id: string | null }

const packed = (given: object): object => Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined).map(([name, part]) => [name, typeof part === 'object' && part !== null ? JSON.stringify(part) : (part as unknown)]))
const among = (ids: readonly string[]): RawBuilder<string> => sql<string>`any(${[...ids]}::uuid[])`

/** Deliverables of initiatives that are there. */
const standing = sql`deliverable d join initiative i on i.org_id = d.org_id and i.id = d.initiative_id and i.removed_at is null`
/** What of the list is asked for: of one initiative, in a state, by words of its name or of that of its initiative. */
export type Asked = { readonly initiativeId?: string | undefined; readonly state?: string | undefined; readonly search?: string | undefined }
const asked = ({ initiativeId, state, search }: Asked): RawBuilder<unknown> => {
  const words = `%${(search ?? '').trim().toLowerCase().replaceAll(/[\\%_]/g, (mark) => `\\${mark}`)}%`
  const parts = [...(initiativeId === undefined ? [] : [sql`d.initiative_id = ${initiativeId}`]), ...(state === undefined ? [] : [sql`d.state = ${state}`]), ...(search === undefined ? [] : [sql`(lower(d.name) like ${words} or lower(i.name) like ${words})`])]
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `)
}

/** A page of deliverables by the day on which they are needed, and how many there are. */
export async function readDeliverables(tx: Tx, what: Asked, { from, limit }: { readonly from: number; readonly limit: number }): Promise<{ readonly rows: readonly (StoredDeliverable & OfInitiative)[]; readonly total: number }> {
  const { rows } = await sql<StoredDeliverable & OfInitiative>`select d.*, i.name as initiative, i.state as initiative_state, i.unit_id from ${standing} where ${asked(what)} order by d.state = 'withdrawn', d.due_on, lower(d.name), d.id offset ${from} limit ${limit}`.execute(tx)
  const counted = await sql<{ total: number }>`select count(*)::int as total from ${standing} where ${asked(what)}`.execute(tx)
  return { rows, total: counted.rows[0]?.total ?? 0 }
}

/** One deliverable of an initiative that is there. */
export const readDeliverable = async (tx: Tx, id: string): Promise<(StoredDeliverable & OfInitiative) | undefined> => (await sql<StoredDeliverable & OfInitiative>`select d.*, i.name as initiative, i.state as initiative_state, i.unit_id from ${standing} where d.id = ${id}`.execute(tx)).rows[0]
/** As `readDeliverable`, held until the act ends. */
export async function lockDeliverable(tx: Tx, id: string): Promise<(StoredDeliverable & OfInitiative) | undefined> {
  await tx.selectFrom('deliverable').select('id').where('id', '=', id).forUpdate().execute()
  return readDeliverable(tx, id)
}
/** Whether an initiative has another deliverable of a name that was not withdrawn. */
export const nameTaken = async (tx: Tx, initiativeId: string, name: string, but: string | null): Promise<boolean> =>
  (await sql`select from deliverable where initiative_id = ${initiativeId} and lower(name) = lower(${name}) and state <> 'withdrawn' and (${but}::uuid is null or id <> ${but}::uuid)`.execute(tx)).rows.length > 0
export const insertDeliverable = (tx: Tx, row: Omit<Insertable<DeliverableTable>, keyof DeliverableJson> & Pick<DeliverableJson, 'authors' | 'makers'>) => tx.insertInto('deliverable').values(packed(row) as Insertable<DeliverableTable>).execute()
/** Changes a deliverable and counts its version up. */
export const updateDeliverable = (tx: Tx, id: string, set: Omit<Updateable<DeliverableTable>, keyof DeliverableJson> & Partial<DeliverableJson>) => tx.updateTable('deliverable').set(packed(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Editions of some deliverables, the newest first. */
export const readEditions = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredEdition[]> => (await tx.selectFrom('deliverable_edition').selectAll().where('deliverable_id', '=', among(ids)).orderBy('no', 'desc').execute()) as StoredEdition[]
export const insertEdition = (tx: Tx, row: Omit<Insertable<DeliverableEditionTable>, keyof EditionJson> & Pick<EditionJson, 'criteria'>) => tx.insertInto('deliverable_edition').values(packed(row) as Insertable<DeliverableEditionTable>).execute()
export const updateEdition = (tx: Tx, id: string, set: Omit<Updateable<DeliverableEditionTable>, keyof EditionJson> & Partial<EditionJson>) => tx.updateTable('deliverable_edition').set(packed(set)).where('id', '=', id).execute()

/** Reviews of some deliverables, the newest first. */
export const readReviews = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredReview[]> => (await tx.selectFrom('quality_review').selectAll().where('deliverable_id', '=', among(ids)).orderBy('reviewed_on', 'desc').orderBy('id', 'desc').execute()) as StoredReview[]
export const insertReview = (tx: Tx, row: Omit<Insertable<QualityReviewTable>, 'looked'> & Pick<StoredReview, 'looked'>) => tx.insertInto('quality_review').values(packed(row) as Insertable<QualityReviewTable>).execute()

/** Defects of some deliverables by their number. */
export const readDefects = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredDefect[]> => (await tx.selectFrom('quality_defect').selectAll().where('deliverable_id', '=', among(ids)).orderBy('deliverable_id').orderBy('no').execute()) as StoredDefect[]
export const insertDefects = async (tx: Tx, rows: readonly Omit<Insertable<QualityDefectTable>, 'dismissed'>[]): Promise<void> => {
  if (rows.length > 0) await tx.insertInto('quality_defect').values([...rows]).execute()
}
export const updateDefects = (tx: Tx, ids: readonly string[], set: Omit<Updateable<QualityDefectTable>, 'dismissed'> & { readonly dismissed?: Said }) => tx.updateTable('quality_defect').set(packed(set)).where('id', '=', among(ids)).execute()

/** Rounds of rework of some deliverables, the newest first. */
export const readRework = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredRework[]> => (await tx.selectFrom('quality_rework').selectAll().where('deliverable_id', '=', among(ids)).orderBy('worked_on', 'desc').orderBy('id', 'desc').execute()) as StoredRework[]
export const insertRework = (tx: Tx, row: Omit<Insertable<QualityReworkTable>, 'corrected'> & Pick<StoredRework, 'corrected'>) => tx.insertInto('quality_rework').values(packed(row) as Insertable<QualityReworkTable>).execute()

/** Decisions on some deliverables, the newest first. */
export const readDecisions = (tx: Tx, ids: readonly string[]): Promise<readonly StoredDecision[]> => tx.selectFrom('acceptance_decision').selectAll().where('deliverable_id', '=', among(ids)).orderBy('decided_on', 'desc').orderBy('id', 'desc').execute()
export const insertDecision = (tx: Tx, row: Insertable<AcceptanceDecisionTable>) => tx.insertInto('acceptance_decision').values(row).execute()
export const readConditions = async (tx: Tx, ids: readonly string[]): Promise<readonly StoredCondition[]> => (await tx.selectFrom('acceptance_condition').selectAll().where('deliverable_id', '=', among(ids)).orderBy('due_on').orderBy('id').execute()) as StoredCondition[]
export const insertConditions = async (tx: Tx, rows: readonly (Omit<Insertable<AcceptanceConditionTable>, keyof ConditionJson> & Pick<ConditionJson, 'covers'>)[]): Promise<void> => {
  if (rows.length > 0) await tx.insertInto('acceptance_condition').values(rows.map((row) => packed(row) as Insertable<AcceptanceConditionTable>)).execute()
}
export const updateCondition = (tx: Tx, id: string, met: Said) => tx.updateTable('acceptance_condition').set({ met: JSON.stringify(met) }).where('id', '=', id).execute()
export type OpenCondition = Pick<StoredCondition, 'id' | 'words' | 'owner_id' | 'owner' | 'due_on' | 'deliverable_id'> & { readonly deliverable: string; readonly initiative_id: string; readonly initiative: string }
/** Conditions that are not met, by their day. */
export async function readOpenConditions(tx: Tx, initiativeId: string | undefined, most: number): Promise<{ readonly rows: readonly OpenCondition[]; readonly all: number }> {
  const { rows } = await sql<OpenCondition & { all: number }>`select c.id, c.words, c.owner_id, c.owner, c.due_on, c.deliverable_id, d.name as deliverable, d.initiative_id, i.name as initiative, (count(*) over ())::int as all
    from ${standing} join acceptance_condition c on c.org_id = d.org_id and c.deliverable_id = d.id where c.met is null and ${asked({ initiativeId })} order by c.due_on, c.id limit ${most}`.execute(tx)
  return { rows, all: rows[0]?.all ?? 0 }
}

/** The name of a milestone of an initiative; undefined where it has none of this id. */
export const milestoneOf = async (tx: Tx, initiativeId: string, id: string): Promise<string | undefined> => (await sql<{ name: string }>`select name from task where id = ${id} and initiative_id = ${initiativeId} and kind = 'milestone' and removed_at is null`.execute(tx)).rows[0]?.name
/** Deliverables of an initiative. */
export const deliverableIdsOf = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await tx.selectFrom('deliverable').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
export type NamedDeliverable = Named & { readonly initiative_id: string; readonly unit_id: string | null; readonly gone: boolean } & Pick<StoredDeliverable, 'state' | 'edition_no'>
/** Deliverables by their names, with how far they are and what place in the organisation their initiative has. */
export const namesOfDeliverables = async (tx: Tx, ids: readonly string[]): Promise<readonly NamedDeliverable[]> =>
  (await sql<NamedDeliverable>`select d.id, d.name, d.initiative_id, d.state, d.edition_no, i.unit_id, i.removed_at is not null as gone from deliverable d join initiative i on i.org_id = d.org_id and i.id = d.initiative_id where d.id = ${among(ids)}`.execute(tx)).rows
