import type { RoadmapAnswer, RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase } from './case.ts'
import type { MostMoves } from './constraints/kinds.ts'
import { solveRoadmap } from './solve-roadmap.ts'
import { movesBetween } from './what-if.ts'

/** The best that at most `most` moves from the plan of record bring, and what none of them exceeds. Plan, value and bound are null where no plan was found. */
export type DisturbancePoint = { readonly most: number; readonly moves: number; readonly value: number | null; readonly bound: number | null; readonly plan: readonly Choice[] | null }

/** A case held to at most so many moves from a plan of record; undefined lets it move freely. Moves then cost nothing beside. */
export function withMostMoves({ stability: _, ...given }: RoadmapCase, record: readonly Choice[], most: number | undefined): RoadmapCase {
  const constraints = given.constraints.filter(({ kind }) => kind !== 'mostMoves')
  const limit: MostMoves = { kind: 'mostMoves', record, most: most ?? 0 }
  return { ...given, constraints: most === undefined ? constraints : [...constraints, limit] }
}

/** Numbers of moves worth trying up to a total: the first few, then in twelve even steps. */
export function movesToTry(total: number): readonly number[] {
  const steps = [0, 1, 2, 3, 5, 8, ...Array.from({ length: 12 }, (_, step) => Math.ceil((total * (step + 1)) / 12))]
  return [...new Set(steps)].filter((step) => step <= total).sort((a, b) => a - b)
}

/**
 * From the plan of record to an answer and the best: value against how many may move. Each point is solved from its neighbour below with the
 * prices of the answer. More moves are never worse: where a search would find less than its neighbour, or than the answer where that many moves
 * make it, theirs stands; and no bound is above that of the point with more.
 */
export function leastDisturbance(given: RoadmapCase, record: readonly Choice[], answer: RoadmapAnswer, counts: readonly number[], options: Omit<RoadmapOptions, 'start'>): readonly DisturbancePoint[] {
  const points: DisturbancePoint[] = []
  const isFree = given.stability === undefined && given.constraints.every(({ kind }) => kind !== 'mostMoves')
  const known = { value: answer.value + answer.penalties, plan: answer.plan, moves: movesBetween(record, answer.plan).length }
  let start: RoadmapOptions['start'] = { plan: record, certificate: answer.certificate }
  for (const most of [...new Set(counts)].sort((a, b) => a - b)) {
    const solved = solveRoadmap(withMostMoves(given, record, most), { ...options, start })
    const [found, below] = [solved.ok ? [solved.value] : [], points.at(-1)]
    const plans = [...found, ...(known.moves <= most ? [known] : []), ...(below && below.plan !== null && below.value !== null ? [{ value: below.value, plan: below.plan }] : [])]
    const best = plans.reduce<(typeof plans)[number] | undefined>((leader, each) => (leader === undefined || each.value > leader.value ? each : leader), undefined)
    const bound = Math.min(...found.map((each) => each.bound), isFree ? answer.bound : Infinity)
    points.push(best === undefined ? { most, moves: 0, value: null, bound: null, plan: null } : { most, moves: movesBetween(record, best.plan).length, value: best.value, bound, plan: best.plan })
    if (solved.ok) start = solved.value
  }
  const least = (from: number): number => Math.min(...points.slice(from).flatMap(({ bound }) => bound ?? []))
  return points.map((point, at) => (point.plan === null ? point : { ...point, bound: least(at) }))
}
