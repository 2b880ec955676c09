import { openShelf } from './held.ts'

export type { CustomColumn } from './custom.ts'
export { dateOf, daysUntil } from './days.ts'
export { alignedOf, exactRatio, ratiosOf, weightOf } from './derived.ts'
export { sumOf, sumOver, type Sum } from './sums.ts'
export { minorOf, ratingOf, codeOfRating } from './unpack.ts'
export { noDay, reasonOf, type Amounts, type Columns, type Lines, type Links, type Seen, type Units } from './shape.ts'

/** Memory for columns where nobody said how much. */
const usualMegabytes = 256

const given = Number(process.env['THROUGHLINE_COLUMNS_MB'])

/** The shelf of this process. */
export const { columnsOf, customsOf, linesOf } = openShelf((given > 0 ? given : usualMegabytes) * 1_048_576)
