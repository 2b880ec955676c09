import { ok, type Result } from '../../kernel/index.ts'
import { chosenIn } from '../roadmap/by-period.ts'
import type { Choice, RoadmapCase } from '../roadmap/case.ts'
import { compareRoadmaps, type RoadmapDifference } from '../roadmap/compare.ts'
import type { RoadmapAnswer, RoadmapOptions } from '../roadmap/answer.ts'
import type { RoadmapRefusal } from '../roadmap/refusals.ts'
import { solveRoadmap } from '../roadmap/solve-roadmap.ts'

/** How good a roadmap is and how good any could be, in the units of its value. */
export type RoadmapStanding = Pick<RoadmapAnswer, 'value' | 'bound' | 'gap' | 'proved'> & { readonly goAhead: number }

/** What comes, goes, starts earlier or later, or in another variant; `exit` where it runs and would be left. */
export type RoadmapShift = { readonly candidateId: string; readonly name: string; readonly what: 'comes' | 'goes' | 'exit' | 'earlier' | 'later' | 'variant'; readonly from: number | null; readonly to: number | null; readonly endsIn: number | null }

/** The roadmap under the strategy in force and under the next version, and what differs. */
export type RecalibratedRoadmap = {
  readonly periods: readonly string[]
  readonly before: RoadmapStanding
  readonly after: RoadmapStanding
  readonly shifts: readonly RoadmapShift[]
  /** What each objective gets, before and after; an objective that only one of them knows gets 0 from the other. */
  readonly objectives: readonly { readonly id: string; readonly before: number; readonly after: number }[]
  /** What goes ahead, with its name and the period in which it ends. */
  readonly plan: readonly Choice[]
  readonly names: readonly string[]
  readonly ends: readonly number[]
}

/** What moving costs, in units of the value: enough that nothing moves for nothing, too little to keep what is better. */
export const movingCosts = 1

/**
 * Solves the roadmap of the strategy in force, and from there that of the next version: what is as good either way stays where it was. Both
 * cases have the same periods. Effort is halved between them.
 */
export function recalibrateRoadmap(before: RoadmapCase, after: RoadmapCase, options: Omit<RoadmapOptions, 'start'>): Result<RecalibratedRoadmap, RoadmapRefusal> {
  const half = { ...options, effort: Math.max(1, Math.floor(options.effort / 2)) }
  const was = solveRoadmap(before, half)
  if (!was.ok) return was
  const known = new Set(after.candidates.map(({ id }) => id))
  const kept: RoadmapCase = { ...after, stability: { record: was.value.plan.filter(({ candidateId }) => known.has(candidateId)), penaltyPerMove: movingCosts } }
  const is = solveRoadmap(kept, { ...half, start: { plan: kept.stability?.record ?? [] } })
  if (!is.ok) return is
  const { from, to, differences } = compareRoadmaps({ case: before, plan: was.value.plan }, { case: after, plan: is.value.plan })
  const objectives = [...new Set([...Object.keys(from.byObjective), ...Object.keys(to.byObjective)])].sort()
  return ok({
    periods: after.periods, before: standingOf(was.value), after: standingOf(is.value), plan: is.value.plan,
    names: is.value.plan.map((choice) => chosenIn(after, choice)?.candidate.name ?? choice.candidateId), ends: is.value.plan.map((choice) => endsIn(after, choice)),
    shifts: differences.flatMap((difference) => shiftOf(difference, before, after)),
    objectives: objectives.map((id) => ({ id, before: from.byObjective[id] ?? 0, after: to.byObjective[id] ?? 0 })),
  })
}

/** The last period in which a choice is under way. */
const endsIn = (given: RoadmapCase, choice: Choice): number => choice.start + (chosenIn(given, choice)?.variant.duration ?? 1) - 1

const standingOf = ({ value, bound, gap, proved, plan }: RoadmapAnswer): RoadmapStanding => ({ value, bound, gap, proved, goAhead: plan.length })

function shiftOf({ candidateId, what, from, to }: RoadmapDifference, before: RoadmapCase, after: RoadmapCase): readonly RoadmapShift[] {
  if (what === 'figures') return []
  const one = after.candidates.find(({ id }) => id === candidateId) ?? before.candidates.find(({ id }) => id === candidateId)
  const runs = [before, after].some(({ candidates }) => candidates.some(({ id, running }) => id === candidateId && running !== undefined))
  return [{ candidateId, name: one?.name ?? candidateId, what: what === 'goes' && runs ? 'exit' : what, from: from?.start ?? null, to: to?.start ?? null, endsIn: to && endsIn(after, to) }]
}
