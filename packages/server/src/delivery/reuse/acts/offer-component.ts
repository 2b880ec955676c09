import type { NewReuseOffer, NewSaving, ReuseAnswer } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { isRunning } from '@throughline/engine/governance'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { notify } from '../../../governance/index.ts'
import type { DeliverableSource } from '../deliverable-source.ts'
import { noInitiative, noOffer } from '../refusals.ts'
import { readShown, stateOf } from '../shown.ts'
import { insertOffer, insertSaving, lockOffer, readComponents, readOffers, readStandingOne, updateOffer, type NamedOffer, type ShownComponent } from '../store.ts'
import { answersFor } from '../told.ts'
import { standing } from './keep-component.ts'

type At = { readonly initiativeId: string; readonly id: string }
type Unoffered = Refusal<'not_found' | 'version_moved' | 'component_withdrawn' | 'reuse_there' | 'reuse_contradicts'>
type Past = Refusal<'not_found' | 'version_moved' | 'reuse_past'>
const kind = { room: 'delivery', kind: 'reuse_offer' } as const
const hundredths = (hours: number): number => Math.round(hours * 100)

/** Offers a component to another initiative that goes on. Whatever it saves there is claimed once: while an offer waits or was accepted there is no other. */
export function offerComponent(db: Db, actor: Actor, { initiativeId, id: componentId }: At, { toInitiativeId, leastHours, mostHours, basis }: NewReuseOffer, { now, readDeliverables }: { readonly now: Date; readonly readDeliverables: DeliverableSource }): Promise<Result<object, Unoffered>> {
  return writeAs<Result<object, Unoffered>>(db, actor, 'delivery.offer-component', async (tx, record) => {
    const found = await standing(tx, initiativeId, { id: componentId })
    if (!found.ok) return found
    const [today, shown] = [now.toISOString().slice(0, 10), (await readShown(tx, readDeliverables)).find((one) => one.id === componentId)]
    const [from, to, { name }] = [await readStandingOne(tx, initiativeId), await readStandingOne(tx, toInitiativeId), found.value]
    if (!from || !to) return noInitiative(from ? toInitiativeId : initiativeId)
    if (from.id === to.id) return refuse({ code: 'reuse_contradicts', values: { found: `an offer of ${name} to ${to.name}, which makes it`, expected: 'another initiative' } })
    if (!isRunning(to.state)) return refuse({ code: 'reuse_contradicts', values: { found: `an offer to ${to.name}, which is over`, expected: 'an initiative that goes on' } })
    if (shown && stateOf(shown, today) === 'withdrawn') return refuse({ code: 'reuse_contradicts', values: { found: `an offer of ${name}, which will not be made: ${whyNot(shown)}`, expected: 'a component that is made or is there' } })
    if (leastHours > mostHours) return refuse({ code: 'reuse_contradicts', values: { found: `at least ${leastHours} and at most ${mostHours} hours`, expected: 'no more at the least than at the most' } })
    const there = (await readOffers(tx)).find((one) => one.component_id === componentId && one.to_initiative_id === to.id && (one.state === 'offered' || one.state === 'accepted'))
    if (there) return refuse({ code: 'reuse_there', values: { component: name, initiative: to.name, found: there.state } })
    const [id, why] = [newId(), basis.trim()]
    await insertOffer(tx, { org_id: actor.orgId, id, component_id: componentId, to_initiative_id: to.id, least_hours: hundredths(leastHours), most_hours: hundredths(mostHours), basis: why, offered_by_id: actor.accountId, offered_by: actor.name, offered_on: today })
    await record({ ...kind, id, before: null, after: { component: name, from: from.name, to: to.name, leastHours, mostHours, basis: why } })
    await notify(tx, actor, { reason: 'reuse_offered', to: await answersFor(tx, to, { beside: actor.accountId, now }), subject: { room: 'demand', kind: 'initiative', id: to.id }, act: 'delivery.offer-component', words: `${name}, made by ${from.name}: ${leastHours} to ${mostHours} person hours` })
    return ok({})
  })
}

/** Accepts an offer for the initiative that receives it, which links both, or declines it. */
export function answerOffer(db: Db, actor: Actor, { initiativeId, id }: At, { version, accept, words }: ReuseAnswer, { today, readDeliverables }: { readonly today: string; readonly readDeliverables: DeliverableSource }): Promise<Result<object, Past | Refusal<'reuse_own' | 'reuse_contradicts'>>> {
  return writeAs<Result<object, Past | Refusal<'reuse_own' | 'reuse_contradicts'>>>(db, actor, 'delivery.answer-reuse-offer', async (tx, record) => {
    const found = await seen(tx, id, { version, at: (one) => one.to_initiative_id === initiativeId })
    if (!found.ok) return found
    const { offer, component } = found.value
    const past = whyPast(found.value, 'offered', 'that waits for an answer')
    if (past) return past
    if (accept && offer.offered_by_id === actor.accountId) return refuse({ code: 'reuse_own', values: { found: 'offered', component, initiative: offer.to_name, expected: 'accepts it' } })
    const [to, shown] = [await readStandingOne(tx, initiativeId), (await readShown(tx, readDeliverables)).find((one) => one.id === offer.component_id)]
    if (accept && !(to && isRunning(to.state))) return refuse({ code: 'reuse_contradicts', values: { found: `an acceptance for ${offer.to_name}, which is over`, expected: 'an initiative that goes on' } })
    if (accept && shown && stateOf(shown, today) === 'withdrawn') return refuse({ code: 'reuse_contradicts', values: { found: `an acceptance of ${component}, which will not be made: ${whyNot(shown)}`, expected: 'a component that is made or is there' } })
    const [state, said] = [accept ? ('accepted' as const) : ('declined' as const), words.trim()]
    await updateOffer(tx, id, { state, answer: { by: actor.name, on: today, words: said }, answered_by_id: actor.accountId })
    await record({ ...kind, id, before: { state: 'offered' }, after: { component, from: offer.from_name, to: offer.to_name, state, words: said } })
    await notify(tx, actor, { reason: 'reuse_answered', to: [offer.offered_by_id], subject: { room: 'demand', kind: 'initiative', id: offer.from_id }, act: 'delivery.answer-reuse-offer', words: `${component} for ${offer.to_name}, ${state}: ${said}` })
    return ok({})
  })
}

