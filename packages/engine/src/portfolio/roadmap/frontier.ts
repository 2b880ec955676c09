import type { NamedPrice } from './names.ts'
import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { checkRoadmap, solveRoadmap } from './solve-roadmap.ts'

/** One point of value against a limit that is scaled to `percent` of what it is. `plan` is null where none was found. */
export type RoadmapFrontierPoint = { readonly percent: number; readonly bound: number; readonly value: number | null; readonly plan: readonly Choice[] | null; readonly prices: readonly NamedPrice[] }

/** Whose amounts are scaled: every budget, every pool, or one pool. */
export type FrontierOf = 'money' | 'pools' | { readonly poolId: string }

/** The bound at each percentage by the prices of an answer: exact, instant, and never below what any plan gives. */
export function roadmapBoundCurve(given: RoadmapCase, answer: RoadmapAnswer, of: FrontierOf, percents: readonly number[]): readonly { readonly percent: number; readonly bound: number }[] {
  return percents.flatMap((percent) => {
    const checked = checkRoadmap(scaled(given, of, percent), answer)
    return checked.ok && checked.value.bound !== null ? [{ percent, bound: Number(checked.value.bound) }] : []
  })
}

/**
 * Solves each point from its neighbour below. More is never worse: where a search would find less than its neighbour had, the neighbour's plan,
 * which still fits, stands; and no bound is above that of the point with more.
 */
export function roadmapFrontier(given: RoadmapCase, answer: RoadmapAnswer, of: FrontierOf, percents: readonly number[], options: Omit<RoadmapOptions, 'start'>): readonly RoadmapFrontierPoint[] {
  const points: RoadmapFrontierPoint[] = []
  let start: RoadmapOptions['start'] = answer
  for (const percent of [...new Set(percents)].sort((a, b) => a - b)) {
    const solved = solveRoadmap(scaled(given, of, percent), { ...options, start })
    if (!solved.ok) {
      points.push({ percent, bound: -Infinity, value: null, plan: null, prices: [] })
      continue
    }
    const { value, bound, plan, certificate } = solved.value
    const below = points.findLast((point) => point.value !== null)
    const kept = below !== undefined && below.value! > value ? { value: below.value, plan: below.plan } : { value, plan }
    points.push({ percent, bound, prices: certificate.prices, ...kept })
    start = solved.value
  }
  return points.map((point, index) => ({ ...point, bound: Math.min(...points.slice(index).map((each) => each.bound).filter((bound) => bound !== -Infinity), point.bound === -Infinity ? Infinity : point.bound) }))
}

/** A case whose budgets or capacities are a percentage of what they are, rounded down. */
export function scaled(given: RoadmapCase, of: FrontierOf, percent: number): RoadmapCase {
  const times = (amount: number): number => Math.floor((amount * percent) / 100)
  const constraints = given.constraints.map((each): RoadmapConstraint => {
    if (of === 'money' && each.kind === 'potTotal') return { ...each, limit: times(each.limit) }
    return isMeant(each, of) && 'byPeriod' in each ? { ...each, byPeriod: each.byPeriod.map((limit) => (limit === null ? null : times(limit))) } : each
  })
  return { ...given, constraints }
}

function isMeant(constraint: RoadmapConstraint, of: FrontierOf): boolean {
  if (of === 'money') return constraint.kind === 'potBudget'
  return constraint.kind === 'poolCapacity' && (of === 'pools' || constraint.poolIds.includes(of.poolId))
}
