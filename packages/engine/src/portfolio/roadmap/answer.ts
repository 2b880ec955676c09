import type { Choice } from './case.ts'
import type { RoadmapConstraint } from './constraints/kinds.ts'
import type { NamedPrice } from './names.ts'

/** How hard to try, never in time: one unit is 1000 elementary steps, about 10 to 15 ms for a thousand units on one core of 2.5 GHz. */
export type RoadmapOptions = {
  readonly seed: number
  readonly effort: number
  /** An earlier answer, of this case or one like it: its plan is repaired, its prices give a bound at once. */
  readonly start?: { readonly plan: readonly Choice[]; readonly certificate?: RoadmapCertificate }
  readonly onProgress?: (progress: RoadmapProgress) => void
  /** Asked between slices; true ends the work with what there is. */
  readonly shouldStop?: () => boolean
}

/** What is known while it works. `bound` is infinite only before the first prices. */
export type RoadmapProgress = {
  readonly value: number | null
  readonly bound: number
  readonly gap: number | null
  readonly workUnits: number
  readonly phase: 'prices' | 'plans' | 'over'
}

/** A roadmap, how good it is, and how good any could be. */
export type RoadmapAnswer = {
  /** What goes ahead, by id. */
  readonly plan: readonly Choice[]
  /** Value of the objective less penalties of moving and the price of overload. */
  readonly value: number
  readonly worth: number
  readonly penalties: number
  readonly overloads: number
  /** No plan that keeps everything is worth more. */
  readonly bound: number
  /** (bound - value) / |value|; null where the value is 0 and the bound is not. */
  readonly gap: number | null
  /** True where bound and value are equal: there is none better. */
  readonly proved: boolean
  readonly workUnits: number
  readonly limits: readonly LimitUse[]
  readonly certificate: RoadmapCertificate
  /** Under a lexicographic objective: what the first objective reached, and the least that was asked of it then. */
  readonly first: { readonly value: number; readonly bound: number; readonly least: number } | null
}

/** Use of a limit in a period (null: over all periods), and what one more unit of it is worth at the margin, from the bound's prices. */
export type LimitUse = {
  readonly constraint: RoadmapConstraint
  readonly words: string
  readonly period: number | null
  readonly used: number
  readonly limit: number
  readonly price: number
}

/**
 * Enough to recompute a bound without the search: prices of the limits, which prove `rootBound`. The answer's bound may be closer, where small
 * cases were closed by branch and bound. `least` is what a first objective was held to.
 */
export type RoadmapCertificate = { readonly prices: readonly NamedPrice[]; readonly rootBound: number; readonly least: number | null }

/** (bound - value) / |value|. */
export function gapBetween(value: number | null, bound: number): number | null {
  if (value === null || !Number.isFinite(bound)) return null
  if (bound === value) return 0
  return value === 0 ? null : (bound - value) / Math.abs(value)
}
