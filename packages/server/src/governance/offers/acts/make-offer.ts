import type { NewUnitOffer } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import { offered, type Unoffered } from '../../services/offered.ts'
import type { ReadStakes } from '../../services/sources.ts'
import { initiativeNames } from '../../services/store.ts'
import { readAnswerers, unitOfHolder } from '../answerers.ts'
import { insertOffer, readOffers } from '../store.ts'

type Unmade = Unoffered | Refusal<'offer_beyond_goals' | 'offer_there'>
/** Initiatives that a refusal names at most. */
const mostNamed = 5

/** Offers a unit a service about an initiative of others. It comes from the unit’s own goals: one of them hangs on that initiative. */
export function makeOffer(db: Db, actor: Actor, { holderId, initiativeId, serviceId, lowers, inReturn }: NewUnitOffer, { now, readStakes }: { readonly now: Date; readonly readStakes: ReadStakes }): Promise<Result<object, Unmade>> {
  return writeAs<Result<object, Unmade>>(db, actor, 'governance.make-unit-offer', async (tx, record) => {
    const found = await offered(tx, serviceId)
    if (!found.ok) return found
    const holder = (await readStakes(tx, actor.orgId)).units.find((one) => one.id === holderId)
    if (!holder) return refuse({ code: 'not_found', values: { what: 'unit with goals', id: holderId } })
    const outside = holder.owners.flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative))
    const initiative = outside.find((one) => one.id === initiativeId)
    if (!initiative) {
      const name = (await initiativeNames(tx, [initiativeId], true)).get(initiativeId)
      if (name === undefined) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
      return refuse({ code: 'offer_beyond_goals', values: { holder: holder.name, initiative: name, expected: outside.slice(0, mostNamed).map(({ name }) => name).join(', ') || 'none, as it hangs on nobody else' } })
    }
    const service = found.value.edition.said.name
    const there = (await readOffers(tx)).find((one) => one.holder_id === holderId && one.initiative_id === initiativeId && one.service_id === serviceId && (one.state === 'offered' || one.state === 'agreed'))
    if (there) return refuse({ code: 'offer_there', values: { service, holder: holder.name, initiative: initiative.name, by: there.offered_by } })
    const id = newId()
    await insertOffer(tx, { org_id: actor.orgId, id, holder_id: holderId, holder: holder.name, initiative_id: initiativeId, service_id: serviceId, lowers: lowers.trim(), in_return: inReturn.trim(), offered_by_id: actor.accountId, offered_by: actor.name, offered_at: now.toISOString() })
    await record({ room: 'governance', kind: 'unit_offer', id, before: null, after: { holder: holder.name, initiative: initiative.name, service, lowers: lowers.trim(), inReturn: inReturn.trim() } })
    const answerers = (await readAnswerers(tx, now))(unitOfHolder([holder], { id: holderId, name: holder.name }))
    await notify(tx, actor, { reason: 'offer_to_answer', to: answerers.map((one) => one.id), subject: { room: 'governance', kind: 'pmo_service', id: serviceId }, act: 'governance.make-unit-offer', words: lowers.trim() })
    return ok({})
  })
}
