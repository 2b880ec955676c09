import type { LimitUse, RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { RoadmapCase } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { solveRoadmap } from './solve-roadmap.ts'

/** What more of a limit is worth: at the margin by the bound's prices, and found by solving again with `step` more. */
export type Bottleneck = {
  readonly limit: LimitUse
  readonly step: number
  readonly loosened: RoadmapConstraint
  /** Value that the plan found with `step` more is worth more; never negative. */
  readonly gain: number
  /** No plan with `step` more gains more than this over the plan there is. */
  readonly atMost: number
}

/** The limits with the highest price of their whole amount, dearest first, each confirmed by solving again with one per cent more (a unit at least). */
export function roadmapBottlenecks(given: RoadmapCase, answer: RoadmapAnswer, options: Omit<RoadmapOptions, 'start'> & { readonly count: number }): readonly Bottleneck[] {
  const dearest = answer.limits.filter((each) => each.price > 0).sort((a, b) => b.price * Math.max(1, b.limit) - a.price * Math.max(1, a.limit))
  return dearest.slice(0, options.count).flatMap((limit) => {
    const step = Math.max(1, Math.round(limit.limit / 100))
    const loosened = withMore(limit.constraint, limit.period, step)
    if (loosened === null) return []
    const constraints = given.constraints.map((each) => (each === limit.constraint ? loosened : each))
    const solved = solveRoadmap({ ...given, constraints }, { ...options, start: answer })
    if (!solved.ok) return []
    return [{ limit, step, loosened, gain: Math.max(0, solved.value.value - answer.value), atMost: Math.max(0, solved.value.bound - answer.value) }]
  })
}

/** A constraint with `step` more in one period (null: over all); null where it has no amount of its own. */
export function withMore(constraint: RoadmapConstraint, period: number | null, step: number): RoadmapConstraint | null {
  switch (constraint.kind) {
    case 'potBudget':
    case 'poolCapacity':
      return { ...constraint, byPeriod: constraint.byPeriod.map((limit, t) => (limit === null || (period !== null && t !== period) ? limit : limit + step)) }
    case 'potTotal':
      return { ...constraint, limit: constraint.limit + step }
    case 'atMost':
    case 'parallel':
    case 'mostMoves':
      return { ...constraint, most: constraint.most + step }
    default:
      return null
  }
}
