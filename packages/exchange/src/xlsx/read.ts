import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { readXlsx as readWorkbook, type CellValue } from 'hucre/xlsx'
import { emptyCell, textCell, type Cell, type Issue, type Place, type Refusal, type Sheet } from '../sheet/index.ts'
import { inspectArchive } from './archive.ts'
import { plainNumber } from './number.ts'

/** Most cells that a workbook may have, blank ones inside the used rectangle included. */
export const maxWorkbookCells = 5_000_000

export type XlsxFile = { readonly sheets: readonly Sheet[]; readonly issues: readonly Issue[] }

/**
 * Reads the visible sheets of a workbook with typed cells. Formulas are not computed: their stored result is read and noted.
 * The container is inspected first, see `inspectArchive`.
 */
export async function readXlsx(bytes: Uint8Array, fileName: string): Promise<Result<XlsxFile, Refusal>> {
  const parts = inspectArchive(bytes, fileName)
  if (!parts.ok) return parts
  if (!parts.value.some((path) => /^\/?xl\/workbook\w*\.xml$/i.test(path))) {
    return refuse({ code: 'UNKNOWN_FORMAT', fileName, looksLike: 'an archive without a workbook', saveAs: '.xlsx' })
  }
  const workbook = await openWorkbook(bytes)
  if (typeof workbook === 'string' && tooManyCells(workbook)) return refuse({ code: 'TOO_LARGE', fileName, measure: 'cells', found: tooManyCells(workbook), limit: maxWorkbookCells })
  if (typeof workbook === 'string') return refuse({ code: 'DAMAGED_ARCHIVE', fileName, reason: workbook })
  const found = workbook.sheets.reduce((sum, sheet) => sum + sheet.rows.reduce((cells, row) => cells + row.length, 0), 0)
  if (found > maxWorkbookCells) return refuse({ code: 'TOO_LARGE', fileName, measure: 'cells', found, limit: maxWorkbookCells })
  const issues: Issue[] = []
  const sheets: Sheet[] = []
  for (const sheet of workbook.sheets) {
    if (sheet.hidden || sheet.veryHidden) {
      issues.push({ code: 'HIDDEN_SHEET', severity: 'note', place: { sheet: sheet.name }, found: `${sheet.rows.length} rows`, expected: 'visible sheets', hint: 'Unhide the sheet if it is to be read' })
      continue
    }
    const rows = sheet.rows.map((row, r) => row.map((value, c) => readCell(value, sheet.cells?.get(`${r},${c}`)?.formula, { sheet: sheet.name, row: r + 1, column: c + 1 }, issues)))
    sheets.push({ name: sheet.name, rows })
  }
  return ok({ sheets, issues: summarised(issues) })
}

/** The size of the rectangle that the reader would not open, or 0 where it failed for another reason. */
const tooManyCells = (reason: string): number => Number(/\((\d+) cells\), over the \d+ limit/.exec(reason)?.[1] ?? 0)

/** The workbook, or why the reader could not make sense of it: whatever it throws is about the file. */
async function openWorkbook(bytes: Uint8Array): Promise<Awaited<ReturnType<typeof readWorkbook>> | string> {
  try {
    return await readWorkbook(bytes)
  } catch (error) {
    return error instanceof Error ? error.message : 'its parts contradict each other'
  }
}

function readCell(value: CellValue, formula: string | undefined, place: Place, issues: Issue[]): Cell {
  const cell = typedCell(typeof value === 'string' ? storable(value, place, issues) : value)
  if (isErrorValue(cell.text)) {
    issues.push({ code: 'CELL_ERROR', severity: 'warning', place, found: cell.text, expected: 'a value' })
  }
  if (formula === undefined) return cell
  const without = cell.text === ''
  issues.push({
    code: without ? 'FORMULA_WITHOUT_RESULT' : 'FORMULA_CACHED', severity: without ? 'warning' : 'note', place,
    found: without ? `=${formula}` : `${cell.text} from =${formula}`, expected: 'a value',
    hint: without ? 'Open the file in your spreadsheet program, let it calculate, and save' : undefined,
  })
  return { ...cell, formula }
}

/** A reference such as &#xD800; or _x0000_ can write what Unicode text does not have and no database stores. */
function storable(text: string, place: Place, issues: Issue[]): string {
  const whole = text.replaceAll('\0', '').toWellFormed()
  if (whole !== text) issues.push({ code: 'UNDECODABLE_BYTES', severity: 'warning', place, found: JSON.stringify(text.slice(0, 80)), expected: 'text without NUL and without halves of a character', hint: `Read as '${whole.slice(0, 80)}'` })
  return whole
}

function typedCell(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return emptyCell
  if (typeof value === 'string') return textCell(value)
  if (typeof value === 'boolean') return textCell(value ? 'TRUE' : 'FALSE')
  if (typeof value === 'number') return { text: plainNumber(value), number: value }
  if (Number.isNaN(value.getTime())) return emptyCell
  const iso = value.toISOString()
  return { text: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' '), date: iso.slice(0, 10) }
}

/** Error values of a spreadsheet such as #REF! or #N/A. */
export const isErrorValue = (text: string): boolean => /^#(N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|SPILL!|CALC!)$/.test(text)

/** At most 20 formula notes a file: the rest in one line, so that a calculated sheet does not drown what matters. */
function summarised(issues: readonly Issue[]): readonly Issue[] {
  const cached = issues.filter((issue) => issue.code === 'FORMULA_CACHED')
  if (cached.length <= 20) return issues
  const [first] = cached
  const others = issues.filter((issue) => issue.code !== 'FORMULA_CACHED')
  return first ? [...others, { ...first, place: { sheet: first.place.sheet }, found: `${cached.length} cells, the first ${first.found}` }] : others
}
