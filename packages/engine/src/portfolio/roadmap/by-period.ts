import type { Choice, RoadmapCase, RoadmapCandidate, RoadmapObjective, SimpleObjective, Variant } from './case.ts'
import { costFrom } from './frame.ts'
import { arrivals, discountFactors, roundHalfEven } from './worth.ts'

/** The objective that a plan is told in: the second where two are taken in turn, what is sampled where one is robust. */
export function toldObjective(objective: RoadmapObjective): SimpleObjective {
  if (objective.kind === 'lexicographic') return objective.second
  return objective.kind === 'robust' ? objective.of : objective
}

/** Candidates by id, made once for each case, since a plan asks for each of them several times. */
const indexes = new WeakMap<RoadmapCase, ReadonlyMap<string, RoadmapCandidate>>()

/** Candidate and variant of a choice; undefined where the case has none such. */
export function chosenIn(given: RoadmapCase, { candidateId, variantId }: Choice): { readonly candidate: RoadmapCandidate; readonly variant: Variant } | undefined {
  let index = indexes.get(given)
  if (index === undefined) indexes.set(given, (index = new Map(given.candidates.map((each) => [each.id, each]))))
  const candidate = index.get(candidateId)
  const variant = candidate?.variants.find(({ id }) => id === variantId)
  return candidate && variant && { candidate, variant }
}

/** Money that a choice takes by period of the horizon, from all pots, or from some; what falls after the last period is left out. */
export function costByPeriod(given: RoadmapCase, choice: Choice, potIds: ReadonlySet<string> | null = null): readonly number[] {
  const found = chosenIn(given, choice)
  return found ? onHorizon(given, costFrom(found.variant, potIds), choice.start) : given.periods.map(() => 0)
}

/** What a choice needs of a pool by period of the horizon. */
export function needByPeriod(given: RoadmapCase, choice: Choice, poolId: string): readonly number[] {
  const found = chosenIn(given, choice)
  const profiles = (found?.variant.demand ?? []).filter((each) => each.poolId === poolId)
  return profiles.reduce((sum, { amounts }) => onHorizon(given, amounts, choice.start).map((amount, t) => amount + (sum[t] ?? 0)), given.periods.map(() => 0))
}

function onHorizon({ periods }: RoadmapCase, amounts: readonly number[], start: number): number[] {
  return periods.map((_, t) => amounts[t - start] ?? 0)
}

/** What a choice counts for in the objective of a case, by the period in which it comes; `later` comes after the last one. The sum is its value. */
export function worthByPeriod(given: RoadmapCase, choice: Choice): { readonly periods: readonly number[]; readonly later: number } {
  const byPeriod = given.periods.map(() => 0)
  let later = 0
  const found = chosenIn(given, choice)
  if (found === undefined || found.candidate.mandatory === true) return { periods: byPeriod, later }
  for (const [period, amount] of comings(given, toldObjective(given.objective), found.variant, choice.start)) {
    if (period < byPeriod.length) byPeriod[period]! += amount
    else later += amount
  }
  return { periods: byPeriod, later }
}

type Coming = readonly [period: number, amount: number]

function comings(given: RoadmapCase, objective: SimpleObjective, variant: Variant, start: number): readonly Coming[] {
  const length = Math.max(variant.duration, ...variant.costs.map(({ amounts }) => amounts.length), ...Object.values(variant.value).map((worth) => (worth.kind === 'stream' ? worth.amounts.length : 0)))
  const factors = discountFactors(given.discountPerPeriod ?? 0, start + length + 1)
  const discounted = (period: number): number => factors[period] ?? 0
  const of = (id: string, times: number, factor: (period: number) => number): readonly Coming[] => {
    const worth = variant.value[id]
    if (worth === undefined) return []
    return arrivals(worth, start, variant.duration).map(([period, amount]) => [period, times * (worth.kind === 'byStart' ? amount : roundHalfEven(amount * factor(period)))])
  }
  switch (objective.kind) {
    case 'weighted':
      return Object.entries(objective.weights).flatMap(([id, weight]) => of(id, weight, objective.discounted === true ? discounted : () => 1))
    case 'netPresentValue':
      return [...objective.objectiveIds.flatMap((id) => of(id, 1, discounted)), ...costFrom(variant, null).map((amount, k): Coming => [start + k, -roundHalfEven(amount * discounted(start + k))])]
    case 'benefitIn':
      return objective.objectiveIds.flatMap((id) => of(id, 1, () => 1)).filter(([period]) => objective.periods.includes(period))
  }
}
