import type { Role } from '@throughline/contract/people'
import type { Question } from '@throughline/engine/strategy'
import { sql, type Insertable, type Selectable } from 'kysely'
import { newId, type Tx } from '../../database/index.ts'
import type { BriefAnswerTable, BriefReaderTable, StrategyBriefTable } from './tables.ts'

export type StoredBrief = Omit<Selectable<StrategyBriefTable>, 'roles'> & { readonly roles: readonly Role[] }
export type StoredReader = Omit<Selectable<BriefReaderTable>, 'questions'> & { readonly questions: readonly Question[] | null }
export type StoredAnswer = Pick<Selectable<BriefAnswerTable>, 'no' | 'choice' | 'is_right' | 'answered_at'>
/** How many of a reader’s answers there are and are right: for sums of many, never for one person but the reader. */
export type Tally = { readonly answered: number; readonly right: number }

/** Editions that were delivered, the newest first. */
export const readBriefs = async (tx: Tx): Promise<readonly StoredBrief[]> => (await tx.selectFrom('strategy_brief').selectAll().orderBy('delivered_at', 'desc').orderBy('id', 'desc').execute()) as StoredBrief[]
/** The brief of an edition, held until the act ends, so that those who answer last do not both take the same place. */
export const lockBrief = async (tx: Tx, edition: string): Promise<StoredBrief | undefined> => (await tx.selectFrom('strategy_brief').selectAll().where('edition', '=', edition).forUpdate().executeTakeFirst()) as StoredBrief | undefined
export const insertBrief = (tx: Tx, { roles, ...row }: Omit<Insertable<StrategyBriefTable>, 'roles'> & { readonly roles: readonly Role[] }) => tx.insertInto('strategy_brief').values({ ...row, roles: JSON.stringify(roles) }).execute()
export const widenBrief = (tx: Tx, id: string, roles: readonly Role[]) => tx.updateTable('strategy_brief').set({ roles: JSON.stringify(roles) }).where('id', '=', id).execute()

/** Everybody whom a brief was delivered to. */
export const readReaders = async (tx: Tx, briefId: string): Promise<readonly StoredReader[]> => (await tx.selectFrom('brief_reader').selectAll().where('brief_id', '=', briefId).orderBy('id').execute()) as StoredReader[]
/** One person’s briefs, of every edition. */
export const readOwn = async (tx: Tx, accountId: string): Promise<readonly StoredReader[]> => (await tx.selectFrom('brief_reader').selectAll().where('account_id', '=', accountId).orderBy('delivered_at', 'desc').orderBy('id', 'desc').execute()) as StoredReader[]
export const insertReaders = (tx: Tx, rows: readonly Insertable<BriefReaderTable>[]) => tx.insertInto('brief_reader').values([...rows]).execute()
export const keepOpened = (tx: Tx, id: string, questions: readonly Question[]) => tx.updateTable('brief_reader').set({ questions: JSON.stringify(questions), opened_at: sql<string>`act_time()` }).where('id', '=', id).execute()

/** What one reader answered. */
export const readAnswers = (tx: Tx, readerId: string): Promise<readonly StoredAnswer[]> => tx.selectFrom('brief_answer').select(['no', 'choice', 'is_right', 'answered_at']).where('reader_id', '=', readerId).orderBy('no').execute()
export const insertAnswer = (tx: Tx, { org_id, reader_id, no, choice, is_right }: Omit<Insertable<BriefAnswerTable>, 'id' | 'answered_at'>) =>
  tx.insertInto('brief_answer').values({ org_id, id: newId(), reader_id, no, choice, is_right, answered_at: sql<string>`act_time()` }).execute()

/** Tallies of the readers of some briefs, by reader. */
export async function readTallies(tx: Tx, briefIds: readonly string[]): Promise<ReadonlyMap<string, Tally>> {
  const { rows } = await sql<Tally & { id: string }>`
    select a.reader_id as id, count(*)::int as answered, count(*) filter (where a.is_right)::int as "right" from brief_answer a join brief_reader r on r.org_id = a.org_id and r.id = a.reader_id where r.brief_id = any(${briefIds}::uuid[]) group by a.reader_id`.execute(tx)
  return new Map(rows.map(({ id, ...tally }) => [id, tally]))
}

/** Gives who has answered everything the next place in the group. */
export const takePlace = async (tx: Tx, { id, brief_id, group_kind, group_id }: StoredReader): Promise<void> =>
  void (await sql`update brief_reader set place = 1 + coalesce((select max(o.place) from brief_reader o where o.brief_id = ${brief_id} and o.group_kind = ${group_kind} and o.group_id = ${group_id}), 0) where id = ${id}`.execute(tx))
