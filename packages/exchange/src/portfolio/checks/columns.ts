import { shorten, type Issue, type Place } from '../../sheet/index.ts'
import { currencyOf, readAmount } from '../cells/amount.ts'
import { dayOrder, isNumericDay } from '../cells/day.ts'
import { isUndecided } from '../cells/marks.ts'
import type { ColumnMapping, Mapping, ReadPortfolioOptions } from '../draft.ts'
import { fieldOf } from '../fields.ts'
import { isFieldKey } from '../target.ts'
import { kindOfColumn } from '../mapping/columns.ts'
import { columnCells, type Table } from '../mapping/table.ts'

/** What is to be said about columns: not read, matched with doubt, without a unit, in another currency, with dates that read both ways. */
export function columnIssues(table: Table, mapping: Mapping, options: ReadPortfolioOptions): readonly Issue[] {
  return mapping.columns.flatMap((column) => {
    const cells = columnCells(table, column.column)
    const texts = cells.map((cell) => cell.text.trim()).filter((text) => text !== '')
    if (texts.length === 0) return []
    const place = table.place(table.headerLine, column.column)
    return column.field === undefined ? unread(column, place, texts) : [...uncertain(column, place), ...unitIssues(column, place, texts, cells.flatMap((cell) => (cell.currency === undefined ? [] : (currencyOf(cell.currency) ?? []))), options), ...markIssues(column, place, texts), ...dayIssues(column, place, texts)]
  })
}

function unread(column: ColumnMapping, place: Place, texts: readonly string[]): readonly Issue[] {
  if (column.header === '') return [{ code: 'NO_HEADER', severity: 'warning', place, found: `${texts.length} values, the first '${shorten(texts[0] ?? '', 40)}'`, expected: 'a heading' }]
  const [likely] = column.alternatives
  const hint = likely ? `The nearest field is '${fieldOf(likely.field).label}'` : undefined
  return [{ code: 'UNMAPPED_COLUMN', severity: 'note', place, found: column.header, expected: 'a heading that names a field', hint }]
}

function uncertain(column: ColumnMapping, place: Place): readonly Issue[] {
  if (column.confidence >= 0.8 || column.field === undefined) return []
  const found = `read as '${isFieldKey(column.field) ? fieldOf(column.field).label : column.field}' with confidence ${column.confidence}`
  return [{ code: 'UNCERTAIN_COLUMN', severity: 'warning', place, found, expected: 'your confirmation' }]
}

function unitIssues(column: ColumnMapping, place: Place, texts: readonly string[], formatted: readonly string[], options: ReadPortfolioOptions): readonly Issue[] {
  if (kindOfColumn(column) !== 'money') return []
  const amounts = texts.flatMap((text) => readAmount(text) ?? [])
  const issues: Issue[] = []
  const other = [column.currency, ...amounts.map((amount) => amount.currency), ...formatted].find((currency) => currency !== undefined && currency !== options.currency)
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
  if (kindOfColumn(column) !== 'date') return []
  const example = texts.find(isNumericDay)
  const choice = column.dayOrder
  if (example === undefined || dayOrder(texts) !== undefined || choice?.confidence === 1) return []
  const first = choice?.order === 'mdy' ? 'month' : 'day'
  if (choice && choice.confidence > 0.5) return [{ code: 'AMBIGUOUS_DATE', severity: 'note', place, found: example, expected: 'dates whose day and month cannot be exchanged', hint: `Read with the ${first} first: ${choice.because}` }]
  return [{ code: 'AMBIGUOUS_DATE', severity: 'warning', place, found: example, expected: 'dates whose day and month cannot be exchanged', hint: `Read with the ${first} first` }]
}

/** Amounts such as 1.234, where nothing in the column says whether the point is a decimal mark. */
function markIssues(column: ColumnMapping, place: Place, texts: readonly string[]): readonly Issue[] {
  if (kindOfColumn(column) !== 'money' || column.decimalMark !== undefined) return []
  const open = texts.filter(isUndecided)
  const [example] = open
  if (example === undefined || open.length < 2 || texts.some((text) => text.includes('.') && !isUndecided(text))) return []
  return [{ code: 'AMBIGUOUS_AMOUNT', severity: 'warning', place, found: example, expected: 'amounts whose point cannot be taken for a thousands mark', hint: 'Read with the point as decimal mark' }]
}
