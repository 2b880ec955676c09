import type { CheckAnswers, CheckResult } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { answersFault, gradeCheck } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { insertAttempt, lockCheck, readAttemptsOf, readCourse } from '../course-store.ts'
import { none, whyRetired, type Moved } from '../guards.ts'
import { unsound } from '../refusals.ts'

/** Takes the knowledge check of a course: graded here, told to the taker alone, how many are right and never which. It changes no level of a skill. The record says of which course. */
export function takeCheck(db: Db, actor: Actor, courseId: string, { version, answers }: CheckAnswers, now: Date): Promise<Result<CheckResult, Moved | Refusal<'check_unsound' | 'attempts_used'>>> {
  return writeAs<Result<CheckResult, Moved | Refusal<'check_unsound' | 'attempts_used'>>>(db, actor, 'governance.take-check', async (tx, record) => {
    const course = await readCourse(tx, courseId)
    const check = course && (await lockCheck(tx, courseId))
    if (!course || !check) return none('knowledge check of course', courseId)
    const retired = whyRetired('course', course)
    if (retired) return retired
    const found = await expectVersion(tx, check, { room: 'governance', kind: 'knowledge_check', id: check.id, version })
    if (!found.ok) return found
    const tried = (await readAttemptsOf(tx, actor.accountId)).filter((one) => one.course_id === courseId && one.check_version === check.version).length
    if (tried >= check.attempts) return refuse({ code: 'attempts_used', values: { name: course.name, found: tried, expected: check.attempts } })
    const fault = answersFault(check, answers)
    if (fault) return unsound(fault)
    const [id, at, { right, asked, passed }] = [newId(), now.toISOString(), gradeCheck({ questions: check.questions, passMark: check.pass_mark }, answers)]
    await insertAttempt(tx, { org_id: actor.orgId, id, course_id: courseId, check_version: check.version, person_id: actor.accountId, answers, right_answers: right, asked, pass_mark: check.pass_mark, passed, taken_at: at })
    await record({ room: 'governance', kind: 'check_attempt', id, before: null, after: { course: course.name }, seenBy: [actor.accountId] })
    return ok({ id, course: { id: courseId, name: course.name }, at, right, asked, passMark: check.pass_mark, passed })
  })
}
