import type { CellValue, Column } from './column.ts'
import type { Lines } from './lines.ts'
import type { RowsInView } from './use-rows.ts'

/** What acts on cells need to know of a grid. */
export type Board<Row> = {
  /** The columns in sight, in order. */
  readonly shown: readonly Column<Row>[]
  readonly lines: Lines
  readonly rows: RowsInView<Row>
  readonly locale: string
  keyOf(row: Row): string
  /** What the cell shows, changes on their way included. */
  valueIn(row: Row, column: Column<Row>): CellValue
}

/** Places of the rows from a line on, heads of groups passed over: so many, or as far as there are any. */
export function placesFrom({ lines }: Pick<Board<unknown>, 'lines'>, line: number, count: number): readonly number[] {
  const places: number[] = []
  for (let at = Math.max(0, line); at < lines.count && places.length < count; at++) {
    const found = lines.at(at)
    if (found?.kind === 'row') places.push(found.place)
  }
  return places
}

/** Places of the rows on the lines `top` to `bottom`, both included. */
export function placesBetween(board: Pick<Board<unknown>, 'lines'>, top: number, bottom: number): readonly number[] {
  const places: number[] = []
  for (let at = Math.max(0, top); at <= bottom; at++) {
    const found = board.lines.at(at)
    if (found?.kind === 'row') places.push(found.place)
  }
  return places
}
