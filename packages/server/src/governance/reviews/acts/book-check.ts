import type { NewHealthCheck } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { phaseOf, questionsFor } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import { noInitiative, noMember } from '../../refused.ts'
import type { Hindered } from '../../services/index.ts'
import { heldCheck } from '../held.ts'
import { dependentAmong } from '../independent.ts'
import { whyPast } from '../refusals.ts'
import type { ReviewSources } from '../sources.ts'
import { insertCheck, updateCheck } from '../store.ts'
import { noteRefusedReviewer } from './note-refused-reviewer.ts'

type Unbooked = Refusal<'not_found' | 'performer_dependent'>

/** Books a health check: its questions are those of the tier and of the phase of the initiative today, and stay so. Its reviewers are told. */
export async function bookCheck(db: Db, actor: Actor, given: NewHealthCheck, { now, sources }: { readonly now: Date; readonly sources: ReviewSources }): Promise<Result<string, Unbooked>> {
  let hindered: Hindered | undefined
  const done = await writeAs<Result<string, Unbooked>>(db, actor, 'governance.book-health-check', async (tx, record) => {
    const initiative = await sources.readInitiative(tx, given.initiativeId)
    if (!initiative) return noInitiative(given.initiativeId)
    const members = (await readMembers(tx)).filter(({ service }) => !service)
    const missing = given.reviewerIds.find((id) => !members.some((one) => one.id === id))
    if (missing !== undefined) return noMember(missing)
    const reviewers = members.filter(({ id }) => given.reviewerIds.includes(id)).map(({ id, name }) => ({ id, name }))
    hindered = await dependentAmong(tx, sources.readTeams, initiative.id, reviewers)
    if (hindered) return hindered.refusal
    const [id, phase, purpose] = [newId(), phaseOf(initiative.state), given.purpose.trim()]
    const { tier, scale, plannedOn } = given
    await insertCheck(tx, { org_id: actor.orgId, id, initiative_id: initiative.id, tier, phase, scale, planned_on: plannedOn, purpose, questions: questionsFor(tier, phase), reviewers, booked_by: actor.name, booked_at: now.toISOString() })
    await record({ room: 'governance', kind: 'health_check', id, before: null, after: { initiative: initiative.name, tier, phase, scale, plannedOn, purpose, reviewers: reviewers.map(({ name }) => name) } })
    await notify(tx, actor, { reason: 'review_given', to: reviewers.map((one) => one.id), subject: { room: 'governance', kind: 'health_check', id }, act: 'governance.book-health-check', words: purpose })
    return ok(id)
  })
  if (hindered) await noteRefusedReviewer(db, actor, given.initiativeId, hindered, now)
  return done
}

/** Calls a health check off that has no report; what was judged stays in the history. */
export function callOffCheck(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<string, Refusal<'not_found' | 'version_moved' | 'review_over'>>> {
  return writeAs<Result<string, Refusal<'not_found' | 'version_moved' | 'review_over'>>>(db, actor, 'governance.call-off-health-check', async (tx, record) => {
    const found = await heldCheck(tx, id, version)
    if (!found.ok) return found
    const past = whyPast(found.value)
    if (past) return past
    await updateCheck(tx, id, { state: 'called_off', called_off: { by: actor.name, at: now.toISOString(), words: reason.trim() } })
    await record({ room: 'governance', kind: 'health_check', id, before: { state: 'booked' }, after: { state: 'called_off' }, why: reason.trim() })
    return ok(id)
  })
}
