import type { Choice, RoadmapCase, SimpleObjective } from '../case.ts'
import { readPlan } from '../check.ts'

/** The best plan of all there are, each read by the independent checker; null where none keeps everything. */
export function bestOfAll(given: RoadmapCase, objective: SimpleObjective): { readonly value: number; readonly plan: readonly Choice[] } | null {
  let best: { readonly value: number; readonly plan: readonly Choice[] } | null = null
  for (const plan of allPlans(given, given.candidates.length)) {
    const reading = readPlan(given, plan, objective)
    if (reading.faults.length === 0 && (best === null || reading.value > best.value)) best = { value: reading.value, plan }
  }
  return best
}

/** Every way of choosing a variant and a start, or none, for the first `count` candidates. */
function* allPlans(given: RoadmapCase, count: number): Generator<readonly Choice[]> {
  const candidate = given.candidates[count - 1]
  if (candidate === undefined) {
    yield []
    return
  }
  const periods = given.periods.map((_, t) => t)
  const choices = candidate.variants.flatMap((variant) => {
    const starts = candidate.running !== undefined ? [0] : (candidate.starts ?? periods.filter((t) => t + variant.duration <= periods.length))
    return starts.map((start) => ({ candidateId: candidate.id, variantId: variant.id, start }))
  })
  for (const rest of allPlans(given, count - 1)) {
    yield rest
    for (const choice of choices) yield [...rest, choice]
  }
}
