import type { Rating } from '@throughline/contract/demand'
import { ratingLooks, type HealthKey } from '../../format/index.ts'

/**
 * Size classes of delivery confidence, one for each level in order: the less confidence, the larger the mark. They are ranks, not
 * measures: nothing is added or averaged. A three-point rating uses the outer and middle classes and is not turned into a five-point one.
 */
const classes: Readonly<Record<HealthKey, number>> = { none: 0.5, green: 1, amber_green: 2, amber: 3, amber_red: 4, red: 5 }

/** The size class of a rating. */
export const confidenceClass = (rating: Rating | null): number => classes[rating?.level ?? 'none']

/** How a size class is said: as the rating it stands for. */
export const confidenceSize = {
  label: 'Delivery confidence',
  format: (size: number): string => ratingLooks[(Object.keys(classes) as HealthKey[]).find((key) => classes[key] === size) ?? 'none'].words,
}

/** What size means in a picture. */
export const ConfidenceNote = () => <>The larger, the less delivery confidence: Green smallest, Red largest, a dot where there is no rating. Classes in order, not a measure.</>
