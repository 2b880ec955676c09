import { emptyCell, percentText, plainNumber, textCell, type Cell, type Issue, type Place } from '../sheet/index.ts'
import { dateOfSerial, type DateSystem } from './dates.ts'
import type { WrittenCell } from './rows.ts'
import { cellText } from './strings.ts'
import type { NumberShow } from './styles.ts'

/** What the cells of a workbook share: its strings as cells, its styles, the day it counts from. */
export type Workbook = { readonly strings: readonly Cell[]; readonly shows: readonly NumberShow[]; readonly dates: DateSystem }

/** Makes cells of what a sheet writes; what is worth saying goes to `issues`. Formulas are not computed: their stored result is read and noted. */
export function cellMaker(workbook: Workbook, sheet: string, issues: Issue[]): (written: WrittenCell, row: number, column: number) => Cell {
  return (written, row, column) => {
    const place: Place = { sheet, row, column }
    const cell = valueOf(written, workbook, place, issues)
    if (isErrorValue(cell.text)) issues.push({ code: 'CELL_ERROR', severity: 'warning', place, found: cell.text, expected: 'a value' })
    return written.formula === undefined ? cell : withFormula(cell, written.formula, place, issues)
  }
}

function valueOf({ type, style, value }: WrittenCell, workbook: Workbook, place: Place, issues: Issue[]): Cell {
  switch (type) {
    case 's': {
      const cell = /^\d{1,9}$/.test(value.trim()) ? workbook.strings[Number(value)] : undefined
      if (cell === undefined) {
        issues.push({ code: 'STRING_MISSING', severity: 'warning', place, found: `text number ${value.trim().slice(0, 40)} of ${workbook.strings.length}`, expected: 'a text of the workbook' })
        return emptyCell
      }
      return storable(cell, place, issues)
    }
    case 'b':
      return textCell(value.trim() === '1' ? 'TRUE' : 'FALSE')
    case 'd':
      return isoCell(value.trim())
    case 'n':
      return numberCell(value.trim(), workbook.shows[style] ?? { kind: 'number' }, workbook.dates)
    default:
      return storable(textCell(cellText(value)), place, issues)
  }
}

function numberCell(written: string, show: NumberShow, system: DateSystem): Cell {
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return written === '' ? emptyCell : textCell(written)
  if (show.kind === 'date') {
    const day = dateOfSerial(number, system)
    if (day) return day
  }
  if (show.kind === 'percent') return { text: percentText(number), number }
  return show.currency === undefined ? { text: plainNumber(number), number } : { text: plainNumber(number), number, currency: show.currency }
}

const isoCell = (text: string): Cell => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?/.exec(text)
  return match?.[1] ? { text: match[2] && match[2] !== '00:00:00' ? `${match[1]} ${match[2]}` : match[1], date: match[1] } : textCell(text)
}

function withFormula(cell: Cell, formula: string, place: Place, issues: Issue[]): Cell {
  const without = cell.text === ''
  const shown = formula === '' ? 'a shared formula' : `=${formula.slice(0, 200)}`
  issues.push({
    code: without ? 'FORMULA_WITHOUT_RESULT' : 'FORMULA_CACHED', severity: without ? 'warning' : 'note', place,
    found: without ? shown : `${cell.text.slice(0, 200)} from ${shown}`, expected: 'a value',
    hint: without ? 'Open the file in your spreadsheet program, let it calculate, and save' : undefined,
  })
  return { ...cell, formula }
}

/** A reference such as &#xD800; or _x0000_ can write what Unicode text does not have and no database stores. */
function storable(cell: Cell, place: Place, issues: Issue[]): Cell {
  const { text } = cell
  if (!text.includes('\0') && text.isWellFormed()) return cell
  const whole = text.replaceAll('\0', '').toWellFormed()
  issues.push({ code: 'UNDECODABLE_BYTES', severity: 'warning', place, found: JSON.stringify(text.slice(0, 80)), expected: 'text without NUL and without halves of a character', hint: `Read as '${whole.slice(0, 80)}'` })
  return textCell(whole)
}

/** Error values of a spreadsheet such as #REF! or #N/A. */
export const isErrorValue = (text: string): boolean => /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(text)
