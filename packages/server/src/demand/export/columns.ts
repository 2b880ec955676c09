import { formatDecimal, minorDigits, type Currency, type Metric } from '@throughline/engine/kernel'
import type { TableColumn, TableValue } from '@throughline/exchange/table'
import type { CustomField, InitiativeRow } from '@throughline/contract/demand'

/** A column of an export: how it is headed, and what stands in it. The headings are those that an import knows again. */
export type ExportColumn = TableColumn & { value(row: Exported): TableValue }
/** A row of the list, and what was printed where an amount has no figure: a range, a withheld figure, words. */
export type Exported = InitiativeRow & { readonly printed: Readonly<Partial<Record<'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast', string>>> }

/** What an import reads back, in the order of a report; a column that was not asked for is left out. */
export const importable: readonly string[] = ['key', 'name', 'unit', 'category', 'state', 'sponsor', 'rating', 'ratingAsOf', 'startOn', 'endOn', 'cost', 'benefits', 'inYearBaseline', 'inYearForecast', 'ratio']

/** The columns of some fields of a list, in their order; a field that there is not is left out. */
export function exportColumns(keys: readonly string[], { currency, fields }: { readonly currency: Currency; readonly fields: readonly CustomField[] }): readonly ExportColumn[] {
  const own = new Map(fields.map((field) => [`custom:${field.id}`, customColumn(field, currency)]))
  const plain = plainColumns(currency)
  return [...new Set(keys)].flatMap((key) => own.get(key) ?? plain[key] ?? [])
}

/** A column as who may not see amounts gets it: one of amounts says in each of its cells that they are withheld. */
export const withoutAmounts = (column: ExportColumn): ExportColumn => (column.kind === 'money' || column.key === 'ratio' ? { key: column.key, label: column.label, kind: 'text', value: () => 'withheld' } : column)

type Money = { readonly minor: string; readonly currency: string }

function plainColumns(currency: Currency): Readonly<Record<string, ExportColumn>> {
  const text = (key: string, label: string, value: (row: Exported) => TableValue): ExportColumn => ({ key, label, kind: 'text', value })
  const date = (key: 'startOn' | 'endOn' | 'ratingAsOf', label: string): ExportColumn => ({ key, label, kind: 'date', value: (row) => row[key] })
  const money = (key: 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast', label: string): ExportColumn => ({ key, label: `${label} (${currency})`, kind: 'money', sum: true, value: (row) => majorOf(row[key]) ?? row.printed[key] ?? null })
  const number = (key: 'ratio' | 'alignment', label: string): ExportColumn => ({ key, label, kind: 'number', value: (row) => (row[key].status === 'ok' ? row[key].value : null) })
  const columns: readonly ExportColumn[] = [
    text('key', 'Id', ({ key }) => key), text('name', 'Name', ({ name }) => name), text('kind', 'Kind', ({ kind }) => kind), text('state', 'Status', ({ state }) => state), text('unit', 'Department', ({ unit }) => unit),
    text('category', 'Category', ({ category }) => category), text('sponsor', 'Sponsor', ({ sponsor }) => sponsor), text('mandatory', 'Mandatory', ({ mandatory }) => (mandatory ? 'yes' : 'no')),
    text('rating', 'Delivery confidence', ({ rating }) => rating && ratingWords[rating.level]), date('ratingAsOf', 'Rated on'), date('startOn', 'Start date'), date('endOn', 'End date'),
    money('cost', 'Whole-life cost'), money('benefits', 'Benefits'), money('inYearBaseline', 'Budget of the year'), money('inYearForecast', 'Forecast of the year'),
    number('ratio', 'Benefits over cost'), number('alignment', 'Alignment'), { key: 'objectives', label: 'Objectives', kind: 'number', value: ({ objectives }) => objectives }, { key: 'reports', label: 'Publications', kind: 'number', value: ({ reports }) => reports },
    text('flags', 'Odd figures', ({ flags }) => flags.join(', ') || null),
  ]
  return Object.fromEntries(columns.map((column) => [column.key, column]))
}

/** A field of the organisation under its own name, by which an import knows it again. */
function customColumn({ id, name, kind }: CustomField, currency: Currency): ExportColumn {
  const value = ({ custom }: InitiativeRow): string | null => custom[id] ?? null
  const column = { key: `custom:${id}`, label: name, value }
  switch (kind) {
    case 'number':
      return { ...column, kind: 'number' }
    case 'money':
      return { ...column, kind: 'money', sum: true, value: (row) => (value(row) === null ? null : formatDecimal(BigInt(value(row) ?? 0), minorDigits(currency))) }
    case 'date':
      return { ...column, kind: 'date' }
    case 'text':
    case 'choice':
    case 'yes_no':
      return { ...column, kind: 'text' }
  }
}

const ratingWords = { green: 'Green', amber_green: 'Amber/Green', amber: 'Amber', amber_red: 'Amber/Red', red: 'Red' } as const

const majorOf = (metric: Metric<Money>): string | null => (metric.status === 'ok' ? formatDecimal(BigInt(metric.value.minor), minorDigits(metric.value.currency)) : null)
