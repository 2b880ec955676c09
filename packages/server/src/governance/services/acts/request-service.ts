import type { NewServiceRequest } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { offered, type Unoffered } from '../offered.ts'
import { whyUnnamed } from '../refusals.ts'
import { initiativeNames, insertRequest } from '../store.ts'

type Unasked = Unoffered | Refusal<'initiative_unnamed'>

/** Asks for a published service; its owner is told. A mandated assurance is of an initiative. */
export function requestService(db: Db, actor: Actor, serviceId: string, { initiativeId = null, words, neededOn = null }: NewServiceRequest, now: Date): Promise<Result<object, Unasked>> {
  return writeAs<Result<object, Unasked>>(db, actor, 'governance.request-service', async (tx, record) => {
    const found = await offered(tx, serviceId)
    if (!found.ok) return found
    const { service, edition } = found.value
    const unnamed = whyUnnamed(edition.said, initiativeId)
    if (unnamed) return unnamed
    const initiative = initiativeId === null ? null : (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
    if (initiative === undefined) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const [id, said] = [newId(), words.trim()]
    await insertRequest(tx, { org_id: actor.orgId, id, service_id: serviceId, initiative_id: initiativeId, words: said, needed_on: neededOn, asked_by_id: actor.accountId, asked_by: actor.name, asked_at: now.toISOString() })
    await record({ room: 'governance', kind: 'service_request', id, before: null, after: { service: edition.said.name, initiative, words: said, neededOn } })
    await notify(tx, actor, { reason: 'service_asked', to: [service.owner_id], subject: { room: 'governance', kind: 'pmo_service', id: serviceId }, act: 'governance.request-service', words: said })
    return ok({})
  })
}
