import type { NewSession, SessionChange } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { isAhead, movedUp, takenOf } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember } from '../../refused.ts'
import { insertSession, letGo, lockSession, readCourse, readPlaces, updatePlaces, updateSession, type StoredCourse, type StoredSession } from '../course-store.ts'
import { memberOf, none, said, there, whyRetired, type Moved, type Unfound } from '../guards.ts'
import { inLine } from '../in-line.ts'
import { tooFew, whyCalledOff, whyRecorded } from '../refusals.ts'

type Given = { readonly id: string }

/** Plans a session of a course; one of a day that is past was held, and who came is recorded afterwards. */
export function planSession(db: Db, actor: Actor, courseId: string, { on, seats, trainerId, mode, place }: NewSession): Promise<Result<Given, Unfound | Refusal<'academy_over'>>> {
  return writeAs<Result<Given, Unfound | Refusal<'academy_over'>>>(db, actor, 'governance.plan-session', async (tx, record) => {
    const course = await readCourse(tx, courseId)
    if (!course) return none('course', courseId)
    const retired = whyRetired('course', course)
    if (retired) return retired
    const trainer = await memberOf(tx, trainerId)
    if (!trainer) return noMember(trainerId)
    const [id, row] = [newId(), { held_on: on, seats, mode, place: place.trim() }]
    await insertSession(tx, { org_id: actor.orgId, id, course_id: courseId, ...row, trainer_id: trainer.id, trainer: trainer.name })
    await record({ room: 'governance', kind: 'course_session', id, before: null, after: { course: course.name, on, seats, mode, place: row.place, trainer: trainer.name } })
    return ok({ id })
  })
}

/** Changes what is given of a session. Whoever waits gets the seats that are added; whoever has a place is told of another day, place or mode. */
export function changeSession(db: Db, actor: Actor, id: string, { version, ...given }: SessionChange, now: Date): Promise<Result<Given, Moved | Refusal<'seats_too_few' | 'academy_there'>>> {
  return writeAs<Result<Given, Moved | Refusal<'seats_too_few' | 'academy_there'>>>(db, actor, 'governance.change-session', async (tx, record) => {
    const found = await openSession(tx, id, version)
    if (!found.ok) return found
    const { session, course } = found.value
    const recorded = whyRecorded(course.name, session)
    if (recorded) return recorded
    const trainer = given.trainerId === undefined ? { id: session.trainer_id, name: session.trainer } : await memberOf(tx, given.trainerId)
    if (!trainer) return noMember(given.trainerId ?? '')
    const row = { held_on: given.on ?? session.held_on, seats: given.seats ?? session.seats, mode: given.mode ?? session.mode, place: given.place?.trim() ?? session.place }
    await letGo(tx, id)
    const places = await readPlaces(tx, id)
    // Who gives a session has no place in it: nobody records of themselves that they came.
    if (given.trainerId !== undefined && places.some(({ person_id, state }) => person_id === trainer.id && state !== 'withdrawn')) return there(`a place of ${trainer.name} in the session of`, `${course.name} on ${session.held_on}`)
    const taken = takenOf(places.map(inLine))
    if (row.seats < taken) return tooFew(course.name, row.held_on, { seats: row.seats, expected: taken })
    const up = isAhead(row.held_on, now.toISOString().slice(0, 10)) ? movedUp(row.seats, places.map(inLine)) : []
    await updateSession(tx, id, { ...row, trainer_id: trainer.id, trainer: trainer.name })
    if (up.length > 0) await updatePlaces(tx, up, { state: 'taken' })
    const told = (one: Pick<StoredSession, 'held_on' | 'seats' | 'mode' | 'place'>, name: string) => ({ on: one.held_on, seats: one.seats, mode: one.mode, place: one.place, trainer: name })
    await record({ room: 'governance', kind: 'course_session', id, before: told(session, session.trainer), after: told(row, trainer.name) })
    const differs = row.held_on !== session.held_on || row.mode !== session.mode || row.place !== session.place
    const to = places.filter((one) => up.includes(one.id) || (differs && one.state !== 'withdrawn')).map(({ person_id }) => person_id)
    await notify(tx, actor, { reason: 'place_changed', to, subject: { room: 'governance', kind: 'course', id: course.id }, act: 'governance.change-session', words: `${course.name}, ${row.held_on}${row.place === '' ? '' : `, ${row.place}`}` })
    return ok({ id })
  })
}

/** Calls a session off of which nobody has recorded who came; whoever has a place or waits is told. */
export function callSessionOff(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<Given, Moved>> {
  return writeAs<Result<Given, Moved>>(db, actor, 'governance.call-session-off', async (tx, record) => {
    const found = await openSession(tx, id, version)
    if (!found.ok) return found
    const { session, course } = found.value
    const recorded = whyRecorded(course.name, session)
    if (recorded) return recorded
    const off = said(actor, now, reason)
    await updateSession(tx, id, { called_off: off })
    await record({ room: 'governance', kind: 'course_session', id, before: { calledOff: null }, after: { calledOff: off.words } })
    await notify(tx, actor, { reason: 'place_changed', to: (await readPlaces(tx, id)).filter(({ state }) => state !== 'withdrawn').map(({ person_id }) => person_id), subject: { room: 'governance', kind: 'course', id: course.id }, act: 'governance.call-session-off', words: `${course.name}, ${session.held_on}: called off. ${off.words}` })
    return ok({ id })
  })
}

/** A session that was not called off, in the version that was seen, held until the act ends, with its course. */
export async function openSession(tx: Tx, id: string, version: number): Promise<Result<{ readonly session: StoredSession; readonly course: StoredCourse }, Moved>> {
  const found = await expectVersion(tx, await lockSession(tx, id), { room: 'governance', kind: 'course_session', id, version })
  if (!found.ok) return found
  const course = await readCourse(tx, found.value.course_id)
  if (!course) return none('course', found.value.course_id)
  return whyCalledOff(course.name, found.value) ?? ok({ session: found.value, course })
}
