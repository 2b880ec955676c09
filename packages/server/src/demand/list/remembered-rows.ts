import type { Columns } from '../columns/index.ts'

/** Gives the text of a row of columns: as it was written before where everything that it is written of is the same, at whatever moment that was, else written now. */
export type RememberedRows = (columns: Columns, row: number, write: (columns: Columns, row: number) => string) => string

/** Numbers that the columns have of a row, as many as are compared: the last ones are links. */
const numbersEach = 32
const linksFrom = 22

/** What a text was written of beside numbers. */
type Written = { readonly text: string; readonly ids: Columns['ids']; readonly row: number; readonly unit: string | null; readonly objectives: Columns['objectives']; readonly currency: string }

/**
 * Remembers at most `places` rows, each in the one place that its number gives it. Nothing has to be told of changes: with every text stand
 * the numbers that it was written of, and it is given out only where the columns that are asked have the same.
 */
export function rememberRows(places: number): RememberedRows {
  const held = new Array<Written | undefined>(places)
  const numbers = new Int32Array(places * numbersEach)
  const asked = new Int32Array(numbersEach)
  return (columns, row, write) => {
    // A row that serves more than there is room for is written each time.
    if (!numbersOf(columns, row, asked)) return write(columns, row)
    const { ids, objectives, currency } = columns
    const unit = columns.units.names[(columns.unit[row] ?? 0) - 1] ?? null
    const place = row % places
    const before = held[place]
    if (before && before.row === row && before.ids === ids && before.unit === unit && before.objectives === objectives && before.currency === currency && areSame(numbers, place * numbersEach, asked)) return before.text
    const text = write(columns, row)
    held[place] = { text, ids, row, unit, objectives, currency }
    numbers.set(asked, place * numbersEach)
    return text
  }
}

function areSame(numbers: Int32Array, from: number, others: Int32Array): boolean {
  for (let index = 0; index < others.length; index += 1) if (numbers[from + index] !== others[index]) return false
  return true
}

/** Writes everything that the columns have of a row as numbers; false where it serves more objectives than there is room for. */
function numbersOf(columns: Columns, row: number, to: Int32Array): boolean {
  const { seen, links } = columns
  const [from, until] = [links.start[row] ?? 0, links.start[row + 1] ?? 0]
  if (until - from > numbersEach - linksFrom) return false
  to[0] = columns.key[row] ?? 0
  to[1] = columns.name[row] ?? 0
  to[2] = columns.category[row] ?? 0
  to[3] = columns.sponsor[row] ?? 0
  to[4] = columns.flags[row] ?? 0
  to[5] = columns.unit[row] ?? 0
  to[6] = (columns.kind[row] ?? 0) | ((columns.state[row] ?? 0) << 8) | ((columns.mandatory[row] ?? 0) << 16) | ((seen.current[row] ?? 0) << 24)
  to[7] = (columns.rating[row] ?? 0) | ((seen.previous[row] ?? 0) << 8) | ((seen.reports[row] ?? 0) << 16)
  to[8] = columns.ratingAsOf[row] ?? 0
  to[9] = columns.startOn[row] ?? 0
  to[10] = columns.endOn[row] ?? 0
  to[11] = columns.version[row] ?? 0
  to[12] = (columns.cost.because[row] ?? 0) | ((columns.benefits.because[row] ?? 0) << 8) | ((columns.inYearBaseline.because[row] ?? 0) << 16) | ((columns.inYearForecast.because[row] ?? 0) << 24)
  to[13] = columns.cost.high[row] ?? 0
  to[14] = columns.cost.low[row] ?? 0
  to[15] = columns.benefits.high[row] ?? 0
  to[16] = columns.benefits.low[row] ?? 0
  to[17] = columns.inYearBaseline.high[row] ?? 0
  to[18] = columns.inYearBaseline.low[row] ?? 0
  to[19] = columns.inYearForecast.high[row] ?? 0
  to[20] = columns.inYearForecast.low[row] ?? 0
  to[21] = until - from
  to.fill(0, 22)
  for (let link = from; link < until; link += 1) to[linksFrom + link - from] = ((links.objective[link] ?? 0) << 16) | ((links.contribution[link] ?? 0) & 0xffff)
  return true
}
