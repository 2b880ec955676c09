import type { CheckQuestion, SkillLevel, Usefulness } from '@throughline/engine/governance'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { packed, type Said } from './skill-store.ts'
import type { CheckAttemptTable, CourseSessionTable, CourseTable, KnowledgeCheckTable, SessionPlaceTable } from './tables.ts'

type CourseJson = { readonly aims: readonly { readonly skillId: string; readonly level: SkillLevel }[]; readonly retired: Said | null }
export type StoredCourse = Omit<Selectable<CourseTable>, keyof CourseJson> & CourseJson
type SessionJson = { readonly called_off: Said | null; readonly attendance: Omit<Said, 'words'> | null }
export type StoredSession = Omit<Selectable<CourseSessionTable>, keyof SessionJson> & SessionJson
export type StoredPlace = Selectable<SessionPlaceTable>
export type StoredCheck = Omit<Selectable<KnowledgeCheckTable>, 'questions'> & { readonly questions: readonly CheckQuestion[] }
export type StoredAttempt = Omit<Selectable<CheckAttemptTable>, 'answers'>

const [courseJson, sessionJson] = [['aims', 'retired'], ['called_off', 'attendance']]
/** Every course by its name, those that were retired last. */
export const readCourses = async (tx: Tx): Promise<readonly StoredCourse[]> => (await tx.selectFrom('course').selectAll().orderBy(sql`retired is not null`).orderBy(sql`lower(name)`).orderBy('id').execute()) as StoredCourse[]
export const readCourse = async (tx: Tx, id: string): Promise<StoredCourse | undefined> => (await tx.selectFrom('course').selectAll().where('id', '=', id).executeTakeFirst()) as StoredCourse | undefined
export const lockCourse = async (tx: Tx, id: string): Promise<StoredCourse | undefined> => (await tx.selectFrom('course').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredCourse | undefined
export const insertCourse = (tx: Tx, row: Omit<Insertable<CourseTable>, keyof CourseJson> & Pick<CourseJson, 'aims'>) => tx.insertInto('course').values(packed(row, courseJson) as Insertable<CourseTable>).execute()
export const updateCourse = (tx: Tx, id: string, set: Omit<Updateable<CourseTable>, keyof CourseJson> & Partial<CourseJson>) => tx.updateTable('course').set(packed(set, courseJson)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Every session, by its day. */
export const readSessions = async (tx: Tx): Promise<readonly StoredSession[]> => (await tx.selectFrom('course_session').selectAll().orderBy('held_on').orderBy('id').execute()) as StoredSession[]
export const readSession = async (tx: Tx, id: string): Promise<StoredSession | undefined> => (await tx.selectFrom('course_session').selectAll().where('id', '=', id).executeTakeFirst()) as StoredSession | undefined
/** One session, held until the act ends, and with it who has a place: nobody takes the same seat. */
export const lockSession = async (tx: Tx, id: string): Promise<StoredSession | undefined> => (await tx.selectFrom('course_session').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()) as StoredSession | undefined
export const insertSession = (tx: Tx, row: Omit<Insertable<CourseSessionTable>, keyof SessionJson>) => tx.insertInto('course_session').values(row).execute()
export const updateSession = (tx: Tx, id: string, set: Omit<Updateable<CourseSessionTable>, keyof SessionJson> & Partial<SessionJson>) => tx.updateTable('course_session').set(packed(set, sessionJson)).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** Whether a place still stands: who has no access any more neither has a seat nor waits for one in a session that is to come. What was on a day that is over stays. */
const standing = sql<boolean>`(session_place.attended is not null or exists (select from membership m where m.org_id = session_place.org_id and m.account_id = session_place.person_id)
  or exists (select from course_session held where held.org_id = session_place.org_id and held.id = session_place.session_id and held.held_on < current_date))`
/** Places of a session that stand, in the order in which they were asked for. */
export const readPlaces = (tx: Tx, sessionId: string): Promise<readonly StoredPlace[]> => tx.selectFrom('session_place').selectAll().where('session_id', '=', sessionId).where(standing).orderBy('asked_at').orderBy('id').execute()
/** Lets go of places of a session that stand no longer, so that nobody who comes back has a seat that went to somebody else. */
export const letGo = (tx: Tx, sessionId: string) => tx.updateTable('session_place').set({ state: 'withdrawn' }).set((row) => ({ version: row('version', '+', 1) })).where('session_id', '=', sessionId).where('state', '<>', 'withdrawn').where(sql<boolean>`not ${standing}`).execute()
/** One person’s places, the newest first. */
export const readPlacesOf = (tx: Tx, personId: string): Promise<readonly StoredPlace[]> => tx.selectFrom('session_place').selectAll().where('person_id', '=', personId).orderBy('asked_at', 'desc').orderBy('id', 'desc').execute()
export const readPlace = (tx: Tx, id: string): Promise<StoredPlace | undefined> => tx.selectFrom('session_place').selectAll().where('id', '=', id).executeTakeFirst()
export const insertPlace = (tx: Tx, row: Insertable<SessionPlaceTable>) => tx.insertInto('session_place').values(row).execute()
export const updatePlaces = (tx: Tx, ids: readonly string[], set: Updateable<SessionPlaceTable>) => tx.updateTable('session_place').set(set).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()

/** How many have a place in each session, and how many wait. */
export async function countPlaces(tx: Tx): Promise<ReadonlyMap<string, { readonly taken: number; readonly waiting: number }>> {
  const { rows } = await sql<{ id: string; taken: number; waiting: number }>`select session_id as id, (count(*) filter (where state = 'taken'))::int as taken, (count(*) filter (where state = 'waiting'))::int as waiting from session_place where ${standing} group by session_id`.execute(tx)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}
/** Who attended which course, with the day of the first session that they attended. */
export const readAttended = async (tx: Tx): Promise<readonly { readonly courseId: string; readonly personId: string; readonly on: string }[]> =>
  (await sql<{ courseId: string; personId: string; on: string }>`select s.course_id as "courseId", p.person_id as "personId", min(s.held_on) as on from session_place p join course_session s on s.org_id = p.org_id and s.id = p.session_id where p.attended and p.state = 'taken' and s.called_off is null group by 1, 2 order by 1, 2`.execute(tx)).rows
/** What participants said of each course, in the order in which they said it. */
export const readUsefulness = async (tx: Tx): Promise<readonly { readonly courseId: string; readonly level: Usefulness }[]> =>
  (await sql<{ courseId: string; level: Usefulness }>`select s.course_id as "courseId", p.usefulness as level from session_place p join course_session s on s.org_id = p.org_id and s.id = p.session_id where p.usefulness is not null and p.attended order by p.told_at, p.id`.execute(tx)).rows

export const readChecks = async (tx: Tx): Promise<readonly StoredCheck[]> => (await tx.selectFrom('knowledge_check').selectAll().execute()) as StoredCheck[]
/** The check of a course, held until the act ends. */
export const lockCheck = async (tx: Tx, courseId: string): Promise<StoredCheck | undefined> => (await tx.selectFrom('knowledge_check').selectAll().where('course_id', '=', courseId).forUpdate().executeTakeFirst()) as StoredCheck | undefined
export const readCheckOf = async (tx: Tx, courseId: string): Promise<StoredCheck | undefined> => (await tx.selectFrom('knowledge_check').selectAll().where('course_id', '=', courseId).executeTakeFirst()) as StoredCheck | undefined
export const insertCheck = (tx: Tx, row: Omit<Insertable<KnowledgeCheckTable>, 'questions'> & Pick<StoredCheck, 'questions'>) => tx.insertInto('knowledge_check').values({ ...row, questions: JSON.stringify(row.questions) }).execute()
export const updateCheck = (tx: Tx, id: string, { questions, ...set }: Pick<StoredCheck, 'questions' | 'pass_mark' | 'attempts'>) => tx.updateTable('knowledge_check').set({ ...set, questions: JSON.stringify(questions) }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()

/** One person’s attempts, the newest first. */
export const readAttemptsOf = (tx: Tx, personId: string): Promise<readonly StoredAttempt[]> => tx.selectFrom('check_attempt').select(['org_id', 'id', 'course_id', 'check_version', 'person_id', 'right_answers', 'asked', 'pass_mark', 'passed', 'taken_at']).where('person_id', '=', personId).orderBy('taken_at', 'desc').orderBy('id', 'desc').execute()
export const insertAttempt = (tx: Tx, { answers, ...row }: Omit<Insertable<CheckAttemptTable>, 'answers'> & { readonly answers: readonly number[] }) => tx.insertInto('check_attempt').values({ ...row, answers: JSON.stringify(answers) }).execute()

/** Courses by what they are called. */
export const namesOfCourses = async (tx: Tx, ids: readonly string[]): Promise<readonly { readonly id: string; readonly name: string }[]> => tx.selectFrom('course').select(['id', 'name']).where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()
export const sessionIdsOf = async (tx: Tx, courseId: string): Promise<readonly string[]> => (await tx.selectFrom('course_session').select('id').where('course_id', '=', courseId).execute()).map(({ id }) => id)
