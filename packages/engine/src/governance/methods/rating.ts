import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'

/** The classes in which people rate an item, from 1, of no use, to 5, of great use: an order, not a quantity. */
export const ratingClasses = [1, 2, 3, 4, 5] as const
export type RatingClass = (typeof ratingClasses)[number]
/** Of fewer ratings no class is said to be that of the middle. */
export const fewestRatings = 5

/** How an item was rated: how many gave each class, and the class of the middle one of them. */
export type RatingSpread = { readonly rated: number; readonly classes: readonly { readonly rating: RatingClass; readonly count: number }[]; readonly median: Explained<number> }

/** Counts ratings by class (method-rating). They are never averaged; of an even number the lower one of the two in the middle is the median, so that it is a class that somebody gave. */
export function ratingSpread(ratings: readonly RatingClass[]): RatingSpread {
  const classes = ratingClasses.map((rating) => ({ rating, count: ratings.filter((one) => one === rating).length }))
  const middle = [...ratings].sort((a, b) => a - b)[Math.ceil(ratings.length / 2) - 1]
  const median: Metric<number> = middle === undefined || ratings.length < fewestRatings ? undefinedBecause('INSUFFICIENT_POINTS') : known(middle)
  return {
    rated: ratings.length, classes,
    median: { metric: median, why: { term: 'Median class', figure: mapMetric(median, (one) => numberFigure(one)), formula: 'method-rating', note: `Of ${ratings.length} ratings, which are counted and never averaged; from ${fewestRatings} on`, terms: classes.toReversed().map(({ rating, count }) => ({ term: `Rated ${rating}`, figure: known(numberFigure(count)) })) } },
  }
}
