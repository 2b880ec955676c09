import { plainNumber } from '../sheet/index.ts'
import { writeCsv } from '../csv/index.ts'
import { writeXlsx, type XlsxNote, type XlsxSheet } from '../xlsx/index.ts'

/** A column of a table. `sum`: a workbook gets a row of totals that adds it up by a formula. */
export type TableColumn = { readonly key: string; readonly label: string; readonly kind: 'text' | 'number' | 'money' | 'date' | 'percent'; readonly sum?: boolean }

/** A cell as text or number; money as a decimal string in major units ('1234.50'), percentages as 12.5 for 12.5 %, dates as `YYYY-MM-DD`, nothing as null. */
export type TableValue = string | number | bigint | boolean | null | undefined

export type ExportTable = {
  /** Name of the sheet, where the format has one. */
  readonly name?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Readonly<Record<string, TableValue>>[]
}

/** A line that tells what an export holds: what, as of when, which filters. */
export type TableNote = XlsxNote

export type ExportFormat = 'csv' | 'xlsx'

/** Endings and media types by format, for links and headers. */
export const exportFormats: Readonly<Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>> = {
  csv: { ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: { ending: '.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
}

/**
 * Any table as a file. Texts that a spreadsheet would run as formulas are disarmed in CSV and typed as text in XLSX. Notes and totals
 * are for workbooks: a CSV file is the table and nothing else, so that it can be read as one.
 */
export async function writeTable(table: ExportTable, format: ExportFormat, notes: readonly TableNote[] = []): Promise<Uint8Array> {
  switch (format) {
    case 'csv':
      return writeCsv([table.columns.map((column) => column.label), ...table.rows.map((row) => table.columns.map((column) => csvText(row[column.key], column.kind)))])
    case 'xlsx':
      return writeTables([table], notes)
  }
}

/** Several tables as one workbook, a sheet each, with a last sheet for the notes. */
export const writeTables = (tables: readonly ExportTable[], notes: readonly TableNote[] = []): Promise<Uint8Array> => writeXlsx(tables.map(sheetOf), notes)

const sheetOf = (table: ExportTable): XlsxSheet => ({ name: table.name ?? 'Table', columns: table.columns, rows: table.rows.map((row) => table.columns.map((column) => textOf(row[column.key]))) })

/** In text a percentage carries its sign, as it does on screen. */
function csvText(value: TableValue, kind: TableColumn['kind']): string {
  const text = textOf(value)
  return kind === 'percent' && /^-?\d+(\.\d+)?$/.test(text) ? `${text}%` : text
}

/** NaN and infinities are no figures: the cell stays empty. Numbers have no exponent. */
function textOf(value: TableValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'number') return String(value)
  return Number.isFinite(value) ? plainNumber(value) : ''
}
