import type { RegisterFinding } from '@throughline/contract/governance'
import type { FindingCounts, RiskRules } from '@throughline/engine/governance'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { RiskOpinionTable, RiskRulesTable } from './tables.ts'

export type StoredOpinion = Omit<Selectable<RiskOpinionTable>, 'org_id' | 'counts' | 'findings'> & { readonly counts: FindingCounts; readonly findings: readonly RegisterFinding[] }
export type StoredRules = RiskRules & Pick<Selectable<RiskRulesTable>, 'id' | 'version'>

/** What was agreed on for all registers; undefined as long as the usual holds. */
export async function readRules(tx: Tx): Promise<StoredRules | undefined> {
  const row = await tx.selectFrom('risk_rules').selectAll().executeTakeFirst()
  return row && { id: row.id, version: row.version, nearDays: row.near_days, nearReviewDays: row.near_review_days, fullReviewDays: row.full_review_days, lowReviewDays: row.low_review_days, staleReviews: row.stale_reviews, leastPattern: row.least_pattern, leastOver: row.least_over }
}
const columns = ({ nearDays, nearReviewDays, fullReviewDays, lowReviewDays, staleReviews, leastPattern, leastOver }: RiskRules) => ({ near_days: nearDays, near_review_days: nearReviewDays, full_review_days: fullReviewDays, low_review_days: lowReviewDays, stale_reviews: staleReviews, least_pattern: leastPattern, least_over: leastOver })
export const insertRules = (tx: Tx, { id, orgId, rules }: { readonly id: string; readonly orgId: string; readonly rules: RiskRules }) => tx.insertInto('risk_rules').values({ org_id: orgId, id, ...columns(rules) }).execute()
export const updateRules = (tx: Tx, id: string, rules: RiskRules) => tx.updateTable('risk_rules').set(columns(rules)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Opinions on an initiative, the newest first. */
export const readOpinionsOf = async (tx: Tx, initiativeId: string, most: number): Promise<readonly StoredOpinion[]> =>
  (await tx.selectFrom('risk_opinion').select(['id', 'initiative_id', 'no', 'class', 'by_rule', 'words', 'counts', 'findings', 'given_by_id', 'given_by', 'of_day', 'given_at']).where('initiative_id', '=', initiativeId).orderBy('no', 'desc').limit(most).execute()) as StoredOpinion[]
/** The newest opinion on each initiative, without its findings. */
export async function readNewestOpinions(tx: Tx): Promise<ReadonlyMap<string, Pick<StoredOpinion, 'no' | 'class' | 'given_by' | 'of_day'>>> {
  const rows = await tx.selectFrom('risk_opinion').distinctOn('initiative_id').select(['initiative_id', 'no', 'class', 'given_by', 'of_day']).orderBy('initiative_id').orderBy('no', 'desc').execute()
  return new Map(rows.map(({ initiative_id, ...row }) => [initiative_id, row]))
}
export const insertOpinion = (tx: Tx, { counts, findings, ...row }: Omit<Insertable<RiskOpinionTable>, 'counts' | 'findings'> & Pick<StoredOpinion, 'counts' | 'findings'>) => tx.insertInto('risk_opinion').values({ ...row, counts: JSON.stringify(counts), findings: JSON.stringify(findings) }).execute()
export const opinionIdsOf = async (tx: Tx, initiativeId: string): Promise<readonly string[]> => (await sql<{ id: string }>`select id from risk_opinion where initiative_id = ${initiativeId}`.execute(tx)).rows.map(({ id }) => id)
