import { writeXlsx as writeWorkbook, type CellValue, type ColumnDef } from 'hucre/xlsx'
import { isCivilDate, invariant } from '@throughline/engine/kernel'
import { columnLetters } from '../sheet/index.ts'

/** How a column is typed: money and numbers as numbers, dates as dates, all else as text that is never a formula. */
export type XlsxColumn = { readonly label: string; readonly kind: 'text' | 'number' | 'money' | 'date' }

/** One sheet of a workbook to write; cells are texts (numbers without grouping, dates `YYYY-MM-DD`), '' for none. */
export type XlsxSheet = { readonly name: string; readonly columns: readonly XlsxColumn[]; readonly rows: readonly (readonly string[])[] }

/** A workbook with a frozen, bold heading and an automatic filter on each sheet. */
export async function writeXlsx(sheets: readonly XlsxSheet[]): Promise<Uint8Array> {
  invariant(sheets.length > 0, 'a workbook has a sheet')
  return writeWorkbook({
    sheets: sheets.map((sheet) => ({
      name: excelName(sheet.name),
      columns: sheet.columns.map((column, index) => columnOf(column, sheet.rows.map((row) => row[index] ?? ''))),
      rows: [sheet.columns.map((column) => column.label), ...sheet.rows.map((row) => sheet.columns.map((column, index) => typed(row[index] ?? '', column.kind)))],
      cells: new Map(sheet.columns.map((column, index) => [`0,${index}`, { value: column.label, type: 'string' as const, style: { font: { bold: true } } }])),
      freezePane: { rows: 1 },
      ...(sheet.columns.length > 0 ? { autoFilter: { range: `A1:${columnLetters(sheet.columns.length)}${sheet.rows.length + 1}` } } : {}),
    })),
  })
}

function columnOf(column: XlsxColumn, texts: readonly string[]): ColumnDef {
  const longest = texts.slice(0, 200).reduce((most, text) => Math.max(most, text.length), column.label.length)
  const numFmt = { text: undefined, number: undefined, money: '#,##0.00', date: 'yyyy-mm-dd' }[column.kind]
  return { width: Math.min(60, Math.max(10, longest + 2)), ...(numFmt ? { numFmt } : {}) }
}

/** A text that is no number or date of its column's kind stays text: nothing is lost. */
function typed(text: string, kind: XlsxColumn['kind']): CellValue {
  if (text === '') return null
  if ((kind === 'number' || kind === 'money') && /^-?\d+(\.\d+)?$/.test(text) && Number.isFinite(Number(text))) return Number(text)
  if (kind === 'date' && isCivilDate(text) && text > '1900-03-01') return new Date(`${text}T00:00:00Z`)
  return text
}

/** Excel allows 31 characters in a sheet's name and none of : \ / ? * [ ] */
function excelName(name: string): string {
  return name.replace(/[:\\/?*[\]]/g, ' ').replace(/^'+|'+$/g, '').trim().slice(0, 31) || 'Sheet'
}
