import { BeyondLimit, emptyCell, maxColumns, type Cell, type Merge } from '../sheet/index.ts'
import { attributeOf, scanXml } from '../xml/index.ts'

/** A cell as the part writes it: its type, style, value and formula. */
export type WrittenCell = { readonly type: string; readonly style: number; readonly value: string; readonly formula: string | undefined }

/** Most merged ranges of a sheet that are looked at: headings are merged, tables are not. */
export const maxMerges = 10_000

const noCells: readonly Cell[] = []

/**
 * The rows of a worksheet part (ECMA-376, 18.3.1), in whatever order they stand; the size that the sheet claims is not looked at.
 * `cellOf` makes a cell of what is written, `count` is told every row before it is kept.
 */
export function readRowsOf(
  pieces: Iterable<Uint8Array>,
  cellOf: (written: WrittenCell, row: number, column: number) => Cell,
  count: (row: number, columns: number) => void,
): { readonly rows: readonly (readonly Cell[])[]; readonly merges: readonly Merge[] } {
  const rows: (readonly Cell[])[] = []
  const merges: Merge[] = []
  let [row, column] = [0, 0]
  let cells: Cell[] = []
  let [type, style, formula] = ['n', 0, undefined as string | undefined]
  let parts: string[] = []
  let formulaParts: string[] = []
  let inside: 'value' | 'formula' | undefined
  let inCell = false
  let phonetic = false
  scanXml(pieces, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = positive(attributeOf(attributes, 'r')) ?? row + 1
          column = 0
          cells = []
          return
        case 'c': {
          const named = columnOf(attributeOf(attributes, 'r'))
          column = named ?? column + 1
          type = attributeOf(attributes, 't') ?? 'n'
          style = Number(attributeOf(attributes, 's') ?? 0)
          formula = undefined
          parts = []
          inCell = true
          return
        }
        case 'v':
        case 't':
          if (inCell && !phonetic) inside = 'value'
          return
        case 'f':
          formulaParts = []
          if (inCell) inside = 'formula'
          return
        case 'rPh':
          phonetic = true
          return
        case 'mergeCell': {
          const merge = merges.length < maxMerges ? mergeOf(attributeOf(attributes, 'ref') ?? '') : undefined
          if (merge) merges.push(merge)
        }
      }
    },
    close(name) {
      switch (name) {
        case 'v':
        case 't':
          inside = undefined
          return
        case 'f':
          formula = formulaParts.join('')
          inside = undefined
          return
        case 'rPh':
          phonetic = false
          return
        case 'c': {
          inCell = false
          const value = parts.join('')
          if (value === '' && formula === undefined) return
          const cell = cellOf({ type, style, value, formula }, row, column)
          if (cell === emptyCell) return
          if (column > maxColumns) throw new BeyondLimit('columns', column, maxColumns)
          while (cells.length < column - 1) cells.push(emptyCell)
          cells[column - 1] = cell
          return
        }
        case 'row':
          if (cells.length === 0) return
          count(row, cells.length)
          while (rows.length < row - 1) rows.push(noCells)
          rows[row - 1] = cells
          cells = []
      }
    },
    text(text) {
      if (inside === 'value') parts.push(text)
      else if (inside === 'formula') formulaParts.push(text)
    },
  })
  return { rows, merges }
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
