import { readAmount } from '../cells/amount.ts'
import type { AmountScale, ColumnMapping, Mapping } from '../draft.ts'
import { fieldOf, type FieldKey } from '../fields.ts'
import type { Sheet } from '../../sheet/index.ts'
import { assign, matchColumn, matchWords, threshold, type Match } from './match.ts'
import { profileColumn } from './profile.ts'
import { isFieldKey, type Target } from '../target.ts'
import { columnCells, tableOf, type Table } from './table.ts'
import { scaleFromProse, unitOfHeading } from './unit.ts'

/** How the sheet might be read: which way it lies, where its headings stand and which field each column is. */
export function proposeMapping(sheet: Sheet): Mapping {
  const { orientation, headerLine } = findHeader(sheet)
  const table = tableOf(sheet, orientation, headerLine)
  const matches = table.headings.map((heading, index) => (heading === '' ? [] : matchColumn(heading, profileColumn(columnCells(table, index + 1)))))
  const chosen = assign(matches)
  const columns = table.headings.map((header, index): ColumnMapping => {
    const match = chosen[index]
    const alternatives = (matches[index] ?? []).filter((other) => other.field !== match?.field).slice(0, 3)
    const unit = match && fieldOf(match.field).kind === 'money' ? unitOfHeading(header) : {}
    return { column: index + 1, header, field: match?.field, confidence: match?.confidence ?? 0, ...reasonOf(match), ...(match?.bound ? { bound: match.bound } : {}), ...unit, alternatives }
  })
  return { orientation, headerLine, columns: withScaleFromProse(table, columns) }
}

/** The mapping with one column read as another field, or not read; the column that had the field gives it up. */
export function remap(mapping: Mapping, column: number, field: Target | undefined, scale?: AmountScale): Mapping {
  const columns = mapping.columns.map((old): ColumnMapping => {
    if (old.column === column) return { ...old, bound: undefined, field, confidence: field ? 1 : 0, because: 'person', reason: field ? 'you chose it' : 'you left it out', ...(scale === undefined ? {} : { scale, scaleFrom: 'person' }) }
    return field !== undefined && old.field === field && old.bound === undefined ? { ...old, field: undefined, confidence: 0, because: 'person', reason: 'its field was given to another column' } : old
  })
  return { ...mapping, columns }
}

const reasonOf = (match: Match | undefined): Pick<ColumnMapping, 'because' | 'reason'> => {
  if (!match) return { because: 'nothing', reason: 'no field has such a heading' }
  const label = fieldOf(match.field).label
  return match.confidence >= 0.99 ? { because: 'heading', reason: `the heading says '${label}'` } : { because: 'likeness', reason: `heading and cells are like '${label}'` }
}

/** How much a sheet looks like a portfolio: the sum of confidence of the fields that its headings name. */
export const portfolioLikeness = (sheet: Sheet): number => findHeader(sheet).score

type Header = Pick<Mapping, 'orientation' | 'headerLine'> & { readonly score: number }

/** The row among the first 20, or the column among the first 5, whose texts name most fields; the first filled row if none does. */
function findHeader(sheet: Sheet): Header {
  const width = sheet.rows.slice(0, 200).reduce((most, row) => Math.max(most, row.length), 0)
  const lines: readonly Omit<Header, 'score'>[] = [
    ...Array.from({ length: Math.min(20, sheet.rows.length) }, (_, index) => ({ orientation: 'rows' as const, headerLine: index + 1 })),
    ...Array.from({ length: Math.min(5, width) }, (_, index) => ({ orientation: 'columns' as const, headerLine: index + 1 })),
  ]
  const first = Math.max(0, sheet.rows.findIndex((row) => row.filter((cell) => cell.text.trim() !== '').length >= 2))
  const start: Header = { orientation: 'rows', headerLine: first + 1, score: 0 }
  return lines.reduce((best: Header, line) => {
    const score = headerScore(sheet, line)
    return score > best.score ? { ...line, score } : best
  }, start)
}

function headerScore(sheet: Sheet, { orientation, headerLine }: Omit<Header, 'score'>): number {
  const texts = orientation === 'rows' ? (sheet.rows[headerLine - 1] ?? []).map((cell) => cell.text) : sheet.rows.slice(0, 300).map((row) => row[headerLine - 1]?.text ?? '')
  const best = new Map<FieldKey, number>()
  for (const text of texts.slice(0, 300)) {
    const [match] = text.trim() === '' || text.length > 500 ? [] : matchWords(text)
    if (match && match.confidence >= 0.75) best.set(match.field, Math.max(best.get(match.field) ?? 0, match.confidence))
  }
  return best.size < 2 ? 0 : [...best.values()].reduce((sum, confidence) => sum + confidence, 0)
}

/** Fills in the scale of amounts that no heading and no cell gives, from the prose of the file; see `scaleFromProse`. */
function withScaleFromProse(table: Table, columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const isOpen = (column: ColumnMapping): boolean => column.field !== undefined && isFieldKey(column.field) && fieldOf(column.field).kind === 'money' && column.scale === undefined && column.confidence >= threshold
  const open = columns.filter(isOpen)
  if (open.length === 0) return columns
  const amounts = open.flatMap((column) => columnCells(table, column.column).flatMap((cell) => readAmount(cell.text) ?? []))
  if (amounts.some((amount) => amount.scale !== undefined)) return columns
  const prose = columns.filter((column) => column.field !== undefined && isFieldKey(column.field) && fieldOf(column.field).kind === 'narrative')
  const scale = scaleFromProse(amounts.map((amount) => amount.decimal), prose.flatMap((column) => columnCells(table, column.column).map((cell) => cell.text)))
  return scale === undefined ? columns : columns.map((column) => (isOpen(column) ? { ...column, scale, scaleFrom: 'prose' } : column))
}
