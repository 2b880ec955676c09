import type { OfferSheet, OutsideInitiative, UnitOffer, UnitOffers } from '@throughline/contract/governance'
import type { Stakes, UnitStake } from '@throughline/contract/strategy'
import { moneyFromWire, toWire } from '@throughline/contract/wire'
import { deliveryRisk, deliveryRisks, offerSheet } from '@throughline/engine/governance'
import { mapMetric, money } from '@throughline/engine/kernel'
import type { StoredEdition, StoredService } from '../services/store.ts'
import { unitOfHolder, type Answerer, type Holder } from './answerers.ts'
import type { StoredOffer } from './store.ts'

type Kept = {
  readonly stakes: Stakes['units']; /** Newest first. */ readonly offers: readonly StoredOffer[]; readonly services: readonly StoredService[]; readonly editions: readonly StoredEdition[]
  readonly atWork: readonly { readonly initiative_id: string; readonly service_id: string; readonly state: 'accepted' | 'delivered' }[]
  /** Names by id. */ readonly initiatives: ReadonlyMap<string, string>; /** Who answers for a unit. */ readonly answerers: (holder: Holder) => readonly Answerer[]; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly currency: string
}
type Around = { readonly offersTo: ReadonlyMap<string, readonly UnitOffer[]>; readonly atWork: ReadonlyMap<string, OutsideInitiative['services']>; readonly currency: string }

/** What is in it for each unit that has goals; those to whom nothing is offered first. */
export function presentOffers({ stakes, offers, services, editions, atWork, initiatives, answerers, units, currency }: Kept): UnitOffers {
  const last = new Map(editions.toReversed().map((edition) => [edition.service_id, edition.said]))
  const named = new Map(services.map(({ id, said }) => [id, { id, name: (last.get(id) ?? said).name, class: (last.get(id) ?? said).class }]))
  const outsideOf = new Map(stakes.map(({ id, owners }) => [id, new Set(owners.flatMap((owner) => owner.initiatives.map(({ initiative }) => initiative.id)))]))
  const shown = offers.flatMap((one): readonly UnitOffer[] => {
    const service = named.get(one.service_id)
    return service ? [{ ...presentOffer(one, service, initiatives, outsideOf.get(one.holder_id)?.has(one.initiative_id) ?? false), answerers: [...answerers(unitOfHolder(stakes, { id: one.holder_id, name: one.holder }))] }] : []
  })
  // A strategy without a goal is no sheet: what was offered to it stands with those that have none any more.
  const wanting = stakes.filter(({ goals }) => goals.length > 0)
  const working = Map.groupBy(atWork, ({ initiative_id }) => initiative_id)
  const around: Around = {
    offersTo: Map.groupBy(shown, ({ holder }) => holder.id), currency,
    atWork: new Map([...working].map(([id, all]) => [id, all.map(({ service_id, state }) => ({ name: named.get(service_id)?.name ?? '', state }))])),
  }
  const withGoals = new Set(wanting.flatMap(({ id, name, unit }) => [id, unit ?? name]))
  return {
    sheets: wanting.map((stake) => sheetOf(stake, around)).sort((a, b) => lacks.indexOf(a.lack) - lacks.indexOf(b.lack)),
    withoutGoals: units.filter(({ id, name }) => !withGoals.has(id) && !withGoals.has(name)).map(({ id, name }) => ({ id, name })),
    services: services.flatMap(({ id, retired_at }) => (retired_at === null && last.has(id) ? (named.get(id) ?? []) : [])), elsewhere: shown.filter(({ holder }) => !wanting.some(({ id }) => id === holder.id)),
  }
}

const lacks: readonly OfferSheet['lack'][] = ['no_offer', 'part', 'none', 'nothing_at_risk']

function sheetOf({ id, name, unit, goalsOf, goals, owners }: UnitStake, { offersTo, atWork, currency }: Around): OfferSheet {
  const offers = offersTo.get(id) ?? []
  const standing = offers.filter(({ state }) => state === 'offered' || state === 'agreed')
  const outside = owners.flatMap(({ unit: owner, initiatives }) => initiatives.map((one) => {
    const [services, made] = [atWork.get(one.initiative.id) ?? [], standing.filter(({ initiative }) => initiative.id === one.initiative.id).length]
    return { one, owner, services, made, risk: deliveryRisk(one.rating?.level ?? null), helped: services.length + made > 0 }
  }))
  const sheet = offerSheet({
    name, goalIds: goals.map((goal) => goal.id), zero: money(0n, currency),
    outside: outside.map(({ one, risk, helped }) => ({ id: one.initiative.id, name: one.initiative.name, goalIds: one.goalIds, risk, helped, value: mapMetric(one.value, moneyFromWire) })),
  })
  return {
    holder: { id, name }, unit, goalsOf, lack: sheet.lack, ...toWire({ atRisk: sheet.atRisk, covered: sheet.covered, coverage: sheet.coverage }), offers: [...offers],
    goals: goals.map((goal) => ({ id: goal.id, statement: goal.statement, weight: goal.weight, own: goal.own, others: goal.others, risk: sheet.risks.get(goal.id) ?? null, exposed: goal.exposed })),
    outside: outside.map(({ one, owner, services, made, risk, helped }) => ({ initiative: { id: one.initiative.id, name: one.initiative.name }, owner, rating: one.rating, risk, goals: one.goals, value: one.value, services: [...services], offers: made, helped }))
      .sort((a, b) => deliveryRisks.indexOf(a.risk) - deliveryRisks.indexOf(b.risk) || sizeOf(b.value) - sizeOf(a.value)),
  }
}

const sizeOf = (value: OutsideInitiative['value']): number => (value.status === 'ok' ? Number(value.value.minor) : -1)

const presentOffer = (one: StoredOffer, service: UnitOffer['service'], initiatives: ReadonlyMap<string, string>, atStake: boolean): Omit<UnitOffer, 'answerers'> => ({
  id: one.id, version: one.version, holder: { id: one.holder_id, name: one.holder }, initiative: { id: one.initiative_id, name: initiatives.get(one.initiative_id) ?? '' }, service, lowers: one.lowers, inReturn: one.in_return, state: one.state,
  by: { id: one.offered_by_id, name: one.offered_by }, at: one.offered_at, ...ends(one), given: one.given, returned: one.returned, atStake,
})

/** The answer of the unit, and the withdrawal. Before these were kept apart, what was said of a withdrawal stood in the place of the answer. */
const ends = ({ state, answer, withdrawn }: StoredOffer): Pick<UnitOffer, 'answer' | 'withdrawn'> => (state === 'withdrawn' && withdrawn === null ? { answer: null, withdrawn: answer } : { answer, withdrawn })
