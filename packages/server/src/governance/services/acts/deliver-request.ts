import type { RequestOutcome } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { asked } from '../asked.ts'
import { hindranceOf, type Hindered } from '../independence.ts'
import { whyAhead, whyUnnamed } from '../refusals.ts'
import type { ReadTeams } from '../sources.ts'
import { insertHours, updateRequest } from '../store.ts'
import { hoursGiven } from '../hours.ts'
import { noteRefusedPerformer } from './note-refused-performer.ts'

type Undelivered = Refusal<'not_found' | 'version_moved' | 'request_not_yours' | 'request_over' | 'initiative_unnamed' | 'performer_dependent' | 'work_ahead'>

/** Says what came of a request and how many hours it took; whoever asked is told. Who has joined the team meanwhile is not independent any more. */
export async function deliverRequest(db: Db, actor: Actor, id: string, given: RequestOutcome, { now, readTeams }: { readonly now: Date; readonly readTeams: ReadTeams }): Promise<Result<object, Undelivered>> {
  let hindered: Hindered | undefined
  const done = await writeAs<Result<object, Undelivered>>(db, actor, 'governance.deliver-service-request', async (tx, record) => {
    const found = await asked(tx, id, given.version)
    if (!found.ok) return found
    const { request, service, said } = found.value
    const { name, class: of } = said
    if (request.state !== 'accepted' || request.performer_id === null) return refuse({ code: 'request_over', values: { name, found: request.state, expected: 'accepted' } })
    if (actor.accountId !== service.owner_id && actor.accountId !== request.performer_id) return refuse({ code: 'request_not_yours', values: { name, expected: `${request.performer}, who performs it, or its owner ${service.owner}` } })
    const ahead = whyAhead(given.on, now)
    if (ahead) return ahead
    // Its service may have become one since it was accepted.
    const unnamed = whyUnnamed(said, request.initiative_id)
    if (unnamed) return unnamed
    hindered = await hindranceOf(tx, readTeams, { request, name, class: of, performer: { id: request.performer_id, name: request.performer ?? '' } })
    if (hindered) return hindered.refusal
    const [at, words] = [now.toISOString(), given.words.trim()]
    await updateRequest(tx, id, { state: 'delivered', outcome: { by: actor.name, at, words } })
    await insertHours(tx, { org_id: actor.orgId, id: newId(), ...hoursGiven(given), service_id: service.id, request_id: id, class: of, words: '', recorded_by: actor.name, recorded_at: at })
    await record({ room: 'governance', kind: 'service_request', id, before: { state: request.state, outcome: null }, after: { state: 'delivered', outcome: words, workedOn: given.on, hours: given.hours, costMinor: given.costMinor ?? null } })
    await notify(tx, actor, { reason: 'service_answered', to: [request.asked_by_id], subject: { room: 'governance', kind: 'pmo_service', id: service.id }, act: 'governance.deliver-service-request', words })
    return ok({})
  })
  if (hindered) await noteRefusedPerformer(db, actor, id, hindered, now)
  return done
}
