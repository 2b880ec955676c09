import type { Attendance } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { isHeld, type Usefulness } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readPlace, readPlaces, readSession, updatePlaces, updateSession } from '../course-store.ts'
import { none, notYours, there, trains, type Moved } from '../guards.ts'
import { openSession } from './hold-session.ts'

/** Records who came to a session, once its day is over; said again, the last word holds. It changes no level of a skill. The record says how many had a place, and not who came. */
export function recordAttendance(db: Db, actor: Actor, id: string, { version, attended }: Attendance, now: Date): Promise<Result<string, Moved | Refusal<'academy_not_yours' | 'attendance_early'>>> {
  return writeAs<Result<string, Moved | Refusal<'academy_not_yours' | 'attendance_early'>>>(db, actor, 'governance.record-attendance', async (tx, record) => {
    const before = await readSession(tx, id)
    if (before && !trains(before, actor)) return notYours('attendance of the session', 'its trainer and who may plan capacity')
    const found = await openSession(tx, id, version)
    if (!found.ok) return found
    const { session, course } = found.value
    const today = now.toISOString().slice(0, 10)
    if (!isHeld(session.held_on, today)) return refuse({ code: 'attendance_early', values: { name: course.name, on: session.held_on, today } })
    const places = (await readPlaces(tx, id)).filter(({ state }) => state === 'taken')
    const unknown = attended.find((one) => !places.some((place) => place.id === one))
    if (unknown !== undefined) return none('session place', unknown)
    const came = places.filter((one) => attended.includes(one.id)).map((one) => one.id)
    const missed = places.filter((one) => !attended.includes(one.id)).map((one) => one.id)
    await updatePlaces(tx, came, { attended: true })
    await updatePlaces(tx, missed, { attended: false })
    await updateSession(tx, id, { attendance: { by: actor.name, at: now.toISOString() } })
    await record({ room: 'governance', kind: 'course_session', id, before: { attendance: session.attendance !== null }, after: { attendance: true, course: course.name, on: session.held_on } })
    return ok(id)
  })
}

/** Says once how useful a session was that one attended. The record says that it was said, and not what. */
export function tellUsefulness(db: Db, actor: Actor, id: string, { version, usefulness }: { readonly version: number; readonly usefulness: Usefulness }, now: Date): Promise<Result<{ readonly id: string }, Moved | Refusal<'academy_not_yours' | 'academy_there'>>> {
  return writeAs<Result<{ readonly id: string }, Moved | Refusal<'academy_not_yours' | 'academy_there'>>>(db, actor, 'governance.tell-usefulness', async (tx, record) => {
    const place = await readPlace(tx, id)
    if (place && (place.person_id !== actor.accountId || place.attended !== true)) return notYours('word on the session', 'who attended it, once that is recorded,')
    const found = await expectVersion(tx, place, { room: 'governance', kind: 'session_place', id, version })
    if (!found.ok) return found
    if (found.value.usefulness !== null) return there('a word of yours on', 'this session')
    await updatePlaces(tx, [id], { usefulness, told_at: now.toISOString() })
    await record({ room: 'governance', kind: 'session_place', id, before: { told: false }, after: { told: true }, seenBy: [actor.accountId] })
    return ok({ id })
  })
}
