import type { CivilDate, Money } from '@throughline/engine/kernel'
import type { IssueCode, Place } from '../sheet/index.ts'

/** Why a figure that was read is doubted: totals may leave it out and give this as the reason. */
export type Suspicion = Extract<IssueCode, 'LIKELY_UNITS_ERROR' | 'NEGATIVE_COST' | 'END_BEFORE_START' | 'RANGE_REVERSED' | 'NAME_TOO_LONG'>

/** What one cell says, never mended: a value, a range, withheld by the publisher, not given, or not understood. */
export type Reading<T> = {
  /** The text of the cell, white space included. */
  readonly asPublished: string
  readonly place: Place
  /** Set where a value was read but is doubted; the value is what was published. */
  readonly suspect?: Suspicion
} & (
  | { readonly status: 'value'; readonly value: T }
  | { readonly status: 'range'; readonly low: T; readonly high: T }
  | { readonly status: 'exempt' }
  | { readonly status: 'blank' }
  | { readonly status: 'unreadable' }
)
export type ReadingStatus = Reading<unknown>['status']

/** Levels of delivery confidence, best first; a three-point scale uses green, amber and red only. */
export const ratingLevels = ['green', 'amber_green', 'amber', 'amber_red', 'red'] as const
export type RatingLevel = (typeof ratingLevels)[number]
/** The scale on which a publication rates; levels of one scale are never converted into the other. */
export type RatingScale = 'five_point' | 'three_point'

/** What the kinds of field read. Percent: 12.5 means 12.5 %. */
export type ReadingValue = {
  readonly text: string
  readonly narrative: string
  readonly tags: readonly string[]
  readonly money: Money
  readonly number: number
  readonly percent: number
  readonly date: CivilDate
  readonly rating: RatingLevel
}
export type FieldKind = keyof ReadingValue
