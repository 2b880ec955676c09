import { writeCsv } from '../csv/index.ts'
import { writeXlsx } from '../xlsx/index.ts'

export type TableColumn = { readonly key: string; readonly label: string; readonly kind: 'text' | 'number' | 'money' | 'date' }

/** A cell as text or number; money as a decimal string in major units ('1234.50'), dates as `YYYY-MM-DD`, nothing as null. */
export type TableValue = string | number | bigint | boolean | null | undefined

export type ExportTable = {
  /** Name of the sheet, where the format has one. */
  readonly name?: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly Readonly<Record<string, TableValue>>[]
}

export type ExportFormat = 'csv' | 'xlsx'

/** Endings and media types by format, for links and headers. */
export const exportFormats: Readonly<Record<ExportFormat, { readonly ending: string; readonly mediaType: string }>> = {
  csv: { ending: '.csv', mediaType: 'text/csv; charset=utf-8' },
  xlsx: { ending: '.xlsx', mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
}

/** Any table as a file; texts that a spreadsheet would run as formulas are disarmed in CSV and typed as text in XLSX. */
export async function writeTable(table: ExportTable, format: ExportFormat): Promise<Uint8Array> {
  const rows = table.rows.map((row) => table.columns.map((column) => textOf(row[column.key])))
  switch (format) {
    case 'csv':
      return writeCsv([table.columns.map((column) => column.label), ...rows])
    case 'xlsx':
      return writeXlsx([{ name: table.name ?? 'Table', columns: table.columns, rows }])
  }
}

/** NaN and infinities are no figures: the cell stays empty. */
function textOf(value: TableValue): string {
  if (value === null || value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return ''
  return String(value)
}
