import type { HealthIndicator, ReviewEvidence, ReviewQuestion, ReviewReason } from '@throughline/contract/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { HealthCheckTable, JudgedAreaTable, RecommendationTable, RefusedReviewerTable } from './tables.ts'

/** Who said something, when, in which words. */
export type Said = { readonly by: string; readonly at: string; readonly words: string }
type Named = { readonly id: string; readonly name: string }
type CheckJson = { readonly questions: readonly ReviewQuestion[]; readonly reviewers: readonly Named[]; readonly called_off: Said | null; readonly report: Said | null; readonly reasons: readonly ReviewReason[] | null; readonly indicators: readonly HealthIndicator[] | null }
export type StoredCheck = Omit<Selectable<HealthCheckTable>, keyof CheckJson> & CheckJson
export type StoredArea = Omit<Selectable<JudgedAreaTable>, 'evidence'> & { readonly evidence: readonly ReviewEvidence[] }
/** That a recommendation is done, with the account of whoever said so: it is kept apart from the owner, who can change. */
type SaidDone = Said & { readonly byId?: string }
type RecommendationJson = { readonly outcome: SaidDone | null; readonly recheck: Said | null; readonly withdrawn: Said | null }
export type StoredRecommendation = Omit<Selectable<RecommendationTable>, keyof RecommendationJson> & RecommendationJson
export type StoredRefusedReviewer = Selectable<RefusedReviewerTable>

const packed = (given: object): object => Object.fromEntries(Object.entries(given).filter(([, part]) => part !== undefined).map(([name, part]) => [name, typeof part === 'object' && part !== null ? JSON.stringify(part) : (part as unknown)]))

/** Booked health checks by their day, then the others, newest first. */
export const readChecks = async (tx: Tx, most: number): Promise<readonly StoredCheck[]> =>
  (await tx.selectFrom('health_check').selectAll().orderBy(sql`state <> 'booked'`).orderBy(sql`case when state = 'booked' then planned_on end`).orderBy('booked_at', 'desc').orderBy('id').limit(most).execute()) as StoredCheck[]
export const countChecks = async (tx: Tx): Promise<number> => (await tx.selectFrom('health_check').select(sql<number>`count(*)::int`.as('all')).executeTakeFirstOrThrow()).all
/** Health checks of some initiatives that have a report, newest first. */
export const readReported = async (tx: Tx, initiativeIds: readonly string[]): Promise<readonly StoredCheck[]> =>
  (await tx.selectFrom('health_check').selectAll().where('state', '=', 'reported').where('initiative_id', '=', sql<string>`any(${initiativeIds}::uuid[])`).orderBy(sql`report->>'at'`, 'desc').orderBy('id').execute()) as StoredCheck[]
export const readCheck = async (tx: Tx, id: string): Promise<StoredCheck | undefined> => (await tx.selectFrom('health_check').selectAll().where('id', '=', id).executeTakeFirst()) as StoredCheck | undefined
/** One health check, held until the act ends. */
export const lockCheck = async (tx: Tx, id: string): Promise<StoredCheck | undefined> => (await tx.selectFrom('health_check').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredCheck | undefined
/** Health checks of some initiatives that were not called off. */
export const readChecksOf = async (tx: Tx, initiativeIds: readonly string[]): Promise<readonly StoredCheck[]> => (await tx.selectFrom('health_check').selectAll().where('initiative_id', '=', sql<string>`any(${initiativeIds}::uuid[])`).where('state', '<>', 'called_off').execute()) as StoredCheck[]
export const checkIdsOf = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await tx.selectFrom('health_check').select('id').where('initiative_id', '=', initiativeId).execute()).map(({ id }) => id)
export const insertCheck = (tx: Tx, row: Omit<Insertable<HealthCheckTable>, keyof CheckJson> & Pick<CheckJson, 'questions' | 'reviewers'>) => tx.insertInto('health_check').values(packed(row) as Insertable<HealthCheckTable>).execute()
/** Changes a health check and counts its version up. */
export const updateCheck = (tx: Tx, id: string, set: Omit<Updateable<HealthCheckTable>, keyof CheckJson> & Partial<CheckJson>) => tx.updateTable('health_check').set(packed(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** The newest judgement of each area, by health check. */
export const readAreas = async (tx: Tx, checkIds: readonly string[]): Promise<readonly StoredArea[]> =>
  (await tx.selectFrom('judged_area').distinctOn(['check_id', 'area']).selectAll().where('check_id', '=', sql<string>`any(${checkIds}::uuid[])`).orderBy('check_id').orderBy('area').orderBy('judged_at', 'desc').orderBy('id', 'desc').execute()) as StoredArea[]
export const insertArea = (tx: Tx, row: Omit<Insertable<JudgedAreaTable>, 'evidence'> & Pick<StoredArea, 'evidence'>) => tx.insertInto('judged_area').values({ ...row, evidence: JSON.stringify(row.evidence) }).execute()

/** Recommendations of some health checks, in the order in which they were given. */
export const readRecommendations = async (tx: Tx, checkIds: readonly string[]): Promise<readonly StoredRecommendation[]> =>
  (await tx.selectFrom('recommendation').selectAll().where('check_id', '=', sql<string>`any(${checkIds}::uuid[])`).orderBy('given_at').orderBy('id').execute()) as StoredRecommendation[]
/** Every recommendation of a report, with that. */
export async function readReportedRecommendations(tx: Tx): Promise<readonly { readonly check: StoredCheck; readonly recommendation: StoredRecommendation }[]> {
  const checks = (await tx.selectFrom('health_check').selectAll().where('state', '=', 'reported').execute()) as StoredCheck[]
  const byId = new Map(checks.map((check) => [check.id, check]))
  return (await readRecommendations(tx, [...byId.keys()])).flatMap((recommendation) => {
    const check = byId.get(recommendation.check_id)
    return check ? [{ check, recommendation }] : []
  })
}
export const recommendationIdsOf = async (tx: Tx, checkIds: readonly string[]): Promise<readonly string[]> => (await tx.selectFrom('recommendation').select('id').where('check_id', '=', sql<string>`any(${checkIds}::uuid[])`).execute()).map(({ id }) => id)
export const lockRecommendation = async (tx: Tx, id: string): Promise<StoredRecommendation | undefined> => (await tx.selectFrom('recommendation').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredRecommendation | undefined
export const insertRecommendation = (tx: Tx, row: Omit<Insertable<RecommendationTable>, keyof RecommendationJson>) => tx.insertInto('recommendation').values(row).execute()
export const updateRecommendation = (tx: Tx, id: string, set: Omit<Updateable<RecommendationTable>, keyof RecommendationJson> & Partial<RecommendationJson>) => tx.updateTable('recommendation').set(packed(set)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Who was refused as reviewer, newest first. */
export const readRefusedReviewers = (tx: Tx, most: number): Promise<readonly StoredRefusedReviewer[]> => tx.selectFrom('refused_reviewer').selectAll().orderBy('refused_at', 'desc').orderBy('id', 'desc').limit(most).execute()
export const insertRefusedReviewer = (tx: Tx, row: Insertable<RefusedReviewerTable>) => tx.insertInto('refused_reviewer').values(row).execute()

/** Health checks by their initiatives, with where they are shown. */
export const namesOfChecks = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> =>
  (await sql<{ id: string; name: string }>`select c.id, i.name || ', health check' as name from health_check c join initiative i on i.org_id = c.org_id and i.id = c.initiative_id where c.id = any(${ids}::uuid[])`.execute(tx)).rows
