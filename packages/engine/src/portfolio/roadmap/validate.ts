import type { RoadmapCandidate, RoadmapCase, RoadmapObjective, Variant, WorthOverTime } from './case.ts'
import { ruleFor } from './constraints/registry.ts'
import type { Frame } from './frame.ts'
import type { RoadmapRefusal } from './refusals.ts'
import { amount, firstOf, known, period, whole, within } from './soundness.ts'
import type { Check } from './soundness.ts'

/** More than this is refused by name: the answer would not come while anybody waits. */
export const mostCandidates = 100_000
export const mostPeriods = 1_000
export const mostChoices = 5_000_000
export const mostWorlds = 1_000

/** The first rule of the case that is broken, in the order below; null for a sound case. */
export function unsoundness(frame: Frame): RoadmapRefusal | null {
  const { given } = frame
  const constraints = (): RoadmapRefusal | null => firstAmong(given.constraints, (constraint) => ruleFor(constraint).refusal(constraint, frame))
  if (wasSound(given)) return constraints()
  const refusal = firstOf(
    () => twice(given),
    () => firstAmong(frame.candidates, (candidate) => candidateCheck(candidate, frame)),
    () => objectiveCheck(given.objective, frame),
    within('discountPerPeriod', given.discountPerPeriod ?? 0, 0, 0.999_999),
    () => stabilityCheck(frame),
    constraints,
    () => tooLarge(frame),
  )
  if (refusal === null) soundLast.set(given.candidates, given)
  return refusal
}

/** The last sound case of its candidates: only what is not the same is looked at again. */
const soundLast = new WeakMap<readonly RoadmapCandidate[], RoadmapCase>()

function wasSound(given: RoadmapCase): boolean {
  const last = soundLast.get(given.candidates)
  const same = (...parts: readonly (keyof RoadmapCase)[]): boolean => parts.every((part) => last?.[part] === given[part])
  return last !== undefined && same('periods', 'pots', 'pools', 'objective', 'discountPerPeriod', 'stability')
}

/** Whether a case is of a size that can be answered; asked before anything else looks at it. */
export function oversize({ periods, candidates }: RoadmapCase): RoadmapRefusal | null {
  if (periods.length === 0) return { code: 'no_periods' }
  if (candidates.length === 0) return { code: 'no_candidates' }
  if (periods.length > mostPeriods) return { code: 'case_too_large', what: 'periods', found: periods.length, limit: mostPeriods }
  if (candidates.length > mostCandidates) return { code: 'case_too_large', what: 'candidates', found: candidates.length, limit: mostCandidates }
  const choices = candidates.reduce((sum, each) => sum + each.variants.length * (each.starts?.length ?? periods.length), 0)
  return choices > mostChoices ? { code: 'case_too_large', what: 'choices', found: choices, limit: mostChoices } : null
}

function firstAmong<T>(list: readonly T[], check: (each: T) => RoadmapRefusal | null): RoadmapRefusal | null {
  for (const each of list) {
    const refusal = check(each)
    if (refusal !== null) return refusal
  }
  return null
}

function twice({ candidates, pots, pools }: RoadmapCase): RoadmapRefusal | null {
  const lists = [['candidate', candidates], ['pot', pots], ['pool', pools], ...candidates.map((each) => ['variant', each.variants] as const)] as const
  for (const [what, list] of lists) {
    const seen = new Set<string>()
    for (const { id } of list) {
      if (seen.has(id)) return { code: 'id_twice', what, id }
      seen.add(id)
    }
  }
  return null
}

function candidateCheck(candidate: RoadmapCandidate, frame: Frame): RoadmapRefusal | null {
  const { id, variants, starts = [], running } = candidate
  if (variants.length === 0) return { code: 'no_variant', candidateId: id }
  return firstOf(
    ...starts.map((start) => period(`${id}.starts`, start, frame)),
    ...variants.map((variant) => () => variantCheck(`${id}.${variant.id}`, variant, frame)),
    known('pot', (running?.exitCosts ?? []).map((each) => each.potId), frame, `${id}.running`),
    ...(running?.exitCosts ?? []).map((each) => amount(`${id}.running.exitCosts`, ...each.amounts)),
    amount(`${id}.running.exitLoss`, running?.exitLoss ?? 0),
  )
}

