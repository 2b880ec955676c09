import { cellAt, emptyCell, isBlank, type Cell, type Place, type Sheet } from '../../sheet/index.ts'
import type { Mapping } from '../draft.ts'
import { headingsOf } from './headings.ts'

/** A sheet seen as headings with records below them, whichever way it lies. Positions count from 1. */
export type Table = {
  readonly sheet: Sheet
  readonly orientation: Mapping['orientation']
  readonly headerLine: number
  /** The headings along the header line, '' where there is none. */
  readonly headings: readonly string[]
  /** Lines after the header line that hold anything. */
  readonly lines: readonly number[]
  readonly at: (line: number, column: number) => Cell
  readonly place: (line: number, column: number) => Place
}

/** The sheet as a table whose headings stand in the given line. */
export function tableOf(sheet: Sheet, orientation: Mapping['orientation'], headerLine: number, headerLines = 1): Table {
  const upright = orientation === 'rows'
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0)
  const lineCount = upright ? sheet.rows.length : width
  const at = (line: number, column: number): Cell => (upright ? cellAt(sheet, line, column) : cellAt(sheet, column, line))
  const headings = headingsOf(sheet, orientation, headerLine, headerLines)
  const isFilled = upright ? (line: number): boolean => (sheet.rows[line - 1] ?? []).some((cell) => !isBlank(cell)) : (line: number): boolean => sheet.rows.some((row) => !isBlank(row[line - 1] ?? emptyCell))
  return {
    sheet, orientation, headerLine, headings, at,
    lines: Array.from({ length: Math.max(0, lineCount - headerLine) }, (_, index) => headerLine + 1 + index).filter(isFilled),
    place: (line, column) => {
      // Asked for every cell: one object and no more.
      const header = headings[column - 1]
      const [row, across] = upright ? [line, column] : [column, line]
      return header ? { sheet: sheet.name, row, column: across, header } : { sheet: sheet.name, row, column: across }
    },
  }
}

/** The cells of one column below its heading. */
export const columnCells = (table: Table, column: number): readonly Cell[] => table.lines.map((line) => table.at(line, column))
