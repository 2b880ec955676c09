import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { packed, type Said } from './skill-store.ts'
import type { AnswerMarkTable, CommunityAnswerTable, CommunityMemberTable, CommunityQuestionTable, CommunityTable, MentoringTable, MentorTable } from './tables.ts'

export type StoredMentor = Selectable<MentorTable>
/** A pairing with the offer that it is of. */
export type StoredMentoring = Omit<Selectable<MentoringTable>, 'last'> & { readonly last: Said | null }
export type StoredCommunity = Omit<Selectable<CommunityTable>, 'ended'> & { readonly ended: Said | null }
export type StoredQuestion = Selectable<CommunityQuestionTable>
export type StoredAnswer = Selectable<CommunityAnswerTable>

/** Offers to be a mentor, the oldest first, those that were taken back among them. */
export const readMentors = (tx: Tx): Promise<readonly StoredMentor[]> => tx.selectFrom('mentor').selectAll().orderBy('offered_at').orderBy('id').execute()
export const lockMentor = (tx: Tx, id: string): Promise<StoredMentor | undefined> => tx.selectFrom('mentor').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertMentor = (tx: Tx, row: Insertable<MentorTable>) => tx.insertInto('mentor').values(row).execute()
export const endStoredMentor = (tx: Tx, id: string, at: string) => tx.updateTable('mentor').set({ ended_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
/** How many learners each mentor has who still have access, by the mentor’s offer. */
export async function countLearners(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; learners: number }>`select mentor_id as id, count(*)::int as learners from mentoring p where state = 'running' and exists (select from membership m where m.org_id = p.org_id and m.account_id = p.learner_id) group by 1`.execute(tx)
  return new Map(rows.map(({ id, learners }) => [id, learners]))
}
/** Every pairing, the newest first. */
export const readMentorings = async (tx: Tx): Promise<readonly StoredMentoring[]> => (await tx.selectFrom('mentoring').selectAll().orderBy('asked_at', 'desc').orderBy('id', 'desc').execute()) as StoredMentoring[]
export const lockMentoring = async (tx: Tx, id: string): Promise<StoredMentoring | undefined> => (await tx.selectFrom('mentoring').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredMentoring | undefined
export const insertMentoring = (tx: Tx, row: Omit<Insertable<MentoringTable>, 'last'>) => tx.insertInto('mentoring').values(row).execute()
export const updateMentoring = (tx: Tx, id: string, set: { readonly state: StoredMentoring['state']; readonly last: Said }) => tx.updateTable('mentoring').set(packed(set, ['last'])).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Every community by its name, those that ended last. */
export const readCommunities = async (tx: Tx): Promise<readonly StoredCommunity[]> => (await tx.selectFrom('community').selectAll().orderBy(sql`ended is not null`).orderBy(sql`lower(name)`).orderBy('id').execute()) as StoredCommunity[]
export const lockCommunity = async (tx: Tx, id: string): Promise<StoredCommunity | undefined> => (await tx.selectFrom('community').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredCommunity | undefined
export const insertCommunity = (tx: Tx, row: Omit<Insertable<CommunityTable>, 'ended'>) => tx.insertInto('community').values(row).execute()
export const updateCommunity = (tx: Tx, id: string, set: Omit<Updateable<CommunityTable>, 'ended'> & { readonly ended?: Said | undefined }) => tx.updateTable('community').set(packed(set, ['ended'])).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const readMembershipsOf = (tx: Tx, personId: string) => tx.selectFrom('community_member').selectAll().where('person_id', '=', personId).orderBy('joined_at').orderBy('id').execute()
/** Who is a member of a community, by name. */
export const readCommunityMembers = (tx: Tx, communityId: string) => tx.selectFrom('community_member').select(['person_id', 'person']).where('community_id', '=', communityId).orderBy(sql`lower(person)`).orderBy('id').execute()
export const insertCommunityMember = (tx: Tx, row: Insertable<CommunityMemberTable>) => tx.insertInto('community_member').values(row).execute()
export const deleteCommunityMember = (tx: Tx, communityId: string, personId: string) => tx.deleteFrom('community_member').where('community_id', '=', communityId).where('person_id', '=', personId).execute()

/** Of each community how many are members, how many questions were asked, and how many have no accepted answer. */
export async function countCommunities(tx: Tx): Promise<ReadonlyMap<string, { readonly members: number; readonly questions: number; readonly open: number }>> {
  const { rows } = await sql<{ id: string; members: number; questions: number; open: number }>`
    select c.id, (select count(*)::int from community_member m where m.org_id = c.org_id and m.community_id = c.id) as members, (select count(*)::int from community_question q where q.org_id = c.org_id and q.community_id = c.id) as questions,
      (select count(*)::int from community_question q where q.org_id = c.org_id and q.community_id = c.id and q.accepted_id is null) as open from community c`.execute(tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

type Asked = { readonly communityId: string; readonly find: string; readonly page: number; readonly perPage: number }
/** A page of the questions in which some words stand, in themselves or in an answer, the newest first, with how many there are in all. */
export async function readQuestions(tx: Tx, { communityId, find, page, perPage }: Asked): Promise<{ readonly found: number; readonly questions: readonly StoredQuestion[] }> {
  const words = find.trim().toLowerCase()
  const fits = sql<boolean>`q.community_id = ${communityId} and (${words} = '' or position(${words} in lower(q.title || ' ' || q.body)) > 0 or exists (select from community_answer a where a.org_id = q.org_id and a.question_id = q.id and position(${words} in lower(a.body)) > 0))`
  const { rows: [count] } = await sql<{ found: number }>`select count(*)::int as found from community_question q where ${fits}`.execute(tx)
  const { rows } = await sql<StoredQuestion>`select q.* from community_question q where ${fits} order by q.asked_at desc, q.id desc limit ${perPage} offset ${(page - 1) * perPage}`.execute(tx)
  return { found: count?.found ?? 0, questions: rows }
}
export const lockQuestion = (tx: Tx, id: string): Promise<StoredQuestion | undefined> => tx.selectFrom('community_question').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const insertQuestion = (tx: Tx, row: Insertable<CommunityQuestionTable>) => tx.insertInto('community_question').values(row).execute()
export const acceptStored = (tx: Tx, id: string, answerId: string | null) => tx.updateTable('community_question').set({ accepted_id: answerId }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
export const readAnswers = (tx: Tx, questionIds: readonly string[]): Promise<readonly StoredAnswer[]> => tx.selectFrom('community_answer').selectAll().where('question_id', '=', sql<string>`any(${questionIds}::uuid[])`).orderBy('given_at').orderBy('id').execute()
export const readAnswer = (tx: Tx, id: string): Promise<StoredAnswer | undefined> => tx.selectFrom('community_answer').selectAll().where('id', '=', id).executeTakeFirst()
export const insertAnswer = (tx: Tx, row: Insertable<CommunityAnswerTable>) => tx.insertInto('community_answer').values(row).execute()
/** Who marked some answers as useful. */
export const readMarks = (tx: Tx, answerIds: readonly string[]) => tx.selectFrom('answer_mark').select(['answer_id', 'person_id']).where('answer_id', '=', sql<string>`any(${answerIds}::uuid[])`).execute()
export const insertMark = (tx: Tx, row: Insertable<AnswerMarkTable>) => tx.insertInto('answer_mark').values(row).execute()
export const deleteMark = (tx: Tx, answerId: string, personId: string) => tx.deleteFrom('answer_mark').where('answer_id', '=', answerId).where('person_id', '=', personId).execute()

/** What one person asked, answered and marked, for their own record. */
export const readAskedBy = (tx: Tx, personId: string) => tx.selectFrom('community_question').select(['community_id', 'title', 'body', 'asked_at']).where('asked_by_id', '=', personId).orderBy('asked_at').execute()
export const readAnsweredBy = async (tx: Tx, personId: string) => (await sql<{ community_id: string; body: string; given_at: string }>`select q.community_id, a.body, a.given_at from community_answer a join community_question q on q.org_id = a.org_id and q.id = a.question_id where a.given_by_id = ${personId} order by a.given_at`.execute(tx)).rows
export const readMarkedBy = (tx: Tx, personId: string) => tx.selectFrom('answer_mark').select(['answer_id', 'marked_at']).where('person_id', '=', personId).orderBy('marked_at').execute()

export const namesOfCommunities = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => tx.selectFrom('community').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
/** Questions of a community, or about an initiative. */
export const questionIdsOf = async (tx: Tx, by: 'community_id' | 'initiative_id', id: string): Promise<readonly string[]> => (await tx.selectFrom('community_question').select('id').where(by, '=', id).execute()).map((one) => one.id)
