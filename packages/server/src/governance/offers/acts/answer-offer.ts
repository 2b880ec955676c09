import type { OfferAnswer, OfferKept } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../notifications/index.ts'
import type { ReadStakes } from '../../services/sources.ts'
import { readEditions } from '../../services/store.ts'
import { readAnswerers, unitOfHolder } from '../answerers.ts'
import { lockOffer, updateOffer, type Said, type StoredOffer } from '../store.ts'

type Moved = Refusal<'not_found' | 'version_moved' | 'offer_past'>
type Held = { readonly offer: StoredOffer; /** What the offer is called in a refusal. */ readonly named: { readonly service: string; readonly holder: string } }

/** Agrees to an offer for the unit, or declines it with the reason. Whoever made it does not answer it; where somebody has a role in the unit, only they do. */
export function answerOffer(db: Db, actor: Actor, id: string, { version, answer }: OfferAnswer, { now, readStakes }: { readonly now: Date; readonly readStakes: ReadStakes }): Promise<Result<object, Moved | Refusal<'offer_own' | 'offer_elsewhere'>>> {
  return writeAs<Result<object, Moved | Refusal<'offer_own' | 'offer_elsewhere'>>>(db, actor, 'governance.answer-unit-offer', async (tx, record) => {
    const found = await held(tx, id, version, ['offered'])
    if (!found.ok) return found
    const { offer, named } = found.value
    if (offer.offered_by_id === actor.accountId) return refuse({ code: 'offer_own', values: named })
    const answerers = (await readAnswerers(tx, now))(unitOfHolder((await readStakes(tx, actor.orgId)).units, { id: offer.holder_id, name: offer.holder }))
    if (answerers.length > 0 && !answerers.some((one) => one.id === actor.accountId)) return refuse({ code: 'offer_elsewhere', values: { holder: offer.holder, expected: answerers.map(({ name }) => name).join(', ') } })
    const [state, words] = answer.kind === 'agree' ? (['agreed', answer.words.trim()] as const) : (['declined', answer.reason.trim()] as const)
    await updateOffer(tx, id, { state, answer: saying(actor, words, now) })
    await record({ room: 'governance', kind: 'unit_offer', id, before: { state: offer.state }, after: { state, answer: words } })
    await notify(tx, actor, { reason: 'offer_answered', to: [offer.offered_by_id], subject: { room: 'governance', kind: 'pmo_service', id: offer.service_id }, act: 'governance.answer-unit-offer', words: `${offer.holder}: ${state}${words === '' ? '' : `, ${words}`}` })
    return ok({})
  })
}

/** Says that one side of an agreed offer was kept, each once. */
export function keepOffer(db: Db, actor: Actor, id: string, { version, side, words }: OfferKept, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.keep-unit-offer', async (tx, record) => {
    const found = await held(tx, id, version, ['agreed'])
    if (!found.ok) return found
    const { offer, named } = found.value
    const field = side === 'offer' ? 'given' : 'returned'
    if (offer[field] !== null) return refuse({ code: 'offer_past', values: { ...named, found: 'kept on that side', expected: 'not kept yet' } })
    await updateOffer(tx, id, { [field]: saying(actor, words, now) })
    await record({ room: 'governance', kind: 'unit_offer', id, before: { [field]: null }, after: { [field]: words.trim() } })
    return ok({})
  })
}

/** Withdraws an offer that waits or was agreed; it stays in the log. */
export function withdrawOffer(db: Db, actor: Actor, id: string, { version, reason }: { readonly version: number; readonly reason: string }, now: Date): Promise<Result<object, Moved>> {
  return writeAs<Result<object, Moved>>(db, actor, 'governance.withdraw-unit-offer', async (tx, record) => {
    const found = await held(tx, id, version, ['offered', 'agreed'])
    if (!found.ok) return found
    await updateOffer(tx, id, { state: 'withdrawn', withdrawn: saying(actor, reason, now) })
    await record({ room: 'governance', kind: 'unit_offer', id, before: { state: found.value.offer.state }, after: { state: 'withdrawn' }, why: reason.trim() })
    return ok({})
  })
}

const saying = ({ name }: Actor, words: string, now: Date): Said => ({ by: name, at: now.toISOString(), words: words.trim() })

/** An offer as it was seen, held until the act ends; refused where it is in another state. */
async function held(tx: Tx, id: string, version: number, states: readonly StoredOffer['state'][]): Promise<Result<Held, Moved>> {
  const found = await expectVersion(tx, await lockOffer(tx, id), { room: 'governance', kind: 'unit_offer', id, version })
  if (!found.ok) return found
  const offer = found.value
  const named = { service: (await readEditions(tx, offer.service_id))[0]?.said.name ?? '', holder: offer.holder }
  return states.includes(offer.state) ? ok({ offer, named }) : refuse({ code: 'offer_past', values: { ...named, found: offer.state, expected: states.join(' or ') } })
}
