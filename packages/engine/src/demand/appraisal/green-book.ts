import { known, mapMetric, notApplicable, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { presentValue, yearTerms, type Flows } from './flows.ts'

/** Which schedule of social discount rates. */
export type ScheduleKind = 'standard' | 'health' | 'sensitivity'

/** A table of parameters as it was published. An appraisal keeps the vintage under which it was approved. */
export type DiscountVintage = {
  readonly id: string
  readonly effectiveFrom: string
  readonly source: string
  /** Rates in per cent by the last year they hold for; the last one holds for ever. */
  readonly rates: Readonly<Record<ScheduleKind, readonly (readonly [untilYear: number, percent: number])[]>>
}

const spans = [30, 75, 125, 200, 300, Number.POSITIVE_INFINITY] as const
const declining = (...rates: readonly number[]): readonly (readonly [number, number])[] => rates.map((rate, at) => [spans[at] ?? Number.POSITIVE_INFINITY, rate])

/** Vintages of the declining schedules of HM Treasury’s Green Book. */
export const discountVintages: readonly DiscountVintage[] = [
  {
    id: 'green-book-2026', effectiveFrom: '2026-02-05', source: 'HM Treasury, The Green Book, February 2026, declining long-term discount rates',
    rates: { standard: declining(3.5, 3, 2.5, 2, 1.5, 1), health: declining(1.5, 1.29, 1.07, 0.86, 0.64, 0.43), sensitivity: declining(3, 2.57, 2.14, 1.71, 1.29, 0.86) },
  },
  {
    id: 'green-book-2022', effectiveFrom: '2022-11-18', source: 'HM Treasury, The Green Book, 2022, annex 6',
    rates: { standard: declining(3.5, 3, 2.5, 2, 1.5, 1), health: declining(1.5, 1.29, 1.07, 0.86, 0.64, 0.43), sensitivity: declining(3, 2.57, 2.14, 1.71, 1.29, 0.86) },
  },
]

/** The vintage in force on a day: an appraisal of that day is discounted with it, also when it is looked at later. */
export function vintageOn(date: string): Metric<DiscountVintage> {
  const inForce = discountVintages.filter(({ effectiveFrom }) => effectiveFrom <= date).sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0]
  return inForce ? known(inForce) : undefinedBecause('BEFORE_START')
}

/** Factors of years 0 to n: each is the one before divided by 1 + the rate of its own year, over the kinks; never 1/(1 + r_t)^t. */
export function decliningFactors({ rates }: DiscountVintage, kind: ScheduleKind, lastYear: number): readonly number[] {
  const factors = [1]
  for (let year = 1; year <= lastYear; year++) {
    const [, percent] = rates[kind].find(([until]) => year <= until) ?? [0, 0]
    factors.push((factors[year - 1] ?? 1) / (1 + percent / 100))
  }
  return factors
}

/** Net present value under a declining schedule (green-book-discounting). Flows are real: a nominal flow has no value under a real rate. */
export function greenBookValue(flows: Flows, vintage: DiscountVintage, kind: ScheduleKind = 'standard'): Explained<number> {
  const factors = decliningFactors(vintage, kind, flows.amounts.length - 1)
  const metric: Metric<number> = flows.basis === 'real' ? known(presentValue(flows.amounts, factors)) : undefinedBecause('MIXED_UNITS')
  return { metric, why: { term: 'Net present social value', figure: mapMetric(metric, (value) => numberFigure(value)), formula: 'green-book-discounting', source: { kind: 'published', publication: vintage.source }, note: `${vintage.id}, ${kind} schedule`, terms: metric.status === 'ok' ? yearTerms(flows.amounts, factors) : [] } }
}

/** 1 + nominal = (1 + real)(1 + inflation): 3.5 % real and 2 % are 5.57 %, not 5.5 (Fisher). */
export const nominalRate = (real: number, inflation: number): number => (1 + real) * (1 + inflation) - 1
export const realRate = (nominal: number, inflation: number): number => (1 + nominal) / (1 + inflation) - 1

