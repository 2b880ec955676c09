import type { CourseChangeGiven, KnowledgeCheckGiven, NewCourse } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { checkFault } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import type { Refused } from '../../refused.ts'
import { alike } from '../../services/index.ts'
import { insertCheck, insertCourse, lockCheck, lockCourse, readCourses, updateCheck, updateCourse, type StoredCourse } from '../course-store.ts'
import { none, said, there, whyRetired, type Moved, type Unfound } from '../guards.ts'
import { unsound } from '../refusals.ts'
import { readSkills } from '../skill-store.ts'

type Given = { readonly id: string }
type There = Unfound | Refusal<'academy_there' | 'academy_over'>

/** Describes a course: what one can do after it, whom it is for, and which levels it aims at. */
export function addCourse(db: Db, actor: Actor, given: NewCourse): Promise<Result<Given, There>> {
  return writeAs<Result<Given, There>>(db, actor, 'governance.add-course', async (tx, record) => {
    const [id, name] = [newId(), given.name.trim()]
    const twin = await courseThere(tx, name)
    if (twin) return twin
    const aims = await whyNoAim(tx, given.aims, [])
    if (!aims.ok) return aims
    const row = { name, outcome: given.outcome.trim(), kind: given.kind, roles: [...given.roles] }
    await insertCourse(tx, { org_id: actor.orgId, id, ...row, aims: given.aims })
    await record({ room: 'governance', kind: 'course', id, before: null, after: { ...row, aims: aims.value } })
    return ok({ id })
  })
}

/** Changes what is given of a course, or retires it: no session of it is planned any more. */
export function changeCourse(db: Db, actor: Actor, id: string, { version, ...given }: CourseChangeGiven, now: Date): Promise<Result<Given, There | Moved>> {
  return writeAs<Result<Given, There | Moved>>(db, actor, 'governance.change-course', async (tx, record) => {
    const found = await standingCourse(tx, id, version)
    if (!found.ok) return found
    const stored = found.value
    const name = given.name?.trim() ?? stored.name
    const twin = await courseThere(tx, name, id)
    if (twin) return twin
    const [aimed, aiming] = [await whyNoAim(tx, stored.aims, stored.aims), await whyNoAim(tx, given.aims ?? stored.aims, stored.aims)]
    if (!aimed.ok) return aimed
    if (!aiming.ok) return aiming
    const row = { name, outcome: given.outcome?.trim() ?? stored.outcome, kind: given.kind ?? stored.kind, roles: [...(given.roles ?? stored.roles)] }
    const retired = given.retired === undefined ? undefined : said(actor, now, given.retired)
    await updateCourse(tx, id, { ...row, aims: given.aims ?? stored.aims, ...(retired ? { retired } : {}) })
    await record({ room: 'governance', kind: 'course', id, before: { name: stored.name, outcome: stored.outcome, kind: stored.kind, roles: stored.roles, aims: aimed.value, retired: null }, after: { ...row, aims: aiming.value, retired: retired?.words ?? null } })
    return ok({ id })
  })
}

/** Gives the knowledge check of a course, in the place of the one before. The record says how many questions there are, and no answer. */
export function setCheck(db: Db, actor: Actor, courseId: string, { version, passMark, attempts, questions: given }: KnowledgeCheckGiven): Promise<Result<Given, Moved | Refusal<'check_unsound'>>> {
  return writeAs<Result<Given, Moved | Refusal<'check_unsound'>>>(db, actor, 'governance.set-check', async (tx, record) => {
    const found = await standingCourse(tx, courseId, version)
    if (!found.ok) return found
    const questions = given.map(({ text, choices, right }) => ({ text: text.trim(), choices: choices.map((one) => one.trim()), right }))
    const fault = checkFault({ questions, passMark })
    if (fault) return unsound(fault)
    const before = await lockCheck(tx, courseId)
    if (before) await updateCheck(tx, before.id, { questions, pass_mark: passMark, attempts })
    else await insertCheck(tx, { org_id: actor.orgId, id: newId(), course_id: courseId, pass_mark: passMark, attempts, questions })
    await updateCourse(tx, courseId, {})
    const told = (count: number, mark: number, most: number) => ({ questions: count, passMark: mark, attempts: most })
    await record({ room: 'governance', kind: 'course', id: courseId, before: before ? told(before.questions.length, before.pass_mark, before.attempts) : { questions: null }, after: told(questions.length, passMark, attempts) })
    return ok({ id: courseId })
  })
}

/** A course that was not retired, in the version that was seen, held until the act ends. */
async function standingCourse(tx: Tx, id: string, version: number): Promise<Result<StoredCourse, Moved>> {
  const found = await expectVersion(tx, await lockCourse(tx, id), { room: 'governance', kind: 'course', id, version })
  return found.ok ? (whyRetired('course', found.value) ?? found) : found
}

async function courseThere(tx: Tx, name: string, except?: string): Promise<Refused<'academy_there'> | undefined> {
  const twin = (await readCourses(tx)).find((one) => one.id !== except && one.retired === null && alike(one.name, name))
  return twin && there('a course named', twin.name)
}

/** What a course aims at in words; refused where a skill is not there, or was retired and is aimed at anew. */
async function whyNoAim(tx: Tx, aims: StoredCourse['aims'], before: StoredCourse['aims']): Promise<Result<readonly string[], Unfound | Refusal<'academy_over'>>> {
  const skills = new Map((await readSkills(tx)).map((one) => [one.id, one]))
  for (const { skillId } of aims) {
    const skill = skills.get(skillId)
    if (!skill) return none('skill', skillId)
    const retired = before.some((one) => one.skillId === skillId) ? undefined : whyRetired('skill', skill)
    if (retired) return retired
  }
  return ok(aims.map(({ skillId, level }) => `${skills.get(skillId)?.name ?? ''} ${level}`))
}
