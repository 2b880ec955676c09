import type { RoadmapCandidate, Variant } from './case.ts'

/** A choice as constraints see it: a variant from a start, or null for staying out. */
export type Option = { readonly variant: Variant | null; readonly start: number }

/** What each choice uses by period, counted from its start; for staying out counted from period 0. Empty where it uses nothing. */
export type Profile = (candidate: RoadmapCandidate, variant: Variant | null) => readonly number[]

/** A limit by period. */
export type Lane = {
  readonly profile: Profile
  /** Infinity where a period has no limit. */
  readonly limits: readonly number[]
  readonly over?: { readonly most: number; readonly price: number }
  /** What may be carried to the next period; Infinity for all. */
  readonly carryMost?: number
}

/**
 * What each choice counts for, whenever it starts; `within`: as much of the profile as falls before the last period's end.
 * Tallies of one key are one: what they count is the same.
 */
export type Tally = { readonly key: string } & (
  | { readonly kind: 'count'; readonly amount: (candidate: RoadmapCandidate, variant: Variant | null) => number }
  | { readonly kind: 'within'; readonly profile: Profile }
  | { readonly kind: 'byStart'; readonly amount: (candidate: RoadmapCandidate, variant: Variant | null, start: number) => number }
)

/** Parts of the compiled case that a constraint asks for. `total` returns the number of a tally for use in `row`. */
export type Building = {
  readonly lane: (lane: Lane) => void
  readonly total: (tally: Tally, limit: number) => number
  readonly row: (terms: readonly (readonly [tally: number, coefficient: number])[], limit: number) => void
  readonly tie: (afterId: string, beforeId: string, lag: number) => void
  /** Keeps only those choices of a candidate. */
  readonly keep: (candidateId: string, keeps: (option: Option) => boolean) => void
}
