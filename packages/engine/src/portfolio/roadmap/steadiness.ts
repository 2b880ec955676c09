import { random } from '../../kernel/index.ts'
import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { RoadmapCase, RoadmapObjective, SimpleObjective, WorthOverTime } from './case.ts'
import { byCode } from './frame.ts'
import { solveRoadmap } from './solve-roadmap.ts'

/** By how many percent, at most and up or down, values of candidates, weights of objectives, and capacities may plausibly be off. */
export type PlausibleRange = { readonly valuePercent: number; readonly weightPercent: number; readonly capacityPercent: number }

/** Share of plausible worlds in which a candidate is in: core in nearly all, never in nearly none. */
export type Steadiness = { readonly candidateId: string; readonly share: number; readonly standing: 'core' | 'borderline' | 'never' }

export const CORE_FROM = 0.95
export const NEVER_BELOW = 0.05

/** Solves `worlds` cases with figures drawn within the range, each from the answer as it stands. Worlds in which nothing fits are left out of the share. */
export function roadmapSteadiness(given: RoadmapCase, answer: RoadmapAnswer, range: PlausibleRange, worlds: number, options: Omit<RoadmapOptions, 'start'>): { readonly worlds: number; readonly candidates: readonly Steadiness[] } {
  const { nextUint32 } = random(options.seed)
  const times = new Map<string, number>()
  let counted = 0
  for (let world = 0; world < worlds; world++) {
    const solved = solveRoadmap(drawn(given, range, nextUint32()), { ...options, start: answer })
    if (!solved.ok) continue
    counted++
    for (const { candidateId } of solved.value.plan) times.set(candidateId, (times.get(candidateId) ?? 0) + 1)
  }
  const candidates = given.candidates.map(({ id }): Steadiness => {
    const share = counted === 0 ? 0 : (times.get(id) ?? 0) / counted
    return { candidateId: id, share, standing: share >= CORE_FROM ? 'core' : share <= NEVER_BELOW ? 'never' : 'borderline' }
  })
  return { worlds: counted, candidates }
}

/** A case with figures drawn evenly within the range. */
function drawn(given: RoadmapCase, range: PlausibleRange, seed: number): RoadmapCase {
  const { next } = random(seed)
  const factor = (percent: number): number => 1 + ((2 * next() - 1) * percent) / 100
  const amount = (each: number, by: number): number => Math.round(each * by)
  // Draws go by id and by content, so that the order of a case changes nothing.
  const byCandidate = new Map([...given.candidates].sort((a, b) => byCode(a.id, b.id)).map(({ id }) => [id, factor(range.valuePercent)]))
  const candidates = given.candidates.map((candidate) => {
    const by = byCandidate.get(candidate.id) ?? 1
    const worth = (each: WorthOverTime): WorthOverTime => (each.kind === 'once' ? { ...each, amount: amount(each.amount, by) } : { ...each, amounts: each.amounts.map((one) => amount(one, by)) })
    return { ...candidate, variants: candidate.variants.map((variant) => ({ ...variant, value: Object.fromEntries(Object.entries(variant.value).map(([id, each]) => [id, worth(each)])) })) }
  })
  const inOrder = given.constraints.map((_, at) => at).sort((a, b) => byCode(JSON.stringify(given.constraints[a]), JSON.stringify(given.constraints[b])))
  const byConstraint = new Map(inOrder.filter((at) => given.constraints[at]?.kind === 'poolCapacity').map((at) => [at, factor(range.capacityPercent)]))
  const constraints = given.constraints.map((each, at) => {
    if (each.kind !== 'poolCapacity') return each
    const by = byConstraint.get(at) ?? 1
    return { ...each, byPeriod: each.byPeriod.map((limit) => (limit === null ? null : amount(limit, by))) }
  })
  const weighed = (objective: SimpleObjective): SimpleObjective =>
    objective.kind !== 'weighted' ? objective : { ...objective, weights: Object.fromEntries(Object.entries(objective.weights).sort(([a], [b]) => byCode(a, b)).map(([id, weight]) => [id, amount(weight, factor(range.weightPercent))])) }
  return { ...given, candidates, constraints, objective: inWorld(given.objective, weighed) }
}

/** An objective with other weights; a robust one has worlds of its own, so it stands. */
function inWorld(objective: RoadmapObjective, weighed: (objective: SimpleObjective) => SimpleObjective): RoadmapObjective {
  if (objective.kind === 'robust') return objective
  return objective.kind === 'lexicographic' ? { ...objective, first: weighed(objective.first), second: weighed(objective.second) } : weighed(objective)
}
