import { isAhead, movedUp } from '@throughline/engine/governance'
import { sql } from 'kysely'
import type { Actor, Tx } from '../../database/index.ts'
import { notify } from '../notifications/index.ts'
import { readCourse, readPlaces, readPlacesOf, readSession, updatePlaces } from './course-store.ts'
import { inLine } from './in-line.ts'

/**
 * Takes everything away that the academy holds of a person’s learning: places, attempts, levels, mentoring, memberships and marks, and that
 * they assess a skill. Whoever waits for a seat of theirs in a session to come gets it, and is told. What they asked and answered stays with the pseudonym, as comments do.
 */
export async function forgetLearner(tx: Tx, actor: Actor, personId: string, now: Date): Promise<void> {
  const seats = (await readPlacesOf(tx, personId)).filter(({ state }) => state === 'taken').map(({ session_id }) => session_id)
  await sql`delete from mentoring where learner_id = ${personId} or mentor_id in (select id from mentor where mentor_id = ${personId})`.execute(tx)
  await tx.deleteFrom('mentor').where('mentor_id', '=', personId).execute()
  for (const table of ['session_place', 'check_attempt', 'skill_assessment', 'community_member', 'answer_mark'] as const) await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  await sql`update academy_skill set assessors = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(assessors) one where one->>'id' <> ${personId}), version = version + 1 where assessors @> ${JSON.stringify([{ id: personId }])}::jsonb`.execute(tx)
  for (const id of seats) {
    const session = await readSession(tx, id)
    const course = session && (await readCourse(tx, session.course_id))
    // Of a day that is over nobody gets a seat any more: they would be taken for somebody who did not come.
    if (!session || !course || session.called_off !== null || !isAhead(session.held_on, now.toISOString().slice(0, 10))) continue
    const places = await readPlaces(tx, id)
    const up = movedUp(session.seats, places.map(inLine))
    if (up.length === 0) continue
    await updatePlaces(tx, up, { state: 'taken' })
    await notify(tx, actor, { reason: 'place_changed', to: places.filter((one) => up.includes(one.id)).map(({ person_id }) => person_id), subject: { room: 'governance', kind: 'course', id: course.id }, act: 'governance.withdraw-place', words: `${course.name}, ${session.held_on}: a seat is yours now` })
  }
}
