import type { CivilDate, UnitCode } from '../../kernel/index.ts'

/** Which way is better; a band is best inside, a level to keep is best at its value. */
export type Direction = { readonly kind: 'higher' } | { readonly kind: 'lower' } | { readonly kind: 'range'; readonly low: number; readonly high: number } | { readonly kind: 'maintain'; readonly at: number }

/** How actuals of periods and parts become one. Flows add, stocks take the last, ratios divide sums, averages weigh; some cannot be added at all. */
export type Aggregation = 'flow' | 'stock' | 'ratio' | 'weighted_average' | 'min' | 'max' | 'non_additive'

/** How the way from baseline to target runs: straight, through given points (held or joined), as an S, or by the shares of a season. */
export type Course =
  | { readonly kind: 'linear' }
  | { readonly kind: 'steps'; readonly points: readonly CoursePoint[] }
  | { readonly kind: 'list'; readonly points: readonly CoursePoint[] }
  | { readonly kind: 's_curve' }
  | { readonly kind: 'seasonal'; readonly monthShares: readonly number[] }
export type CoursePoint = { readonly on: CivilDate; readonly value: number }

/** What a measure is; without these nothing can be said of an actual. Facts of one position, oldest first where dated. */
export type MeasureDefinition = {
  readonly id: string
  readonly name: string
  readonly unit: UnitCode
  readonly direction: Direction
  readonly aggregation: Aggregation
  /** How often it is reported; `ad_hoc` has periods of one day and is never due. */
  readonly frequency: 'month' | 'quarter' | 'year' | 'ad_hoc'
  /** Days after which an actual is too old to be carried forward. */
  readonly maxAgeDays: number
  /** Days after the end of a period by which its actual is due. */
  readonly dueAfterDays: number
}

/** The agreed way: both ends, the course between, and how far off is still on track, in the unit of the measure. */
export type Agreed = { readonly baseline: CoursePoint; readonly target: CoursePoint; readonly course: Course; readonly tolerance: number | null }

/** What was reported of a period, and when it was learned. A ratio keeps both its numbers, an average its weight. */
export type Reported = {
  readonly id: string
  readonly periodFrom: CivilDate
  readonly periodTo: CivilDate
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
  readonly weight?: number
  readonly state: 'missing' | 'provisional' | 'approved' | 'restated'
  readonly recordedAt: string
}
