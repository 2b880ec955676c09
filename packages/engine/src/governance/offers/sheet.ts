import type { Rating } from '../../demand/index.ts'
import { explainTotal, known, mapMetric, moneyFigure, numberFigure, undefinedBecause, type Explained, type Metric, type Money } from '../../kernel/index.ts'

/** How far an offer to a unit has come. `offered` waits for the unit; `agreed` is what both sides then keep. */
export const offerStates = ['offered', 'agreed', 'declined', 'withdrawn'] as const
export type OfferState = (typeof offerStates)[number]

/** How sure the delivery of an initiative is, as its published rating says; what nobody rated is neither likely nor in doubt. */
export const deliveryRisks = ['in_doubt', 'not_rated', 'likely'] as const
export type DeliveryRisk = (typeof deliveryRisks)[number]

/** Successful delivery is likely at green and amber/green, and in doubt from amber on, where significant issues exist already: the IPA’s delivery confidence assessment. */
export function deliveryRisk(level: Rating['level'] | null): DeliveryRisk {
  return level === null ? 'not_rated' : level === 'green' || level === 'amber_green' ? 'likely' : 'in_doubt'
}

/** An initiative that others own and that goals of the unit hang on; `helped` where the PMO offers something that lowers its risk. */
export type OutsideFacts = { readonly id: string; readonly name: string; readonly goalIds: readonly string[]; readonly risk: DeliveryRisk; readonly value: Metric<Money>; readonly helped: boolean }
export type SheetFacts = { readonly name: string; readonly goalIds: readonly string[]; readonly outside: readonly OutsideFacts[]; readonly zero: Money }

/** What the PMO still owes a unit: nothing where nothing is at risk or all of it is helped; else a part of it, or an offer at all. */
export type OfferLack = 'nothing_at_risk' | 'no_offer' | 'part' | 'none'
export type OfferSheet = {
  /** The worst that a goal hangs on outside of the unit’s control; null where it hangs on nobody else. */
  readonly risks: ReadonlyMap<string, DeliveryRisk | null>
  readonly lack: OfferLack
  readonly atRisk: Explained<Money>
  readonly covered: Explained<Money>
  /** Share of what is at risk with others for which the PMO offers something. */
  readonly coverage: Explained<number>
}

/**
 * What is in it for a unit, from its own goals alone (offer-coverage): what of them is at risk through initiatives that others own, and for
 * how much of that the PMO has something to offer. What is likely to be delivered needs no offer and counts on neither side.
 */
export function offerSheet({ name, goalIds, outside, zero }: SheetFacts): OfferSheet {
  const open = outside.filter(({ risk }) => risk !== 'likely')
  const helped = open.filter((one) => one.helped)
  const total = (term: string, some: readonly OutsideFacts[]): Explained<Money> => explainTotal(term, some.map((one) => ({ term: one.name, amount: one.value })), zero, { formula: 'offer-coverage' })
  const [atRisk, covered] = [total(`At risk with others: ${name}`, open), total(`Of that, helped by what the PMO offers: ${name}`, helped)]
  return {
    risks: new Map(goalIds.map((id) => [id, worstOf(outside.filter((one) => one.goalIds.includes(id)))])),
    lack: open.length === 0 ? 'nothing_at_risk' : helped.length === 0 ? 'no_offer' : helped.length < open.length ? 'part' : 'none',
    atRisk, covered, coverage: shareOf(name, covered, atRisk),
  }
}

const worstOf = (some: readonly OutsideFacts[]): DeliveryRisk | null => deliveryRisks.find((risk) => some.some((one) => one.risk === risk)) ?? null

function shareOf(name: string, covered: Explained<Money>, atRisk: Explained<Money>): Explained<number> {
  const [part, whole] = [covered.metric, atRisk.metric]
  // What is helped and has no figure is no part of what has one: it is left out on both sides.
  const metric: Metric<number> = whole.status !== 'ok' ? whole : whole.value.minor === 0n ? undefinedBecause('DIV_BY_ZERO') : known(part.status === 'ok' ? Number(part.value.minor) / Number(whole.value.minor) : 0)
  return {
    metric,
    why: {
      term: `Share that the PMO offers something for: ${name}`, figure: mapMetric(metric, (share) => numberFigure(share, 'ratio')), formula: 'offer-coverage',
      terms: [{ ...covered.why, figure: mapMetric(part, moneyFigure) }, { ...atRisk.why, figure: mapMetric(whole, moneyFigure) }],
    },
  }
}
