import { ok, refuse, isCivilDate } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import { formatDate, formatNumber } from '../format.ts'
import { numberFormat } from '../number-format.ts'
import { readNumber } from '../read-number.ts'
import type { Tone } from '../tone.ts'
import type { CellValue, Column, EntryRefusal } from './column.ts'

/** The words of a cell: as the column formats it, else by kind and locale; empty for no value. */
export function showCell<Row>(column: Column<Row>, value: CellValue, row: Row, locale: string): string {
  if (column.format) return column.format(value, row)
  if (value === null) return ''
  switch (column.kind) {
    case 'text':
    case 'longText':
      return String(value)
    case 'yesNo':
      return value === true ? 'Yes' : 'No'
    case 'number':
      return typeof value === 'number' ? formatNumber(value, locale) : formatBig(String(value), locale)
    case 'date':
      return formatDate(String(value), locale)
    case 'choice':
    case 'status':
      return column.choices?.find((choice) => choice.value === String(value))?.label ?? String(value)
  }
}

/** Decimal text and bigint keep every digit. */
function formatBig(value: string, locale: string): string {
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

/** Reads what was typed or pasted into a cell. Nothing typed means no value. */
export function readCell<Row>(column: Column<Row>, text: string, row: Row, locale: string): Result<CellValue, EntryRefusal> {
  if (column.parse) return column.parse(text, row)
  const entry = text.trim()
  if (entry === '') return ok(null)
  switch (column.kind) {
    case 'text':
    case 'longText':
      return ok(entry)
    case 'yesNo':
      return readYesNo(entry)
    case 'number': {
      const read = readNumber(entry, locale)
      return read.ok ? ok(Number(read.value)) : refuse({ message: read.refusal.message })
    }
    case 'date':
      return readDate(entry)
    case 'choice':
    case 'status': {
      const found = column.choices?.find((choice) => choice.value === entry || choice.label.toLowerCase() === entry.toLowerCase())
      return found ? ok(found.value) : refuse({ message: `“${entry}” is not one of ${(column.choices ?? []).map((choice) => choice.label).join(', ')}.` })
    }
  }
}

/** Yes and no as people and spreadsheets write them. */
function readYesNo(entry: string): Result<CellValue, EntryRefusal> {
  const word = entry.toLowerCase()
  if (['yes', 'y', 'true', '1', 'x'].includes(word)) return ok(true)
  return ['no', 'n', 'false', '0'].includes(word) ? ok(false) : refuse({ message: `“${entry}” is neither yes nor no.` })
}

/** ISO dates, and day.month.year or day/month/year where the day cannot be taken for a month. */
function readDate(entry: string): Result<CellValue, EntryRefusal> {
  if (isCivilDate(entry)) return ok(entry)
  const parts = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/.exec(entry)
  const iso = parts ? `${parts[4]}-${parts[3]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : ''
  const clear = parts?.[2] === '.' || Number(parts?.[1]) > 12 || parts?.[1] === parts?.[3]
  if (isCivilDate(iso) && clear) return ok(iso)
  return refuse({ message: parts && !clear ? `“${entry}” could be two dates. Write it like 2026-11-20.` : `“${entry}” is not a date. Write it like 2026-11-20.` })
}

/** What the editor starts with: plain enough to be read back. */
export function draftOf(value: CellValue, column: { readonly kind: string }, locale: string): string {
  if (value === null) return ''
  if (column.kind !== 'number') return String(value)
  return numberFormat(locale, { useGrouping: false, maximumFractionDigits: 20 }).format(value as number)
}
