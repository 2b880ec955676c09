import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import '../tables.ts'
import { statementIds } from '../first-strategy.ts'
import type { ReadingAnswerTable, ReadingReviewTable, SourcePassageTable, StrategySourceTable } from './tables.ts'

export type StoredSource = Omit<Selectable<StrategySourceTable>, 'text'>
export type StoredPassage = Selectable<SourcePassageTable>
export type StoredReview = Omit<Selectable<ReadingReviewTable>, 'passages'> & { readonly passages: readonly string[] }

/** Every source without its text, the newest recorded first. */
export const readSources = (tx: Tx): Promise<readonly StoredSource[]> =>
  tx.selectFrom('strategy_source').select(['org_id', 'id', 'title', 'issued_on', 'characters', 'edition_of', 'recorded_at', 'recorded_by']).orderBy('recorded_at', 'desc').orderBy('id', 'desc').execute()
/** The text of one source. */
export const readText = async (tx: Tx, id: string): Promise<string | undefined> => (await tx.selectFrom('strategy_source').select('text').where('id', '=', id).executeTakeFirst())?.text
export const insertSource = (tx: Tx, row: Insertable<StrategySourceTable>) => tx.insertInto('strategy_source').values(row).execute()

/** What objectives rest on, in the order of the texts. */
export const readPassages = (tx: Tx): Promise<readonly StoredPassage[]> => tx.selectFrom('source_passage').selectAll().where('removed_at', 'is', null).orderBy('source_id').orderBy('from_at').orderBy('id').execute()
export const lockPassage = (tx: Tx, id: string): Promise<StoredPassage | undefined> => tx.selectFrom('source_passage').selectAll().where('id', '=', id).where('removed_at', 'is', null).forUpdate().executeTakeFirst()
export const insertPassage = (tx: Tx, row: Insertable<SourcePassageTable>) => tx.insertInto('source_passage').values(row).execute()
export const takePassageAway = (tx: Tx, id: string, at: string) => tx.updateTable('source_passage').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Everything that was said of readings, the oldest first. */
export const readReviews = async (tx: Tx): Promise<readonly StoredReview[]> => (await tx.selectFrom('reading_review').selectAll().orderBy('reviewed_at').orderBy('id').execute()) as StoredReview[]
export const insertReview = (tx: Tx, { passages, ...row }: Omit<Insertable<ReadingReviewTable>, 'passages'> & { readonly passages: readonly string[] }) => tx.insertInto('reading_review').values({ ...row, passages: JSON.stringify(passages) }).execute()

export type StoredAnswer = Selectable<ReadingAnswerTable>
/** Everything that was answered to what is unclear, the oldest first. */
export const readPointAnswers = (tx: Tx): Promise<readonly StoredAnswer[]> => tx.selectFrom('reading_answer').selectAll().orderBy('answered_at').orderBy('id').execute()
export const insertAnswer = (tx: Tx, row: Insertable<ReadingAnswerTable>) => tx.insertInto('reading_answer').values(row).execute()
/** Passages by their id, also those that are cited no longer: an answer that names one goes on quoting it. */
export const readPassagesNamed = (tx: Tx, ids: readonly string[]): Promise<readonly StoredPassage[]> => tx.selectFrom('source_passage').selectAll().where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()

/** Vision and mission in force with the ids under which they are read; those of which nothing is said are left out. */
export async function readStatements(tx: Tx): Promise<{ readonly orgId: string; readonly said: readonly (StoredWords & { readonly about: 'vision' | 'mission' })[] } | undefined> {
  const strategy = await tx.selectFrom('strategy').select(['org_id', 'vision', 'mission']).executeTakeFirst()
  return strategy && { orgId: strategy.org_id, said: statementsOf(strategy.org_id, strategy) }
}
/** Vision and mission of a strategy, in force or in a draft, as they are read. */
export function statementsOf(orgId: string, { vision, mission }: { readonly vision: string; readonly mission: string }): readonly (StoredWords & { readonly about: 'vision' | 'mission' })[] {
  const ids = statementIds(orgId)
  const all = [{ about: 'vision' as const, id: ids.vision, statement: vision.trim(), perspective: 'Vision' }, { about: 'mission' as const, id: ids.mission, statement: mission.trim(), perspective: 'Mission' }]
  return all.filter(({ statement }) => statement !== '').map((one) => ({ ...one, description: '', references: 0 }))
}

/** What an objective says in the version in force. */
export type StoredWords = { readonly id: string; readonly statement: string; readonly description: string; readonly perspective: string; readonly references: number }

/** The objectives in force with what they say, by perspective and weight. */
export async function readWords(tx: Tx): Promise<readonly StoredWords[]> {
  const { rows } = await sql<StoredWords>`
    select o.id, o.statement, o.description, p.name as perspective, jsonb_array_length(o.citations) as "references"
    from objective o join strategy_version v on v.org_id = o.org_id and v.id = o.strategy_version_id and v.status = 'in_force' join perspective p on p.org_id = o.org_id and p.id = o.perspective_id
    where o.removed_at is null order by p.ord, p.id, o.weight desc, o.id`.execute(tx)
  return rows
}
export const readNumberInForce = async (tx: Tx): Promise<number> => (await tx.selectFrom('strategy_version').select('no').where('status', '=', 'in_force').executeTakeFirst())?.no ?? 1
