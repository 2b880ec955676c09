import type { Rating, RatingLevel } from '../../demand/index.ts'
import type { CivilDate, Metric, Money, Source } from '../../kernel/index.ts'

/** Levels of delivery confidence, best first: an ordinal, so only counted, compared and sorted. */
export const ratingLevels = ['green', 'amber_green', 'amber', 'amber_red', 'red'] as const satisfies readonly RatingLevel[]

/** What one position of the portfolio says of an initiative. */
export type PositionLine = {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly category: string | null
  readonly rating: Rating | null
  readonly cost: Metric<Money>
  readonly benefits: Metric<Money>
  readonly inYearForecast: Metric<Money>
  readonly endOn: CivilDate | null
  readonly costSource?: Source
  readonly benefitsSource?: Source
  /** What an import found odd and did not mend. */
  readonly flags: readonly string[]
}
