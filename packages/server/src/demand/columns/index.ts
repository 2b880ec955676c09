import { openShelf } from './held.ts'

export type { CustomColumn } from './custom.ts'
export { dateOf, daysUntil } from './days.ts'
export { momentOf as seenAt } from './store/moment.ts'
export { alignedOf, exactRatio, ratiosOf, weightOf } from './derived.ts'
export { sumOf, sumsBy, type Sum } from './sums.ts'
export { minorOf, ratingOf, codeOfRating } from './unpack.ts'
export { pause } from './numbered.ts'
export { noDay, reasonOf, type Amounts, type Columns, type Lines, type Links, type Seen, type Units } from './shape.ts'

/** The shelf of this process. */
export const { columnsOf, customsOf, linesOf, holdAtMost: holdColumns } = openShelf(256 * 1_048_576)
