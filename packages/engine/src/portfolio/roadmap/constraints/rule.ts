import type { RoadmapCandidate, Variant } from '../case.ts'
import type { Building } from '../building.ts'
import type { Frame } from '../frame.ts'
import type { RoadmapRefusal } from '../refusals.ts'

/** What goes ahead, as a checker reads it, and all it costs within the horizon. */
export type Going = { readonly candidate: RoadmapCandidate; readonly variant: Variant; readonly start: number; readonly cost: number }
/** A plan on its own: what goes ahead, by candidate, what is stopped or stays out, and what all of them take by period from each pot and each pool. */
export type PlanView = {
  readonly going: ReadonlyMap<string, Going>
  readonly out: readonly RoadmapCandidate[]
  readonly money: UseByPeriod
  readonly need: UseByPeriod
}
/** Amounts by period of the horizon, by id. */
export type UseByPeriod = ReadonlyMap<string, readonly number[]>

/** A demand that a plan does not keep: in which period (null: over all), and by how much it is missed. */
export type Breach = { readonly period: number | null; readonly by: number }

/** Everything the room knows about one kind of constraint. A new kind is one file with one of these, and one line in the registry. */
export type RoadmapRule<C> = {
  /** The demand as one sentence without a full stop. */
  readonly words: (constraint: C, frame: Frame) => string
  /** The first rule that the constraint itself breaks. */
  readonly refusal: (constraint: C, frame: Frame) => RoadmapRefusal | null
  /** Adds what the solver has to keep. */
  readonly compile: (constraint: C, frame: Frame, building: Building) => void
  /** Reads a plan against the demand, plainly and without the solver's numbers. */
  readonly check: (constraint: C, frame: Frame, plan: PlanView) => readonly Breach[]
  /** The same demand less strict by `percent` of its amounts, at least one unit; null where there is no such thing. */
  readonly loosened: (constraint: C, percent: number) => C | null
}

/** An amount raised by `percent` of it, at least by one. */
export const raised = (limit: number, percent: number): number => limit + Math.max(1, Math.round((limit * percent) / 100))
/** An amount lowered by `percent` of it, at least by one, not below zero. */
export const lowered = (limit: number, percent: number): number => Math.max(0, limit - Math.max(1, Math.round((limit * percent) / 100)))

/** No breach, or one over the whole horizon. */
export const missedBy = (by: number): readonly Breach[] => (by > 0 ? [{ period: null, by }] : [])

/** What is taken by period of some pots, or of some pools, together. */
export function takenOf(frame: Frame, taken: UseByPeriod, ids: readonly string[]): readonly number[] {
  const sum = frame.given.periods.map(() => 0)
  for (const id of new Set(ids)) taken.get(id)?.forEach((amount, period) => { sum[period]! += amount })
  return sum
}

/** What a plan uses by period, of profiles that begin at each start (staying out: at period 0). */
export function usedByPeriod(frame: Frame, plan: PlanView, profile: (candidate: RoadmapCandidate, variant: Variant | null) => readonly number[]): readonly number[] {
  const used = frame.given.periods.map(() => 0)
  const add = (amounts: readonly number[], start: number): void => {
    for (let k = 0; k < amounts.length && start + k < used.length; k++) used[start + k]! += amounts[k]!
  }
  for (const { candidate, variant, start } of plan.going.values()) add(profile(candidate, variant), start)
  for (const candidate of plan.out) add(profile(candidate, null), 0)
  return used
}
