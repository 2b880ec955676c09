import { dayOrder } from './cells/day.ts'
import { hasSpans } from './cells/fiscal.ts'
import { dateReader, moneyReader, readNarrative, readNumber, readPercent, readRating, readTags, readText } from './cells/read.ts'
import type { ColumnMapping, DayOrder, DraftCells, ReadPortfolioOptions } from './draft.ts'
import { fieldOf, type FieldKey } from './fields.ts'
import { isFieldKey } from './target.ts'
import { columnCells, type Table } from './mapping/table.ts'
import type { Reading } from './reading.ts'

/** What the caller knows of the amounts and years in a file. */
export type Units = Pick<ReadPortfolioOptions, 'currency' | 'calendar'>

export type CellReader = (line: number) => Reading<unknown>

/** For each mapped column the function that reads its cell in a line; what a column decides (unit, day order) is decided once. */
export function cellReaders(table: Table, columns: readonly ColumnMapping[], units: Units): ReadonlyMap<ColumnMapping, CellReader> {
  return new Map(columns.flatMap((column) => (column.field === undefined || !isFieldKey(column.field) ? [] : [[column, readerOf(table, column, column.field, units)] as const])))
}

function readerOf(table: Table, column: ColumnMapping, field: FieldKey, units: Units): CellReader {
  const read = kindReader(table, column, field, units)
  return (line) => read(table.at(line, column.column), table.place(line, column.column))
}

/** What comes first in the dates of a column: as the mapping says, else as the column decides, else the day. */
export const dayOrderOf = (table: Table, column: ColumnMapping): DayOrder => column.dayOrder?.order ?? dayOrder(columnCells(table, column.column).map((cell) => cell.text)) ?? 'dmy'

function kindReader(table: Table, column: ColumnMapping, field: FieldKey, { currency, calendar }: Units) {
  switch (fieldOf(field).kind) {
    case 'money':
      return moneyReader({ scale: column.scale ?? 0, currency: column.currency ?? currency, ...(column.decimalMark ? { decimalMark: column.decimalMark } : {}) })
    case 'date':
      return dateReader(dayOrderOf(table, column), { calendar, spans: hasSpans(columnCells(table, column.column).map((cell) => cell.text)) })
    case 'number':
      return readNumber
    case 'percent':
      return readPercent
    case 'rating':
      return readRating
    case 'tags':
      return readTags
    case 'narrative':
      return readNarrative
    case 'text':
      return readText
  }
}

/** The readings of a line by field. Where two columns give the ends of a range, they become one reading. */
export function readLine(readers: ReadonlyMap<ColumnMapping, CellReader>, line: number): DraftCells {
  const cells: { [F in FieldKey]?: Reading<unknown> } = {}
  const ends = new Map<FieldKey, { low?: Reading<unknown>; high?: Reading<unknown> }>()
  for (const [column, read] of readers) {
    if (column.field === undefined || !isFieldKey(column.field)) continue
    const reading = read(line)
    const earlier = cells[column.field]
    if (column.bound === undefined && (earlier === undefined || earlier.status === 'blank')) cells[column.field] = reading
    else if (column.bound === undefined) continue
    else ends.set(column.field, { ...ends.get(column.field), [column.bound]: reading })
  }
  for (const [field, { low, high }] of ends) {
    const single = cells[field]
    const range = joinEnds(low, high)
    if (range && (single === undefined || single.status === 'blank')) cells[field] = range
  }
  // Each column's reader has the kind of its field, so each reading has the type that DraftCells gives it.
  return cells as DraftCells
}

function joinEnds(low: Reading<unknown> | undefined, high: Reading<unknown> | undefined): Reading<unknown> | undefined {
  if (low?.status !== 'value' || high?.status !== 'value') return low ?? high
  return { asPublished: `${low.asPublished} – ${high.asPublished}`, place: low.place, status: 'range', low: low.value, high: high.value }
}
