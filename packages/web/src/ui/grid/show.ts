import { formatDate, formatNumber } from '../format.ts'
import { numberFormat } from '../number-format.ts'
import type { Tone } from '../tone.ts'
import type { CellValue, Column } from './column.ts'

/** The words of a cell: as the column formats it, else by kind and locale; empty for no value. */
export function showCell<Row>(column: Column<Row>, value: CellValue, row: Row, locale: string): string {
  return column.format ? column.format(value, row) : plainText(column, value, locale)
}

/** The words of a value that no column formats. */
export function plainText<Row>(column: Pick<Column<Row>, 'kind' | 'choices'>, value: CellValue, locale: string): string {
  if (value === null) return ''
  switch (column.kind) {
    case 'text':
    case 'longText':
      return String(value)
    case 'number':
      return typeof value === 'number' ? formatNumber(value, locale) : formatExact(String(value), locale)
    case 'date':
      return formatDate(String(value), locale)
    case 'yesNo':
      return yesNoWords[value === true ? 0 : 1]
    case 'choice':
    case 'status':
      return column.choices?.find((choice) => choice.value === String(value))?.label ?? String(value)
  }
}

/** What yes and no are called in cells. */
export const yesNoWords = ['Yes', 'No'] as const

/** Reads the words of one column's cells off many rows; a value seen before is not written again. */
export function textReader<Row>(column: Column<Row>, locale: string): (row: Row) => string {
  const { format } = column
  if (format) return (row) => format(column.get(row), row)
  if (column.kind === 'text' || column.kind === 'longText') return (row) => String(column.get(row) ?? '')
  const written = new Map<CellValue, string>()
  return (row) => {
    const value = column.get(row)
    const kept = written.get(value)
    if (kept !== undefined) return kept
    const text = plainText(column, value, locale)
    if (written.size < 20_000) written.set(value, text)
    return text
  }
}

/** Decimal text and bigint keep every digit. */
function formatExact(value: string, locale: string): string {
  return numberFormat(locale, { maximumFractionDigits: 20 }).format(value as Intl.StringNumericLiteral).replace(/^-/u, '−')
}

/** The mark of a cell, if it has one. */
export function markOf<Row>(column: Column<Row>, value: CellValue, row: Row): Tone | undefined {
  return column.mark ? column.mark(row) : column.kind === 'status' ? column.choices?.find((choice) => choice.value === value)?.tone : undefined
}

/** Whether the person may change the cell. */
export function mayEdit<Row>(column: Column<Row> | undefined, row: Row): column is Column<Row> {
  return column !== undefined && (typeof column.editable === 'function' ? column.editable(row) : column.editable === true)
}

/** What the editor starts with: plain enough to be read back. */
export function draftOf(value: CellValue, column: { readonly kind: string }, locale: string): string {
  if (value === null) return ''
  if (column.kind === 'yesNo') return yesNoWords[value === true ? 0 : 1]
  if (column.kind !== 'number') return String(value)
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value as number)
}
