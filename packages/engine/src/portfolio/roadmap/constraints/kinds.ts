import type { Choice } from '../case.ts'

/** Money from these pots together is at most so much in each period; null where a period has no limit. */
export type PotBudget = {
  readonly kind: 'potBudget'
  readonly potIds: readonly string[]
  readonly byPeriod: readonly (number | null)[]
  /** What is left goes on to the next period, at most `most` of it (all of it where null). Every period then has a limit. */
  readonly carryOver?: { readonly most: number | null }
  /** Who may draw: candidates with one of these tags in the dimension. Everyone where left out. */
  readonly eligible?: { readonly dimension: string; readonly tags: readonly string[] }
}
/** Money from these pots over the whole horizon is at most `limit`. */
export type PotTotal = { readonly kind: 'potTotal'; readonly potIds: readonly string[]; readonly limit: number }
/** Need of these pools together (their people stand in for one another) is at most so much in each period. */
export type PoolCapacity = {
  readonly kind: 'poolCapacity'
  readonly poolIds: readonly string[]
  readonly byPeriod: readonly (number | null)[]
  /** Overtime or contractors: up to `most` units above the capacity of a period, each at `price` units of the value. */
  readonly overload?: { readonly most: number; readonly price: number }
}
/** A pin: it goes ahead. */
export type Must = { readonly kind: 'must'; readonly candidateId: string; readonly because?: string; readonly by?: string }
/** A pin: it does not go ahead. */
export type MustNot = { readonly kind: 'mustNot'; readonly candidateId: string; readonly because?: string; readonly by?: string }
/** A pin: if it goes ahead, it starts in one of the periods `from` to `to` (both included), in this variant where one is named. */
export type StartWithin = {
  readonly kind: 'startWithin'
  readonly candidateId: string
  readonly from: number
  readonly to: number
  readonly variantId?: string
  readonly because?: string
  /** Who asked for it. */
  readonly by?: string
}
/** It starts `lag` periods or more after `after` has ended (negative: before its end), and not without it. */
export type FinishToStart = { readonly kind: 'finishToStart'; readonly candidateId: string; readonly after: string; readonly lag: number }
/** It goes ahead only with all of these. */
export type RequiresAll = { readonly kind: 'requiresAll'; readonly candidateId: string; readonly requires: readonly string[] }
/** It goes ahead only with at least one of these. */
export type RequiresAny = { readonly kind: 'requiresAny'; readonly candidateId: string; readonly requiresAny: readonly string[] }
/** At most one of these. */
export type Excludes = { readonly kind: 'excludes'; readonly candidateIds: readonly string[] }
/** At most `most` of these. */
export type AtMost = { readonly kind: 'atMost'; readonly candidateIds: readonly string[]; readonly most: number }
/** At least `least` of these. */
export type AtLeast = { readonly kind: 'atLeast'; readonly candidateIds: readonly string[]; readonly least: number }
/** Whose share is meant: candidates with a tag in a dimension, or those that give something to an objective. */
export type ShareOf =
  | { readonly kind: 'tag'; readonly dimension: string; readonly tag: string }
  | { readonly kind: 'objective'; readonly objectiveId: string }
/** Of all cost within the horizon, these take at most `mostPercent`, and `tolerancePercent` points more are let pass. */
export type ShareCeiling = { readonly kind: 'shareCeiling'; readonly of: ShareOf; readonly mostPercent: number; readonly tolerancePercent?: number }
/** Of all cost within the horizon, these take at least `leastPercent`, and `tolerancePercent` points less are let pass. */
export type ShareFloor = { readonly kind: 'shareFloor'; readonly of: ShareOf; readonly leastPercent: number; readonly tolerancePercent?: number }
/** At most `most` of these (of all where left out) are under way in one period. */
export type Parallel = { readonly kind: 'parallel'; readonly candidateIds?: readonly string[]; readonly most: number }
/** What goes ahead gives at least `least` to the objective. */
export type ValueFloor = { readonly kind: 'valueFloor'; readonly objectiveId: string; readonly least: number }

/** At most `most` candidates differ from the plan of record: by coming, by going, by another start or another variant. */
export type MostMoves = { readonly kind: 'mostMoves'; readonly record: readonly Choice[]; readonly most: number }

/** Everything a planner can ask of a roadmap. */
export type RoadmapConstraint =
  | PotBudget
  | PotTotal
  | PoolCapacity
  | Must
  | MustNot
  | StartWithin
  | FinishToStart
  | RequiresAll
  | RequiresAny
  | Excludes
  | AtMost
  | AtLeast
  | ShareCeiling
  | ShareFloor
  | Parallel
  | ValueFloor
  | MostMoves

export type RoadmapConstraintKind = RoadmapConstraint['kind']
