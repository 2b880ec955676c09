import type { RoadmapOptions } from './answer.ts'
import type { Choice, RoadmapCase } from './case.ts'
import { solveRoadmap } from './solve-roadmap.ts'
import { movesBetween } from './what-if.ts'
import type { RoadmapMove } from './what-if.ts'

/** A plan between the plan of record and the best: how many moves it takes, and what it is worth without any penalty. */
export type DisturbancePoint = { readonly penaltyPerMove: number; readonly moves: readonly RoadmapMove[]; readonly worth: number; readonly plan: readonly Choice[] }

/**
 * From the plan of record to the best, at falling penalties for each move: few moves first. Points that take as many moves as another for less
 * worth are left out, so that more moves always buy more.
 */
export function leastDisturbance(given: RoadmapCase, record: readonly Choice[], penalties: readonly number[], options: Omit<RoadmapOptions, 'start'>): readonly DisturbancePoint[] {
  let start: readonly Choice[] = record
  const points: DisturbancePoint[] = []
  for (const penaltyPerMove of [...new Set(penalties)].sort((a, b) => b - a)) {
    const solved = solveRoadmap({ ...given, stability: { record, penaltyPerMove } }, { ...options, start: { plan: start } })
    if (!solved.ok) continue
    const { plan, value, penalties: paid } = solved.value
    start = plan
    points.push({ penaltyPerMove, moves: movesBetween(record, plan), worth: value + paid, plan })
  }
  const inOrder = points.sort((a, b) => a.moves.length - b.moves.length || b.worth - a.worth)
  return inOrder.filter((point, index) => inOrder.slice(0, index).every((before) => before.worth < point.worth))
}