/** A nominal amount at the prices of a base year, by an index of prices; missing where the index does not have the year. */
export function atPricesOf(amount: number, year: number, baseYear: number, index: ReadonlyMap<number, number>): Metric<number> {
  const [then, base] = [index.get(year), index.get(baseYear)]
  const absent = [...(then === undefined ? [`price index of ${year}`] : []), ...(base === undefined ? [`price index of ${baseYear}`] : [])]
  return then === undefined || base === undefined ? { status: 'missing', inputs: absent } : known((amount * base) / then)
}

/** Weight of a pound by the income of who has it: (reference / income)^1.3. Undefined without an income; shown beside the unweighted figure. */
export const distributionalWeight = (income: number, reference: number, elasticity = 1.3): Metric<number> => (income <= 0 ? undefinedBecause('DIV_BY_ZERO') : known(Math.pow(reference / income, elasticity)))

/** Kinds of work with optimism bias on record. */
export type BiasCategory = 'non_standard_building' | 'standard_building' | 'non_standard_civil' | 'standard_civil' | 'equipment' | 'outsourcing'
type Bounds = { readonly upper: number; readonly lower: number }
/** Upper and lower bounds in per cent, of works duration and of cost; outsourcing has none for duration, and its cost is operating expenditure. */
export const optimismBias: Readonly<Record<BiasCategory, { readonly duration: Bounds | null; readonly cost: Bounds; readonly costOf: 'capital' | 'operating' }>> = {
  non_standard_building: { duration: { upper: 39, lower: 2 }, cost: { upper: 51, lower: 4 }, costOf: 'capital' },
  standard_building: { duration: { upper: 4, lower: 1 }, cost: { upper: 24, lower: 2 }, costOf: 'capital' },
  non_standard_civil: { duration: { upper: 25, lower: 3 }, cost: { upper: 66, lower: 6 }, costOf: 'capital' },
  standard_civil: { duration: { upper: 20, lower: 1 }, cost: { upper: 44, lower: 3 }, costOf: 'capital' },
  equipment: { duration: { upper: 54, lower: 10 }, cost: { upper: 200, lower: 10 }, costOf: 'capital' },
  outsourcing: { duration: null, cost: { upper: 41, lower: 0 }, costOf: 'operating' },
}

/**
 * Uplift in per cent (optimism-bias): upper × (1 − mitigation), not below the lower bound; parts of a mixed work by their shares.
 * Mitigation from 0 to 1 rests on evidence. Not on top of a risk-adjusted estimate: that would count the same twice.
 */
export function biasUplift(parts: readonly { readonly category: BiasCategory; readonly share: number }[], of: 'duration' | 'cost', mitigation: number): Explained<number> {
  const bounds = parts.flatMap(({ category, share }) => {
    const found = of === 'duration' ? optimismBias[category].duration : optimismBias[category].cost
    return found ? [{ share, ...found }] : []
  })
  const sound = mitigation >= 0 && mitigation <= 1 && Math.abs(parts.reduce((sum, { share }) => sum + share, 0) - 1) < 1e-9
  const upper = bounds.reduce((sum, each) => sum + each.share * each.upper, 0)
  const lower = bounds.reduce((sum, each) => sum + each.share * each.lower, 0)
  const metric: Metric<number> = bounds.length < parts.length ? notApplicable : sound ? known(Math.max(lower, upper * (1 - mitigation))) : undefinedBecause('SUSPECT')
  return {
    metric,
    why: {
      term: of === 'duration' ? 'Optimism bias of duration' : 'Optimism bias of cost', figure: mapMetric(metric, (value) => numberFigure(value, 'percent')), formula: 'optimism-bias',
      source: { kind: 'published', publication: 'Mott MacDonald, Review of Large Public Procurement in the UK (for HM Treasury, 2002); Green Book supplementary guidance' },
      terms: [{ term: 'Upper bound', figure: known(numberFigure(upper, 'percent')) }, { term: 'Lower bound', figure: known(numberFigure(lower, 'percent')) }, { term: 'Mitigated', figure: known(numberFigure(mitigation, 'ratio')) }],
    },
  }
}
