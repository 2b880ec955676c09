import { shorten, type Issue, type Place } from '../../sheet/index.ts'
import { readAmount } from '../cells/amount.ts'
import { dayOrder } from '../cells/day.ts'
import type { ColumnMapping, Mapping, ReadPortfolioOptions } from '../draft.ts'
import { fieldOf } from '../fields.ts'
import type { FieldKind } from '../reading.ts'
import { isCustomKey, isFieldKey, isYearKey } from '../target.ts'
import { columnCells, type Table } from '../mapping/table.ts'

/** What is to be said about columns: not read, matched with doubt, without a unit, in another currency, with dates that read both ways. */
export function columnIssues(table: Table, mapping: Mapping, options: ReadPortfolioOptions): readonly Issue[] {
  return mapping.columns.flatMap((column) => {
    const texts = columnCells(table, column.column).map((cell) => cell.text.trim()).filter((text) => text !== '')
    if (texts.length === 0) return []
    const place = table.place(table.headerLine, column.column)
    return column.field === undefined ? unread(column, place, texts) : [...uncertain(column, place), ...unitIssues(column, place, texts, options), ...dayIssues(column, place, texts)]
  })
}

function unread(column: ColumnMapping, place: Place, texts: readonly string[]): readonly Issue[] {
  if (column.header === '') return [{ code: 'NO_HEADER', severity: 'warning', place, found: `${texts.length} values, the first '${shorten(texts[0] ?? '', 40)}'`, expected: 'a heading' }]
  const [likely] = column.alternatives
  const hint = likely ? `The nearest field is '${fieldOf(likely.field).label}'` : undefined
  return [{ code: 'UNMAPPED_COLUMN', severity: 'note', place, found: column.header, expected: 'a heading that names a field', hint }]
}

/** What the cells of a column are; undefined where it is not read. */
function kindOf({ field, keepAs }: ColumnMapping): FieldKind | 'yes_no' | undefined {
  if (field === undefined) return undefined
  if (isCustomKey(field)) return keepAs?.kind ?? 'text'
  return isYearKey(field) ? 'money' : fieldOf(field).kind
}

function uncertain(column: ColumnMapping, place: Place): readonly Issue[] {
  if (column.confidence >= 0.8 || column.field === undefined) return []
  const found = `read as '${isFieldKey(column.field) ? fieldOf(column.field).label : column.field}' with confidence ${column.confidence}`
  return [{ code: 'UNCERTAIN_COLUMN', severity: 'warning', place, found, expected: 'your confirmation' }]
}

function unitIssues(column: ColumnMapping, place: Place, texts: readonly string[], options: ReadPortfolioOptions): readonly Issue[] {
  if (kindOf(column) !== 'money') return []
  const amounts = texts.flatMap((text) => readAmount(text) ?? [])
  const issues: Issue[] = []
  const other = [column.currency, ...amounts.map((amount) => amount.currency)].find((currency) => currency !== undefined && currency !== options.currency)
  if (other) issues.push({ code: 'CURRENCY_DIFFERS', severity: 'warning', place, found: other, expected: options.currency, hint: 'Amounts are kept in their own currency and never added across currencies' })
  if (column.scaleFrom === 'prose') {
    const found = `no unit in heading or cells; read as ${scaleWords[column.scale ?? 0]}, which agrees with the amounts in the file's prose`
    issues.push({ code: 'UNIT_ASSUMED', severity: 'warning', place, found, expected: 'a unit such as £m in the heading', hint: 'Confirm the unit' })
  } else if (column.scale === undefined && amounts.some((amount) => amount.scale === undefined && Number(amount.decimal) !== 0)) {
    issues.push({ code: 'UNIT_ASSUMED', severity: 'note', place, found: 'no unit in the heading; read as whole currency units', expected: 'a unit such as £m in the heading' })
  }
  return issues
}

const scaleWords = { 0: 'whole currency units', 3: 'thousands', 6: 'millions', 9: 'thousand millions' } as const

function dayIssues(column: ColumnMapping, place: Place, texts: readonly string[]): readonly Issue[] {
  if (kindOf(column) !== 'date' || dayOrder(texts) !== undefined) return []
  const example = texts.find((text) => /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(text))
  if (example === undefined) return []
  return [{ code: 'AMBIGUOUS_DATE', severity: 'warning', place, found: example, expected: 'dates whose day and month cannot be exchanged', hint: 'Read with the day first' }]
}