function variantCheck(place: string, { duration, costs, demand, value }: Variant, frame: Frame): RoadmapRefusal | null {
  return firstOf(
    whole(`${place}.duration`, duration),
    within(`${place}.duration`, duration, 1, mostPeriods),
    known('pot', costs.map((each) => each.potId), frame, place),
    known('pool', demand.map((each) => each.poolId), frame, place),
    ...costs.map((each) => amount(`${place}.costs.${each.potId}`, ...each.amounts)),
    ...demand.map((each) => amount(`${place}.demand.${each.poolId}`, ...each.amounts)),
    ...[...costs, ...demand].map((each) => within(`${place}, length of a profile`, each.amounts.length, 0, mostPeriods)),
    ...Object.entries(value).map(([objective, worth]) => () => worthCheck(`${place}.value.${objective}`, worth, frame)),
  )
}

function worthCheck(place: string, worth: WorthOverTime, frame: Frame): RoadmapRefusal | null {
  if (worth.kind === 'once') return whole(place, worth.amount)()
  const expected = frame.given.periods.length
  if (worth.kind === 'byStart' && worth.amounts.length !== expected) return { code: 'wrong_length', place, found: worth.amounts.length, expected }
  return firstOf(within(place, worth.amounts.length, 0, 10 * mostPeriods), whole(place, ...worth.amounts))
}

function objectiveCheck(objective: RoadmapObjective, frame: Frame): RoadmapRefusal | null {
  switch (objective.kind) {
    case 'weighted':
      return amount('objective.weights', ...Object.values(objective.weights))()
    case 'netPresentValue':
      return null
    case 'benefitIn':
      return firstOf(...objective.periods.map((each) => period('objective.periods', each, frame)))
    case 'robust':
      return firstOf(
        () => objectiveCheck(objective.of, frame),
        within('objective.confidencePercent', objective.confidencePercent, 1, 100),
        whole('objective.worlds', objective.worlds), within('objective.worlds', objective.worlds, 10, mostWorlds),
        within('objective.valuePercent', objective.valuePercent, 0, 100), within('objective.weightPercent', objective.weightPercent, 0, 100), amount('objective.seed', objective.seed),
      )
    case 'lexicographic':
      return firstOf(() => objectiveCheck(objective.first, frame), () => objectiveCheck(objective.second, frame), within('objective.withinPercent', objective.withinPercent, 0, 100))
  }
}

function stabilityCheck(frame: Frame): RoadmapRefusal | null {
  const { stability } = frame.given
  if (stability === undefined) return null
  const outside: readonly Check[] = stability.record.map((each) => whole(`stability.record.${each.candidateId}`, each.start))
  return firstOf(amount('stability.penaltyPerMove', stability.penaltyPerMove), ...outside)
}

/** Every sum that may be formed stays below 2^53, so that it is exact: shares multiply money by 100, weights multiply the value that they weigh. */
function tooLarge({ candidates, given }: Frame): RoadmapRefusal | null {
  const weights = weightsOf(given.objective)
  // In a sampled world a value may be twice what it is, and its weight as well.
  const swing = given.objective.kind === 'robust' ? 4 : 1
  const limit = Number.MAX_SAFE_INTEGER
  const sums = { money: 0, need: 0, value: 0 }
  const total = (profiles: readonly { readonly amounts: readonly number[] }[]): number => {
    let sum = 0
    for (const { amounts } of profiles) for (const each of amounts) sum += Math.abs(each)
    return sum
  }
  const worth = ({ value }: Variant): number => Object.entries(value).reduce((sum, [id, each]) => sum + Math.max(1, weights.get(id) ?? 1) * total([amountsOf(each)]), 0)
  for (const { variants, running } of candidates) {
    const most = (of: (variant: Variant) => number): number => variants.reduce((high, variant) => Math.max(high, of(variant)), 0)
    sums.money += 200 * (most((variant) => total(variant.costs)) + total(running?.exitCosts ?? []))
    sums.need += most((variant) => total(variant.demand))
    sums.value += swing * most(worth) + (running?.exitLoss ?? 0) + 2 * (given.stability?.penaltyPerMove ?? 0)
  }
  for (const [place, sum] of Object.entries(sums)) if (sum > limit) return { code: 'amounts_too_large', place, sum, limit }
  return null
}

/** The greatest weight that each objective has. */
function weightsOf(objective: RoadmapObjective): ReadonlyMap<string, number> {
  const simple = objective.kind === 'lexicographic' ? [objective.first, objective.second] : [objective.kind === 'robust' ? objective.of : objective]
  const weights = new Map<string, number>()
  for (const each of simple) if (each.kind === 'weighted') for (const [id, weight] of Object.entries(each.weights)) weights.set(id, Math.max(weight, weights.get(id) ?? 0))
  return weights
}

const amountsOf = (worth: WorthOverTime): { readonly amounts: readonly number[] } => (worth.kind === 'once' ? { amounts: [worth.amount] } : worth)
