import type { RequestAnswer } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { readMembers } from '../../../people/index.ts'
import { notify } from '../../notifications/index.ts'
import { noMember } from '../../refused.ts'
import { asked } from '../asked.ts'
import { hindranceOf, type Hindered } from '../independence.ts'
import { whyUnnamed } from '../refusals.ts'
import type { ReadTeams } from '../sources.ts'
import { updateRequest } from '../store.ts'
import { noteRefusedPerformer } from './note-refused-performer.ts'

type Unanswered = Refusal<'not_found' | 'version_moved' | 'request_not_yours' | 'request_over' | 'initiative_unnamed' | 'performer_dependent'>

/** Accepts a request and says who performs it, or declines it, also after it was accepted; whoever asked is told. Who is not independent of what they would assure is refused, and that is noted. */
export async function answerRequest(db: Db, actor: Actor, id: string, { version, answer }: RequestAnswer, { now, readTeams }: { readonly now: Date; readonly readTeams: ReadTeams }): Promise<Result<object, Unanswered>> {
  let hindered: Hindered | undefined
  const done = await writeAs<Result<object, Unanswered>>(db, actor, 'governance.answer-service-request', async (tx, record) => {
    const found = await asked(tx, id, version)
    if (!found.ok) return found
    const { request, service, said } = found.value
    const { name, class: of } = said
    if (service.owner_id !== actor.accountId) return refuse({ code: 'request_not_yours', values: { name, expected: `its owner ${service.owner}` } })
    if (request.state !== 'waiting' && request.state !== 'accepted') return refuse({ code: 'request_over', values: { name, found: request.state, expected: 'waiting for its answer' } })
    const at = now.toISOString()
    const subject = { room: 'governance', kind: 'pmo_service', id: service.id }
    const before = { state: request.state, performer: request.performer }
    if (answer.kind === 'decline') {
      const words = answer.reason.trim()
      await updateRequest(tx, id, { state: 'declined', performer_id: null, performer: null, answer: { by: actor.name, at, words } })
      await record({ room: 'governance', kind: 'service_request', id, before, after: { state: 'declined', performer: null, answer: words } })
      await notify(tx, actor, { reason: 'service_answered', to: [request.asked_by_id], subject, act: 'governance.answer-service-request', words })
      return ok({})
    }
    const performer = (await readMembers(tx)).find((one) => one.id === answer.performerId && !one.service)
    if (!performer) return noMember(answer.performerId)
    // It was none when it was asked for.
    const unnamed = whyUnnamed(said, request.initiative_id)
    if (unnamed) return unnamed
    hindered = await hindranceOf(tx, readTeams, { request, name, class: of, performer })
    if (hindered) return hindered.refusal
    const words = answer.words.trim()
    await updateRequest(tx, id, { state: 'accepted', performer_id: performer.id, performer: performer.name, answer: { by: actor.name, at, words } })
    await record({ room: 'governance', kind: 'service_request', id, before, after: { state: 'accepted', performer: performer.name, answer: words } })
    await notify(tx, actor, { reason: 'service_answered', to: [request.asked_by_id], subject, act: 'governance.answer-service-request', words })
    await notify(tx, actor, { reason: 'service_given', to: [performer.id], subject, act: 'governance.answer-service-request', words: request.words })
    return ok({})
  })
  if (hindered) await noteRefusedPerformer(db, actor, id, hindered, now)
  return done
}
