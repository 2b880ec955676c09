import { allocateMoney, explainTotal, known, mapMetric, numberFigure, ratio, sumMoney, undefinedBecause, type Explained, type Metric, type Money, type Part } from '../kernel/index.ts'
import type { BenefitFacts, BookFacts } from './facts.ts'

/** Promise, forecast and realised value of some initiatives together. */
export type ValueGroup = {
  readonly id: string | null
  readonly name: string
  readonly initiatives: number
  readonly promised: Explained<Money>
  readonly forecast: Explained<Money>
  readonly realised: Explained<Money>
  /** Realised over promised (F-BEN-5), undefined without either. */
  readonly realisation: Explained<number>
}

type Share = { readonly facts: BenefitFacts; readonly of: (amount: Metric<Money>) => Metric<Money> }

/** One group for each initiative, largest forecast first. */
export function byInitiative(book: BookFacts): readonly ValueGroup[] {
  return sorted(book.initiatives.map((facts) => groupOf(facts.id, facts.name, [whole(facts)], book)))
}

/** One group for each organisation unit. */
export function byUnit(book: BookFacts): readonly ValueGroup[] {
  const units = new Map<string | null, { name: string; shares: Share[] }>()
  for (const facts of book.initiatives) {
    const unit = units.get(facts.unitId) ?? { name: facts.unitId === null ? 'No unit' : facts.unitName, shares: [] }
    unit.shares.push(whole(facts))
    units.set(facts.unitId, unit)
  }
  return sorted([...units].map(([id, unit]) => groupOf(id, unit.name, unit.shares, book)))
}

/**
 * One group for each objective and one for what serves none. An initiative that serves several is split between them
 * in proportion to its contributions, so that the groups sum to the book and nothing is counted twice (formula `value-by-objective`).
 */
export function byObjective(book: BookFacts, objectives: readonly { readonly id: string; readonly name: string }[]): readonly ValueGroup[] {
  const groups = objectives.map(({ id, name }) => groupOf(id, name, book.initiatives.flatMap((facts) => shareFor(facts, id)), book))
  const unlinked = book.initiatives.filter((facts) => facts.serves.length === 0).map(whole)
  return [...groups, ...(unlinked.length > 0 ? [groupOf(null, 'Serves no objective', unlinked, book)] : [])]
}

const whole = (facts: BenefitFacts): Share => ({ facts, of: (amount) => amount })

function shareFor(facts: BenefitFacts, objectiveId: string): readonly Share[] {
  const index = facts.serves.findIndex((link) => link.objectiveId === objectiveId)
  if (index < 0) return []
  const weights = facts.serves.map(({ contribution }) => BigInt(Math.round(contribution * 1000)))
  return [{ facts, of: (amount) => mapMetric(amount, (money) => allocateMoney(money, weights)[index] ?? money) }]
}

function groupOf(id: string | null, name: string, shares: readonly Share[], book: BookFacts): ValueGroup {
  const total = (term: string, amountOf: (facts: BenefitFacts) => Metric<Money>): Explained<Money> => {
    const parts: Part[] = shares.map(({ facts, of }) => ({ term: facts.name, amount: of(amountOf(facts)) }))
    return explainTotal(term, parts, book.zero, { formula: 'value-by-objective' })
  }
  const promised = total(`Promised, ${name}`, (facts) => facts.promised)
  const realised = total(`Realised, ${name}`, (facts) => realisedOf(facts, book.zero))
  return { id, name, initiatives: shares.length, promised, forecast: total(`Forecast, ${name}`, (facts) => facts.forecast), realised, realisation: realisationOf(name, realised, promised) }
}

function realisedOf(facts: BenefitFacts, zero: Money): Metric<Money> {
  if (facts.realised.length === 0) return undefinedBecause('NOT_MEASURED')
  return known(sumMoney(facts.realised.map(({ amount }) => amount), zero))
}

function realisationOf(name: string, realised: Explained<Money>, promised: Explained<Money>): Explained<number> {
  const metric: Metric<number> =
    realised.metric.status !== 'ok' ? realised.metric : promised.metric.status !== 'ok' ? undefinedBecause('NO_BASELINE') : ratio(Number(realised.metric.value.minor), Number(promised.metric.value.minor))
  return { metric, why: { term: `Realisation rate, ${name}`, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'realisation-rate', terms: [realised.why, promised.why] } }
}

function sorted(groups: readonly ValueGroup[]): readonly ValueGroup[] {
  const size = ({ forecast }: ValueGroup): bigint => (forecast.metric.status === 'ok' ? forecast.metric.value.minor : -1n)
  return [...groups].sort((a, b) => (size(a) === size(b) ? (a.name < b.name ? -1 : 1) : size(a) > size(b) ? -1 : 1))
}
