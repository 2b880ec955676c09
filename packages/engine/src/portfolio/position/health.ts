import type { Rating, RatingLevel } from '../../demand/index.ts'
import type { PositionLine } from './facts.ts'

/** How many initiatives have each rating, and how many have none. Counts only: an ordinal has no average. */
export type HealthCount = Readonly<Record<RatingLevel | 'none', number>>

/** The distribution of ratings. */
export function countHealth(lines: readonly Pick<PositionLine, 'rating'>[]): HealthCount {
  const counts = { green: 0, amber_green: 0, amber: 0, amber_red: 0, red: 0, none: 0 }
  for (const { rating } of lines) counts[rating ? rating.level : 'none'] += 1
  return counts
}

/** The one scale that all rated lines share; null where there is none or they differ. */
export function commonScale(lines: readonly Pick<PositionLine, 'rating'>[]): Rating['scale'] | null {
  const scales = new Set(lines.flatMap(({ rating }) => (rating ? [rating.scale] : [])))
  return scales.size === 1 ? ([...scales][0] ?? null) : null
}

const order: Readonly<Record<RatingLevel, number>> = { green: 0, amber_green: 1, amber: 2, amber_red: 3, red: 4 }

/** How a rating moved; ratings on different scales are not comparable and are never converted. */
export function compareRatings(from: Rating | null, to: Rating | null): 'better' | 'worse' | 'same' | 'not_comparable' {
  if (!from || !to || from.scale !== to.scale) return 'not_comparable'
  const step = order[to.level] - order[from.level]
  return step === 0 ? 'same' : step < 0 ? 'better' : 'worse'
}
