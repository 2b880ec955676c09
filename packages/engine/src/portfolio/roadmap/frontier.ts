import type { NamedPrice } from './names.ts'
import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import { boundByPrices, solveRoadmap } from './solve-roadmap.ts'

/** One point of value against a limit that is scaled to `percent` of what it is. `plan` is null where none was found. */
export type RoadmapFrontierPoint = { readonly percent: number; readonly bound: number; readonly value: number | null; readonly plan: readonly Choice[] | null; readonly prices: readonly NamedPrice[] }

/** Whose amounts are scaled: every budget, every pool, or one pool. */
export type FrontierOf = 'money' | 'pools' | { readonly poolId: string }

/** The bound at each percentage by the prices of an answer: exact, instant, and never below what any plan gives. */
export function roadmapBoundCurve(given: RoadmapCase, answer: RoadmapAnswer, of: FrontierOf, percents: readonly number[]): readonly { readonly percent: number; readonly bound: number }[] {
  return percents.flatMap((percent) => {
    const bound = boundByPrices(scaled(given, of, percent), answer.certificate)
    return bound === null ? [] : [{ percent, bound }]
  })
}

/** How much harder the first point is tried, which stands furthest from the plan at hand. */
const FIRST_EFFORT = 3

/**
 * Solves each point from its neighbour above, since a plan is cut back better than it is added to. More is never worse: where a search would find
 * less than the neighbour below has, that plan, which still fits, stands; and no bound is above that of the point with more, or of the answer's prices.
 */
export function roadmapFrontier(given: RoadmapCase, answer: RoadmapAnswer, of: FrontierOf, percents: readonly number[], options: Omit<RoadmapOptions, 'start'>): readonly RoadmapFrontierPoint[] {
  const inOrder = [...new Set(percents)].sort((a, b) => b - a)
  const curve = new Map(roadmapBoundCurve(given, answer, of, inOrder).map(({ percent, bound }) => [percent, bound]))
  const points: RoadmapFrontierPoint[] = []
  let [start, least, effort]: [NonNullable<RoadmapOptions['start']>, number, number] = [answer, Infinity, FIRST_EFFORT * options.effort]
  for (const percent of inOrder) {
    const solved = solveRoadmap(scaled(given, of, percent), { ...options, effort, start })
    const known = curve.get(percent) ?? Infinity
    least = Math.min(least, known)
    if (solved.ok) {
      const { value, bound, plan, certificate } = solved.value
      least = Math.min(least, bound)
      points.push({ percent, bound: least, value, plan, prices: known < bound ? answer.certificate.prices : certificate.prices })
      ;[start, effort] = [solved.value, options.effort]
    } else points.push({ percent, bound: least, value: null, plan: null, prices: [] })
  }
  return neverWorse(points.reverse())
}

/** Of points from less to more: each has at least what the one below it has. */
function neverWorse(points: readonly RoadmapFrontierPoint[]): readonly RoadmapFrontierPoint[] {
  let best: Pick<RoadmapFrontierPoint, 'value' | 'plan'> = { value: null, plan: null }
  return points.map((point) => {
    if (point.value === null) return point
    if (best.value === null || point.value >= best.value) best = { value: point.value, plan: point.plan }
    return { ...point, ...best }
  })
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