/** Withdraws an offer of the initiative that gives it, as long as nobody has answered it. */
export function withdrawOffer(db: Db, actor: Actor, { initiativeId, id }: At, { version, reason }: { readonly version: number; readonly reason: string }, today: string): Promise<Result<object, Past>> {
  return writeAs<Result<object, Past>>(db, actor, 'delivery.withdraw-reuse-offer', async (tx, record) => {
    const found = await seen(tx, id, { version, at: (one) => one.from_id === initiativeId })
    if (!found.ok) return found
    const past = whyPast(found.value, 'offered', 'that waits for an answer')
    if (past) return past
    await updateOffer(tx, id, { state: 'withdrawn', answer: { by: actor.name, on: today, words: reason.trim() } })
    await record({ ...kind, id, before: { state: 'offered' }, after: { state: 'withdrawn', words: reason.trim() } })
    return ok({})
  })
}

/** Confirms what an accepted offer saved: once, with evidence, and by somebody else than who accepted it. */
export function confirmSaving(db: Db, actor: Actor, { initiativeId, id }: At, { version, hours, on, words, link }: NewSaving, now: Date): Promise<Result<object, Past | Refusal<'reuse_own' | 'reuse_contradicts'>>> {
  return writeAs<Result<object, Past | Refusal<'reuse_own' | 'reuse_contradicts'>>>(db, actor, 'delivery.confirm-reuse-saving', async (tx, record) => {
    const found = await seen(tx, id, { version, at: (one) => one.to_initiative_id === initiativeId })
    if (!found.ok) return found
    const { offer, component } = found.value
    const past = whyPast(found.value, 'accepted', 'that was accepted and whose saving nobody has confirmed')
    if (past) return past
    if (offer.answered_by_id === actor.accountId) return refuse({ code: 'reuse_own', values: { found: 'accepted', component, initiative: offer.to_name, expected: 'confirms what it saved' } })
    const [today, since] = [now.toISOString().slice(0, 10), offer.answer?.on ?? offer.offered_on]
    if (on > today || on < since) return refuse({ code: 'reuse_contradicts', values: { found: `a saving of ${on}`, expected: on > today ? `a day up to ${today}` : `a day from ${since} on, when it was accepted` } })
    const [saved, said] = [hundredths(hours), words.trim()]
    await insertSaving(tx, { org_id: actor.orgId, id: newId(), offer_id: id, hours: saved, saved_on: on, words: said, link, confirmed_by: actor.name, confirmed_at: now.toISOString() })
    // Who saw the offer without its saving has to look again.
    await updateOffer(tx, id, { answer: offer.answer ?? { by: actor.name, on, words: '' } })
    await record({ ...kind, id, before: { savedHours: null }, after: { component, to: offer.to_name, savedHours: hours, on, words: said, link } })
    return ok({})
  })
}

const whyNot = ({ withdrawn, deliverable }: ShownComponent): string => (withdrawn ? 'it was withdrawn' : deliverable ? `the deliverable ${deliverable.name} was withdrawn` : 'its work was cancelled')

type Seen = { readonly offer: NamedOffer; readonly component: string }
/** An offer in the version that was seen, held until the act ends; not found where it is of another initiative. */
async function seen(tx: Tx, id: string, { version, at }: { readonly version: number; readonly at: (offer: NamedOffer) => boolean }): Promise<Result<Seen, Refusal<'not_found' | 'version_moved'>>> {
  const locked = await lockOffer(tx, id)
  const offer = locked && (await readOffers(tx)).find((one) => one.id === id)
  if (!offer || !at(offer)) return noOffer(id)
  const found = await expectVersion(tx, locked, { ...kind, id, version })
  if (!found.ok) return found
  return ok({ offer, component: (await readComponents(tx)).find((one) => one.id === offer.component_id)?.name ?? '' })
}

function whyPast({ offer, component }: Seen, state: 'offered' | 'accepted', expected: string): { readonly ok: false; readonly refusal: Refusal<'reuse_past'> } | undefined {
  const confirmed = offer.saving !== null
  return offer.state === state && !confirmed ? undefined : refuse({ code: 'reuse_past', values: { component, initiative: offer.to_name, found: confirmed ? 'accepted, and its saving was confirmed' : offer.state, expected } } as const)
}
