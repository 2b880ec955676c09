import type { CivilDate } from '@throughline/engine/kernel'

/** One cell: the text as published and, where the format carries types, the typed value beside it. */
export type Cell = {
  /** What a reader of the file sees; numbers without grouping or exponent, dates as `YYYY-MM-DD`, percentages as `12.5%`. */
  readonly text: string
  /** The typed number, where the format says that the cell is one. */
  readonly number?: number
  /** The typed date, where the format says that the cell is one. */
  readonly date?: CivilDate
  /** The currency that the cell's format shows the number in: an ISO code or a sign. */
  readonly currency?: string
  /** The formula whose cached result `text` is. */
  readonly formula?: string
}

/** Cells that are shown as one; the first holds what all show. Counted from 1. */
export type Merge = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number }

/** A sheet as published: rows of cells, possibly of unequal length. */
export type Sheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[]; readonly merges?: readonly Merge[] }

export const textCell = (text: string): Cell => ({ text })

export const emptyCell: Cell = { text: '' }

/** The cell at a row and column counted from 1; the empty cell where the sheet has none. */
export const cellAt = (sheet: Sheet, row: number, column: number): Cell => sheet.rows[row - 1]?.[column - 1] ?? emptyCell

/** Whether a cell holds anything but white space. */
export const isBlank = (cell: Cell): boolean => cell.text.trim() === ''

/** What a file is called: its name without folder and ending. */
export const sheetName = (fileName: string): string => fileName.replace(/^.*[\\/]/, '').replace(/\.\w{1,5}$/, '') || 'Sheet'
