import type { Board } from '../board.ts'
import { placesBetween } from '../board.ts'
import type { CellValue, Column } from '../column.ts'
import type { Range } from '../range.ts'
import { showCell } from '../show.ts'
import type { BlockCell, Typed } from './block.ts'
import { writeHtmlTable } from './html-table.ts'
import { writeTsv } from './tsv.ts'

/** What goes to the clipboard. Beyond `typedCells` cells the table is left out and the text goes alone. */
export type Copied = { readonly text: string; readonly html: string | undefined; readonly cells: number }
const typedCells = 200_000
/** Cells that may be copied at once: some hundred megabytes of text at most. */
export const mostCells = 5_000_000

/** The rows of a range if all of them are here. */
export function rowsHere<Row>(board: Board<Row>, range: Range): readonly Row[] | undefined {
  const rows: Row[] = []
  for (const place of placesBetween(board, range.top, range.bottom)) {
    const row = board.rows.at(place)
    if (row === undefined) return undefined
    rows.push(row)
  }
  return rows
}

/** Fetches the rows of a range some thousands at a time, and tells how far it is. */
export async function fetchRows<Row>(board: Board<Row>, range: Range, progress: (done: number, all: number) => void): Promise<readonly Row[]> {
  const places = placesBetween(board, range.top, range.bottom)
  const rows: Row[] = []
  for (let from = 0; from < places.length; from += fetchedAtOnce) {
    const read = await board.rows.read(places.slice(from, from + fetchedAtOnce))
    for (const row of read) if (row !== undefined) rows.push(row)
    progress(Math.min(from + fetchedAtOnce, places.length), places.length)
  }
  return rows
}
const fetchedAtOnce = 5_000

/** Rows as text and as a table for a spreadsheet. */
export function copyRows<Row>(board: Board<Row>, rows: readonly Row[], columns: readonly Column<Row>[]): Copied {
  const block = rows.map((row) =>
    columns.map((column): BlockCell => {
      const value = board.valueIn(row, column)
      const typed = typeOf(column, value)
      return { text: showCell(column, value, row, board.locale), ...(typed ? { typed } : {}) }
    }),
  )
  const cells = rows.length * columns.length
  return { text: writeTsv(block.map((row) => row.map(({ text }) => text))), html: cells <= typedCells ? writeHtmlTable(block) : undefined, cells }
}

function typeOf<Row>({ kind }: Column<Row>, value: CellValue): Typed | undefined {
  if (value === null || kind === 'text' || kind === 'longText') return undefined
  return { kind: kind === 'choice' || kind === 'status' ? 'code' : kind, value: String(value).replace('−', '-') }
}
