import { BeyondLimit, emptyCell, maxColumns, type Cell, type Merge } from '../sheet/index.ts'
import { attributeOf, scanXml } from '../xml/index.ts'

/** A cell as the part writes it: its type, style, value and formula. */
export type WrittenCell = { readonly type: string; readonly style: number; readonly value: string; readonly formula: string | undefined }

/** Most merged ranges of a sheet that are looked at: headings are merged, tables are not. */
export const maxMerges = 10_000

const noCells: readonly Cell[] = []

/** Makes a cell of what is written at a row and column. */
type CellOf = (written: WrittenCell, row: number, column: number) => Cell

/**
 * The rows of a worksheet part (ECMA-376, 18.3.1), in whatever order they stand; the size that the sheet claims is not looked at.
 * `count` is told every row before it is kept.
 */
export function readRowsOf(pieces: Iterable<Uint8Array>, cellOf: CellOf, count: (row: number, columns: number) => void): { readonly rows: readonly (readonly Cell[])[]; readonly merges: readonly Merge[] } {
  const state = newState()
  scanXml(pieces, {
    open: (name, attributes) => openTag(state, name, attributes),
    close: (name) => {
      if (name === 'row') keepRow(state, count)
      else closeTag(state, name, cellOf)
    },
    text: (text) => {
      if (state.inside === 'value') state.value.push(text)
      else if (state.inside === 'formula') state.formulaText.push(text)
    },
  })
  return { rows: state.rows, merges: state.merges }
}

/** Where the reading of a part stands. */
type State = {
  readonly rows: (readonly Cell[])[]
  readonly merges: Merge[]
  row: number
  column: number
  cells: Cell[]
  type: string
  style: number
  value: string[]
  formulaText: string[]
  formula: string | undefined
  inCell: boolean
  phonetic: boolean
  inside: 'value' | 'formula' | undefined
}

const newState = (): State => ({ rows: [], merges: [], row: 0, column: 0, cells: [], type: 'n', style: 0, value: [], formulaText: [], formula: undefined, inCell: false, phonetic: false, inside: undefined })

function openTag(state: State, name: string, attributes: string): void {
  switch (name) {
    case 'row':
      state.row = positive(attributeOf(attributes, 'r')) ?? state.row + 1
      state.column = 0
      state.cells = []
      return
    case 'c':
      // A cell before any row, in a damaged sheet, stands in the first.
      state.row ||= 1
      state.column = columnOf(attributeOf(attributes, 'r')) ?? state.column + 1
      state.type = attributeOf(attributes, 't') ?? 'n'
      state.style = Number(attributeOf(attributes, 's') ?? 0)
      state.formula = undefined
      state.value = []
      state.inCell = true
      return
    case 'v':
    case 't':
      if (state.inCell && !state.phonetic) state.inside = 'value'
      return
    case 'f':
      state.formulaText = []
      if (state.inCell) state.inside = 'formula'
      return
    case 'rPh':
      state.phonetic = true
      return
    case 'mergeCell': {
      const merge = state.merges.length < maxMerges ? mergeOf(attributeOf(attributes, 'ref') ?? '') : undefined
      if (merge) state.merges.push(merge)
    }
  }
}

function closeTag(state: State, name: string, cellOf: CellOf): void {
  switch (name) {
    case 'v':
    case 't':
      state.inside = undefined
      return
    case 'f':
      state.formula = state.formulaText.join('')
      state.inside = undefined
      return
    case 'rPh':
      state.phonetic = false
      return
    case 'c':
      keepCell(state, cellOf)
  }
}

function keepCell(state: State, cellOf: CellOf): void {
  const { type, style, formula, row, column, cells } = state
  state.inCell = false
  const value = state.value.join('')
  if (value === '' && formula === undefined) return
  const cell = cellOf({ type, style, value, formula }, row, column)
  if (cell === emptyCell) return
  if (column > maxColumns) throw new BeyondLimit('columns', column, maxColumns)
  while (cells.length < column - 1) cells.push(emptyCell)
  cells[column - 1] = cell
}

function keepRow(state: State, count: (row: number, columns: number) => void): void {
  const { rows, row, cells } = state
  if (cells.length === 0) return
  count(row, cells.length)
  while (rows.length < row - 1) rows.push(noCells)
  rows[row - 1] = cells
  state.cells = []
}

const positive = (text: string | undefined): number | undefined => (text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined)

/** The column of a reference: 'AB12' → 28. Undefined where it names none. */
function columnOf(reference: string | undefined): number | undefined {
  let column = 0
  for (let at = 0; at < (reference?.length ?? 0) && at < 4; at++) {
    const letter = (reference ?? '').charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    column = column * 26 + letter - 64
  }
  return column === 0 ? undefined : column
}

function mergeOf(reference: string): Merge | undefined {
  const match = /^([A-Z]{1,3})([1-9]\d{0,6}):([A-Z]{1,3})([1-9]\d{0,6})$/.exec(reference)
  const [left, right] = [columnOf(match?.[1]), columnOf(match?.[3])]
  if (!match || left === undefined || right === undefined) return undefined
  const [top, bottom] = [Number(match[2]), Number(match[4])]
  return top <= bottom && left <= right ? { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 } : undefined
}
