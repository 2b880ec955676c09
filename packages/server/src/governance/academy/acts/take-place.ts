import type { Refusal } from '@throughline/contract/wire'
import { isAhead, movedUp, placeFor, takenOf, type PlaceState } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember } from '../../refused.ts'
import { insertPlace, letGo, lockSession, readCourse, readPlace, readPlaces, updatePlaces, type StoredCourse, type StoredPlace, type StoredSession } from '../course-store.ts'
import { leads, memberOf, none, notYours, over, there, whyRetired, type Moved, type Unfound } from '../guards.ts'
import { inLine } from '../in-line.ts'
import { tooFew, whyCalledOff, whyRecorded } from '../refusals.ts'

type Given = { readonly id: string }
type Unplaced = Unfound | Refusal<'academy_not_yours' | 'academy_there' | 'academy_over' | 'seats_too_few'>

/**
 * Takes a place in a session, or waits for one: for oneself up to its day. The lead enrols others as well, and into a session that was held
 * who came without a place. The record says of which session, and of others not whom.
 */
export function enrol(db: Db, actor: Actor, sessionId: string, personId: string | undefined, now: Date): Promise<Result<Given, Unplaced>> {
  return writeAs<Result<Given, Unplaced>>(db, actor, 'governance.enrol', async (tx, record) => {
    const session = await lockSession(tx, sessionId)
    const course = session && (await readCourse(tx, session.course_id))
    if (!session || !course) return none('session', sessionId)
    const [who, today] = [personId ?? actor.accountId, now.toISOString().slice(0, 10)]
    if (who !== actor.accountId && !leads(actor)) return notYours('place of somebody else', 'who may plan capacity')
    const person = await memberOf(tx, who)
    if (!person) return noMember(who)
    if (who === session.trainer_id) return notYours('place', 'somebody else than its trainer')
    const unfit = whyRetired('course', course) ?? whyCalledOff(course.name, session) ?? whyRecorded(course.name, session)
    if (unfit) return unfit
    const ahead = isAhead(session.held_on, today)
    if (!ahead && !leads(actor)) return over('session of', course.name, `past since ${session.held_on}`, 'still to come')
    await letGo(tx, sessionId)
    const places = await readPlaces(tx, sessionId)
    const before = places.find(({ person_id }) => person_id === who)
    if (before && before.state !== 'withdrawn') return there(`a place of ${person.name} in the session of`, `${course.name} on ${session.held_on}`)
    const up = ahead ? await moveUp(tx, actor, { session, course, places, act: 'governance.enrol' }) : []
    const others = places.filter((one) => one !== before).map(inLine).map((one) => (up.includes(one.id) ? { ...one, state: 'taken' as const } : one))
    // Nobody waits for a day that is over: who came had a seat.
    if (!ahead && takenOf(others) >= session.seats) return tooFew(course.name, session.held_on, { seats: session.seats, expected: takenOf(others) + 1 })
    const [id, state, asked_at] = [before?.id ?? newId(), ahead ? placeFor(session.seats, others) : ('taken' as const), now.toISOString()]
    if (before) await updatePlaces(tx, [id], { state, asked_at })
    else await insertPlace(tx, { org_id: actor.orgId, id, session_id: sessionId, person_id: who, person: person.name, state, asked_at })
    await record({ room: 'governance', kind: 'session_place', id, before: null, after: { course: course.name, on: session.held_on }, seenBy: [actor.accountId, who, session.trainer_id] })
    await notify(tx, actor, { reason: 'place_changed', to: [who], subject: { room: 'governance', kind: 'course', id: course.id }, act: 'governance.enrol', words: `${course.name}, ${session.held_on}${state === 'waiting' ? ': you wait for a seat' : ''}` })
    return ok({ id })
  })
}

/** Gives a place up, up to the day of its session; whoever waits first gets the seat and is told. */
export function withdrawPlace(db: Db, actor: Actor, id: string, version: number, now: Date): Promise<Result<Given, Moved | Refusal<'academy_not_yours'>>> {
  return writeAs<Result<Given, Moved | Refusal<'academy_not_yours'>>>(db, actor, 'governance.withdraw-place', async (tx, record) => {
    const seen = await readPlace(tx, id)
    const session = seen && (await lockSession(tx, seen.session_id))
    const course = session && (await readCourse(tx, session.course_id))
    if (!seen || !session || !course) return none('session place', id)
    if (seen.person_id !== actor.accountId && !leads(actor)) return notYours('place', 'who has it and who may plan capacity')
    const found = await expectVersion(tx, await readPlace(tx, id), { room: 'governance', kind: 'session_place', id, version })
    if (!found.ok) return found
    const unfit = whyCalledOff(course.name, session) ?? whyRecorded(course.name, session)
    if (unfit) return unfit
    if (!isAhead(session.held_on, now.toISOString().slice(0, 10)) && !leads(actor)) return over('session of', course.name, `past since ${session.held_on}`, 'still to come')
    if (found.value.state === 'withdrawn') return over('place in', course.name, 'given up', 'taken or waited for')
    await updatePlaces(tx, [id], { state: 'withdrawn' satisfies PlaceState })
    await letGo(tx, session.id)
    const places = await readPlaces(tx, session.id)
    await record({ room: 'governance', kind: 'session_place', id, before: { course: course.name, on: session.held_on }, after: null, seenBy: [actor.accountId, found.value.person_id, session.trainer_id] })
    const subject = { room: 'governance', kind: 'course', id: course.id }
    if (isAhead(session.held_on, now.toISOString().slice(0, 10))) await moveUp(tx, actor, { session, course, places, act: 'governance.withdraw-place' })
    await notify(tx, actor, { reason: 'place_changed', to: [found.value.person_id], subject, act: 'governance.withdraw-place', words: `${course.name}, ${session.held_on}: your place was given up` })
    return ok({ id })
  })
}

type Line = { readonly session: StoredSession; readonly course: StoredCourse; readonly places: readonly StoredPlace[]; readonly act: string }
/** Gives seats that are free to those who wait, first in line first, and tells them: also those that somebody left who has no access any more. */
async function moveUp(tx: Tx, actor: Actor, { session, course, places, act }: Line): Promise<readonly string[]> {
  const up = movedUp(session.seats, places.map(inLine))
  if (up.length === 0) return up
  await updatePlaces(tx, up, { state: 'taken' satisfies PlaceState })
  await notify(tx, actor, { reason: 'place_changed', to: places.filter((one) => up.includes(one.id)).map(({ person_id }) => person_id), subject: { room: 'governance', kind: 'course', id: course.id }, act, words: `${course.name}, ${session.held_on}: a seat is yours now` })
  return up
}
