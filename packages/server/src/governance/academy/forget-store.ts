import { movedUp } from '@throughline/engine/governance'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { readPlaces, readPlacesOf, readSession, updatePlaces } from './course-store.ts'

/**
 * Takes everything away that the academy holds of a person’s learning: places, attempts, levels, mentoring, memberships and marks, and that
 * they assess a skill. Whoever waited for a seat of theirs gets it. What they asked and answered stays with the pseudonym, as comments do.
 */
export async function forgetLearner(tx: Tx, personId: string): Promise<void> {
  const seats = (await readPlacesOf(tx, personId)).filter(({ state }) => state === 'taken').map(({ session_id }) => session_id)
  await sql`delete from mentoring where learner_id = ${personId} or mentor_id in (select id from mentor where mentor_id = ${personId})`.execute(tx)
  await tx.deleteFrom('mentor').where('mentor_id', '=', personId).execute()
  for (const table of ['session_place', 'check_attempt', 'skill_assessment', 'community_member', 'answer_mark'] as const) await tx.deleteFrom(table).where('person_id', '=', personId).execute()
  await sql`update academy_skill set assessors = (select coalesce(jsonb_agg(one), '[]') from jsonb_array_elements(assessors) one where one->>'id' <> ${personId}), version = version + 1 where assessors @> ${JSON.stringify([{ id: personId }])}::jsonb`.execute(tx)
  for (const id of seats) {
    const session = await readSession(tx, id)
    const up = session && session.attendance === null && session.called_off === null ? movedUp(session.seats, (await readPlaces(tx, id)).map((one) => ({ id: one.id, state: one.state, askedAt: one.asked_at }))) : []
    if (up.length > 0) await updatePlaces(tx, up, { state: 'taken' })
  }
}
