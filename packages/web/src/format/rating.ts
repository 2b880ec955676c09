import type { Rating } from '@throughline/contract/demand'
import type { Tone } from '../ui/tone.ts'

export type RatingLevel = Rating['level']
export type HealthKey = RatingLevel | 'none'

/** Ratings in the fixed order of bars and legends: what needs attention first, no rating last. */
export const healthOrder: readonly HealthKey[] = ['red', 'amber_red', 'amber', 'amber_green', 'green', 'none']

/** How a rating is said, marked and abbreviated. The two mixed ratings keep a letter pair and a word of their own: no rating is turned into another. */
export const ratingLooks: Readonly<Record<HealthKey, { readonly words: string; readonly tone: Tone; readonly marks: readonly Tone[]; readonly letters: string }>> = {
  red: { words: 'Red', tone: 'bad', marks: ['bad'], letters: 'R' },
  amber_red: { words: 'Amber/Red', tone: 'bad', marks: ['bad', 'warn'], letters: 'AR' },
  amber: { words: 'Amber', tone: 'warn', marks: ['warn'], letters: 'A' },
  amber_green: { words: 'Amber/Green', tone: 'good', marks: ['warn', 'good'], letters: 'AG' },
  green: { words: 'Green', tone: 'good', marks: ['good'], letters: 'G' },
  none: { words: 'No rating', tone: 'none', marks: ['none'], letters: '–' },
}

/** The levels that a scale knows, in the order of bars; all five where the scale is unknown. */
export function levelsOf(scale: Rating['scale'] | null): readonly HealthKey[] {
  return scale === 'three_point' ? ['red', 'amber', 'green', 'none'] : healthOrder
}

/** A rating in words: `Amber/Red`, or `No rating`. */
export const ratingWords = (rating: Rating | null): string => ratingLooks[rating?.level ?? 'none'].words

/** The tone of a rating's mark. */
export const ratingTone = (rating: Rating | null): Tone => ratingLooks[rating?.level ?? 'none'].tone

/** Which way a rating moved: undefined where either is missing or the two scales differ, for those cannot be compared. */
export function ratingMove(from: Rating | null, to: Rating | null): 'better' | 'worse' | 'same' | undefined {
  if (!from || !to || from.scale !== to.scale) return undefined
  const step = healthOrder.indexOf(to.level) - healthOrder.indexOf(from.level)
  return step > 0 ? 'better' : step < 0 ? 'worse' : 'same'
}

/** The name of a rating scale. */
export const scaleWords: Readonly<Record<Rating['scale'], string>> = { five_point: 'five-point scale', three_point: 'three-point scale' }
