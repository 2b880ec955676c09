import type { RoadmapCandidate, RoadmapCase, SimpleObjective, Variant, WorthOverTime } from './case.ts'
import { addUp } from './frame.ts'
import { byCandidate, moved } from './moved.ts'

/** 1 / (1 + rate)^period for periods 0 to `periods` - 1, by repeated division. */
export function discountFactors(rate: number, periods: number): readonly number[] {
  const factors = [1]
  for (let t = 1; t < periods; t++) factors.push(factors[t - 1]! / (1 + rate))
  return factors
}

/** Amounts of a worth by calendar period when it starts in `start` and takes `duration`; what is given `once` comes with its last period. */
export function arrivals(worth: WorthOverTime, start: number, duration: number): readonly (readonly [period: number, amount: number])[] {
  switch (worth.kind) {
    case 'byStart':
      return [[start, worth.amounts[start] ?? 0]]
    case 'once':
      return [[start + duration - 1, worth.amount]]
    case 'stream':
      return worth.amounts.map((amount, k) => [start + k, amount] as const)
  }
}

/** Sum of a worth, each amount times the factor of its period; whole units, rounded half to even. A `byStart` list is as given: never discounted. */
export function worthAt(worth: WorthOverTime, start: number, duration: number, factor: (period: number) => number): number {
  switch (worth.kind) {
    case 'byStart':
      return worth.amounts[start] ?? 0
    case 'once':
      return roundHalfEven(worth.amount * factor(start + duration - 1))
    case 'stream':
      return sumOver(worth.amounts, (amount, k) => roundHalfEven(amount * factor(start + k)))
  }
}

/** 0.5 to 0, 1.5 to 2, -0.5 to 0. */
export function roundHalfEven(amount: number): number {
  const low = Math.floor(amount)
  const rest = amount - low
  const up = rest > 0.5 || (rest === 0.5 && low % 2 !== 0)
  return (up ? low + 1 : low) + 0
}

/** What an objective counts: given a choice, or null for staying out, its value in whole units before any penalty. */
export type Valuation = (candidate: RoadmapCandidate, variant: Variant | null, start: number) => number

/** The objective as a valuation of choices. */
export function valuationOf(given: RoadmapCase, objective: SimpleObjective): Valuation {
  const parts = worthParts(given, objective)
  return (candidate, variant, start) => {
    const { byObjective, fixed } = parts(candidate, variant, start)
    return fixed + sumOver(byObjective, ([, amount]) => amount)
  }
}

/** What a choice counts for, apart: what each objective adds, and what is added whatever the objectives give (costs, a loss on stopping). */
export type WorthParts = { readonly byObjective: readonly (readonly [objectiveId: string, amount: number])[]; readonly fixed: number }

/** The valuation of an objective in its parts; their sum is the value. */
export function worthParts(given: RoadmapCase, objective: SimpleObjective): (candidate: RoadmapCandidate, variant: Variant | null, start: number) => WorthParts {
  const longest = longestOf(given.candidates)
  const factors = discountFactors(given.discountPerPeriod ?? 0, given.periods.length + longest + 1)
  const discounted = (period: number): number => factors[period] ?? 0
  const counted = objective.kind === 'benefitIn' ? new Set(objective.periods) : new Set<number>()
  return (candidate, variant, start) => {
    if (variant === null) {
      const paid = objective.kind === 'netPresentValue' ? presentCost(candidate.running?.exitCosts ?? [], 0, discounted) : 0
      return { byObjective: [], fixed: 0 - (candidate.running?.exitLoss ?? 0) - paid }
    }
    if (candidate.mandatory === true) return { byObjective: [], fixed: 0 }
    switch (objective.kind) {
      case 'weighted':
        return { byObjective: Object.entries(objective.weights).map(([id, weight]) => [id, weight * of(variant, id, start, objective.discounted === true ? discounted : () => 1)]), fixed: 0 }
      case 'netPresentValue':
        return { byObjective: objective.objectiveIds.map((id) => [id, of(variant, id, start, discounted)]), fixed: -presentCost(variant.costs, start, discounted) }
      case 'benefitIn':
        return { byObjective: objective.objectiveIds.map((id) => [id, withinPeriods(variant.value[id], start, variant.duration, counted)]), fixed: 0 }
    }
  }
}

const of = (variant: Variant, objectiveId: string, start: number, factor: (period: number) => number): number => {
  const worth = variant.value[objectiveId]
  return worth === undefined ? 0 : worthAt(worth, start, variant.duration, factor)
}

/** What an objective gets from a choice, not discounted. */
export const givenTo = (variant: Variant, objectiveId: string, start: number): number => of(variant, objectiveId, start, () => 1)

function withinPeriods(worth: WorthOverTime | undefined, start: number, duration: number, counted: ReadonlySet<number>): number {
  if (worth === undefined) return 0
  return sumOver(arrivals(worth, start, duration), ([period, amount]) => (counted.has(period) ? amount : 0))
}

function presentCost(costs: readonly { readonly amounts: readonly number[] }[], start: number, factor: (period: number) => number): number {
  return sumOver(addUp(costs.map((each) => each.amounts)), (amount, k) => roundHalfEven(amount * factor(start + k)))
}

function sumOver<T>(list: readonly T[], term: (each: T, index: number) => number): number {
  return list.reduce((sum, each, index) => sum + term(each, index), 0)
}

/** How long what candidates give and cost lasts at most, once it was worked out. */
const longestKnown = new WeakMap<readonly RoadmapCandidate[], number>()

function longestOf(candidates: readonly RoadmapCandidate[]): number {
  const longest = longestKnown.get(candidates) ?? candidates.reduce((most, each) => Math.max(most, ...each.variants.map(lengthOf)), 1)
  longestKnown.set(candidates, longest)
  return longest
}

function lengthOf(variant: Variant): number {
  const profiles = [...variant.costs.map((each) => each.amounts.length), ...Object.values(variant.value).map((worth) => (worth.kind === 'stream' ? worth.amounts.length : 0))]
  return Math.max(variant.duration, ...profiles)
}

/** Penalty of a choice (null: staying out) against the plan of record. */
export function penaltyOf(given: RoadmapCase): (candidate: RoadmapCandidate, variantId: string | null, start: number) => number {
  const { stability } = given
  if (stability === undefined) return () => 0
  const record = byCandidate(stability.record)
  return (candidate, variantId, start) => moved(record, candidate.id, variantId, start) * stability.penaltyPerMove
}
