import type { Money } from '@throughline/engine/kernel'
import { dateReader, moneyReader, readNumber, readText, readYesNo } from './cells/read.ts'
import type { ColumnMapping, CustomValue, DayOrder, YearLine } from './draft.ts'
import type { Table } from './mapping/table.ts'
import type { Units } from './read-row.ts'
import { isCustomKey, isYearKey, type CustomRead } from './target.ts'

/** Reads what has no field of its own from a line of the table: amounts by year, and columns kept as custom fields. */
export function furtherReader(table: Table, columns: readonly ColumnMapping[], units: Units, orderOf: (column: ColumnMapping) => DayOrder) {
  const yearly = columns.filter((column) => column.field !== undefined && isYearKey(column.field) && column.year !== undefined)
  const kept = columns.flatMap((column) => (column.field !== undefined && isCustomKey(column.field) ? [{ column, field: column.field, read: customReader(column, units, orderOf(column)) }] : []))
  const amounts = yearly.map((column) => moneyReader({ scale: column.scale ?? 0, currency: column.currency ?? units.currency, ...(column.decimalMark ? { decimalMark: column.decimalMark } : {}) }))
  return (line: number): { readonly years: readonly YearLine[]; readonly custom: readonly CustomValue[] } => ({
    years: yearly.flatMap((column, at): readonly YearLine[] => {
      const amount = amounts[at]?.(table.at(line, column.column), table.place(line, column.column))
      if (!column.year || !amount || amount.status === 'blank') return []
      return [{ ...column.year, kind: column.field === 'year:cost' ? 'cost' : 'benefits', amount: amount satisfies YearLine['amount'] }]
    }),
    custom: kept.map(({ column, field, read }) => ({ column: column.column, header: column.header, field, ...read(table, line, column.column) })),
  })
}

function customReader(column: ColumnMapping, { currency, calendar }: Units, order: DayOrder): (table: Table, line: number, at: number) => CustomRead {
  const kind = column.keepAs?.kind ?? 'text'
  const money = moneyReader({ scale: column.scale ?? 0, currency: column.currency ?? currency, ...(column.decimalMark ? { decimalMark: column.decimalMark } : {}) })
  const date = dateReader(order, { calendar })
  return (table, line, at): CustomRead => {
    const [cell, place] = [table.at(line, at), table.place(line, at)]
    switch (kind) {
      case 'text':
        return { kind, reading: readText(cell, place) }
      case 'number':
        return { kind, reading: readNumber(cell, place) }
      case 'date':
        return { kind, reading: date(cell, place) }
      case 'money':
        return { kind, reading: money(cell, place) }
      case 'yes_no':
        return { kind, reading: readYesNo(cell, place) }
    }
  }
}

/** The amount of a line of years; undefined where it gives no single figure. */
export const yearAmount = (line: YearLine): Money | undefined => (line.amount.status === 'value' ? line.amount.value : undefined)
