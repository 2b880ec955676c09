import { rangeOf } from './range.ts'
import { mayEdit, readCell, showCell } from './show.ts'
import { readTsv, writeTsv } from './tsv.ts'
import type { GridModel } from './use-grid.ts'

/** The selected cells as text for a spreadsheet; group heads copy their label and totals. */
export function copyRange<Row>(grid: GridModel<Row>): string {
  const range = rangeOf(grid.selection)
  const columns = grid.shown.slice(range.left, range.right + 1)
  const cells = grid.lines.slice(Math.max(0, range.top), range.bottom + 1).map((line, offset) => {
    if (line.kind === 'group') return columns.map((column, index) => (index === 0 ? line.label : totalText(grid, line.rows, column.key)))
    const row = grid.rowAt(Math.max(0, range.top) + offset)
    return columns.map((column) => (row === undefined ? '' : showCell(column, grid.valueAt(Math.max(0, range.top) + offset, column), row, grid.locale)))
  })
  return writeTsv(cells)
}

/** The caller's total of a column for some rows; empty where there is none. */
export function totalText<Row>(grid: GridModel<Row>, rows: readonly number[], key: string): string {
  const column = grid.shown.find((candidate) => candidate.key === key)
  return column?.total?.(rows.flatMap((index) => grid.props.rows?.[index] ?? [])) ?? ''
}

/** How many of the cells were taken, left as they are not editable, or could not be read. */
export type PasteCount = { readonly taken: number; readonly locked: number; readonly unread: number }

/** Writes copied text into the grid from the top left of the selection; one cell fills the whole selection. */
export function pasteText<Row>(grid: GridModel<Row>, text: string): PasteCount {
  const cells = readTsv(text)
  const range = rangeOf(grid.selection)
  const single = cells.length === 1 && cells[0]?.length === 1
  const height = single ? range.bottom - range.top + 1 : cells.length
  const width = single ? range.right - range.left + 1 : Math.max(...cells.map((row) => row.length))
  return writeCells(grid, range.top, range.left, height, width, (line, column) => (single ? cells[0]?.[0] : cells[line]?.[column]))
}

/** Repeats the top row of the selection down through it. */
export function fillDown<Row>(grid: GridModel<Row>): PasteCount {
  const range = rangeOf(grid.selection)
  const top = grid.rowAt(range.top)
  return writeCells(grid, range.top + 1, range.left, range.bottom - range.top, range.right - range.left + 1, (_, offset) => {
    const column = grid.shown[range.left + offset]
    const value = column && grid.valueAt(range.top, column)
    if (!column || top === undefined) return undefined
    return column.kind === 'number' || column.format ? showCell(column, value ?? null, top, grid.locale) : String(value ?? '')
  })
}

/** Empties the selected cells that may be edited. */
export function clearRange<Row>(grid: GridModel<Row>): PasteCount {
  const range = rangeOf(grid.selection)
  return writeCells(grid, range.top, range.left, range.bottom - range.top + 1, range.right - range.left + 1, () => '')
}

function writeCells<Row>(grid: GridModel<Row>, top: number, left: number, height: number, width: number, textAt: (line: number, column: number) => string | undefined): PasteCount {
  let [taken, locked, unread] = [0, 0, 0]
  for (let line = 0; line < height; line++) {
    const row = grid.rowAt(top + line)
    if (row === undefined) continue
    for (let offset = 0; offset < width; offset++) {
      const column = grid.shown[left + offset]
      const text = textAt(line, offset)
      if (text === undefined || !column) continue
      if (!mayEdit(column, row)) {
        locked++
        continue
      }
      const read = readCell(column, text, row, grid.locale)
      if (!read.ok) unread++
      else {
        taken++
        if (read.value !== grid.valueAt(top + line, column)) void grid.send(row, column, read.value)
      }
    }
  }
  return { taken, locked, unread }
}

/** What came of a paste, in words. */
export function describePaste({ taken, locked, unread }: PasteCount): string {
  const parts = [`${taken} ${taken === 1 ? 'cell' : 'cells'} changed`, locked ? `${locked} not editable` : '', unread ? `${unread} could not be read` : '']
  return parts.filter(Boolean).join(', ')
}
