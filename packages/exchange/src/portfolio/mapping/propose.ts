import type { Cell, Sheet } from '../../sheet/index.ts'
import { readAmount } from '../cells/amount.ts'
import type { AmountScale, ColumnMapping, Mapping } from '../draft.ts'
import { fieldOf } from '../fields.ts'
import { isFieldKey, isYearKey, type Target } from '../target.ts'
import { kindOfColumn, withColumnFacts } from './columns.ts'
import { findHeader } from './header.ts'
import { assign, matchColumn, threshold, type Match } from './match.ts'
import { pairedColumns, pairedTarget } from './pairs.ts'
import { profileColumn } from './profile.ts'
import { rememberedMapping, type MappingMemory, type RememberedColumn } from './remembered.ts'
import { columnCells, tableOf } from './table.ts'
import { scaleFromProse } from './unit.ts'
import { yearOfHeading } from './year.ts'
import { yearlyColumns } from './yearly.ts'

/** How the sheet might be read: which way it lies, where its headings stand and what each column is. What is remembered of a heading goes before what it looks like. */
export function proposeMapping(sheet: Sheet, memory: MappingMemory = {}): Mapping {
  const { orientation, headerLine, headerLines } = findHeader(sheet)
  const table = tableOf(sheet, orientation, headerLine, headerLines)
  const cells = table.headings.map((_, index) => columnCells(table, index + 1))
  const profiles = cells.map(profileColumn)
  const matches = table.headings.map((heading, index) => (heading === '' ? [] : matchColumn(heading, profiles[index] ?? profileColumn([]))))
  const paired = pairedColumns(table.headings)
  const yearly = yearlyColumns(table.headings, profiles, matches)
  const remembered = rememberedMapping(table.headings, memory)
  const settled = new Set([...paired, ...yearly, ...remembered].map(({ column }) => column))
  const taken = new Set(remembered.flatMap(({ field }) => field ?? []))
  const chosen = assign(matches.map((found, index) => (settled.has(index + 1) ? [] : found.filter(({ field }) => !taken.has(field)))))
  const columns = table.headings.map((header, index): ColumnMapping => {
    const column = index + 1
    const found = matches[index] ?? []
    const base = { column, header, alternatives: found.filter(({ field }) => field !== chosen[index]?.field).slice(0, 3).map(({ field, confidence }) => ({ field, confidence })) }
    const known = remembered.find((one) => one.column === column)
    if (known) return fromMemory(base, known)
    const year = yearly.find((one) => one.column === column)
    if (year) return { ...base, field: year.field, year: year.year, confidence: year.confidence, because: 'heading', reason: `the heading names the year ${year.year.label}` }
    const pair = paired.find((one) => one.column === column)
    const target = pair && pairedTarget(pair, paired, matchColumn(pair.rest, profiles[index] ?? profileColumn([])))
    if (pair && target?.field !== undefined) return { ...base, ...target, position: pair.position, because: 'heading', reason: `the heading names the ${pair.position} of two positions` }
    const match = chosen[index]
    return { ...base, field: match?.field, confidence: match?.confidence ?? 0, ...reasonOf(match), ...(match?.bound ? { bound: match.bound } : {}) }
  })
  const facts = withColumnFacts(columns, (column) => cells[column.column - 1] ?? [], profiles)
  return { orientation, headerLine, ...(headerLines === undefined ? {} : { headerLines }), columns: withScaleFromProse(cells, facts) }
}

/** How much a sheet looks like a portfolio: the sum of confidence of the fields that its headings name. */
export const portfolioLikeness = (sheet: Sheet): number => findHeader(sheet).score

function fromMemory(base: Pick<ColumnMapping, 'column' | 'header' | 'alternatives'>, { field, choice }: RememberedColumn): ColumnMapping {
  const year = field !== undefined && isYearKey(field) ? yearOfHeading(base.header) : undefined
  return {
    ...base, field: field !== undefined && isYearKey(field) && !year ? undefined : field, confidence: field === undefined ? 0 : 1, because: 'remembered', reason: field === undefined ? 'it was left out the last time' : 'it was read so the last time',
    ...(year ? { year } : {}),
    ...(choice.scale === undefined ? {} : { scale: choice.scale, scaleFrom: 'person' as const }),
    ...(choice.currency === undefined ? {} : { currency: choice.currency }),
    ...(choice.dayOrder === undefined ? {} : { dayOrder: { order: choice.dayOrder, confidence: 1, because: 'it was read so the last time' } }),
    ...(field?.startsWith('custom:') ? { keepAs: { field: field as `custom:${string}`, kind: choice.kind ?? 'text' } } : {}),
  }
}

function reasonOf(match: Match | undefined): Pick<ColumnMapping, 'because' | 'reason'> {
  if (!match) return { because: 'nothing', reason: 'no field has such a heading' }
  const { label } = fieldOf(match.field)
  return match.confidence >= 0.99 ? { because: 'heading', reason: `the heading says '${label}'` } : { because: 'likeness', reason: `heading and cells are like '${label}'` }
}

/** The mapping with one column read as another field, or not read; the column that had the field gives it up. */
export function remap(mapping: Mapping, column: number, field: Target | undefined, scale?: AmountScale): Mapping {
  const columns = mapping.columns.map((old): ColumnMapping => {
    if (old.column === column) return { ...old, bound: undefined, position: undefined, field, confidence: field ? 1 : 0, because: 'person', reason: field ? 'you chose it' : 'you left it out', ...(scale === undefined ? {} : { scale, scaleFrom: 'person' }) }
    return field !== undefined && old.field === field && old.bound === undefined ? { ...old, field: undefined, confidence: 0, because: 'person', reason: 'its field was given to another column' } : old
  })
  return { ...mapping, columns }
}

/** Fills in the scale of amounts that no heading and no cell gives, from the prose of the file; see `scaleFromProse`. */
function withScaleFromProse(cells: readonly (readonly Cell[])[], columns: readonly ColumnMapping[]): readonly ColumnMapping[] {
  const cellsOf = (column: ColumnMapping): readonly Cell[] => cells[column.column - 1] ?? []
  const isOpen = (column: ColumnMapping): boolean => kindOfColumn(column) === 'money' && column.scale === undefined && column.confidence >= threshold
  const open = columns.filter(isOpen)
  if (open.length === 0) return columns
  const amounts = open.flatMap((column) => cellsOf(column).flatMap((cell) => readAmount(cell.text) ?? []))
  if (amounts.some((amount) => amount.scale !== undefined)) return columns
  const prose = columns.filter(({ field }) => field !== undefined && isFieldKey(field) && fieldOf(field).kind === 'narrative')
  const scale = scaleFromProse(amounts.map((amount) => amount.decimal), prose.flatMap((column) => cellsOf(column).map((cell) => cell.text)))
  return scale === undefined ? columns : columns.map((column) => (isOpen(column) ? { ...column, scale, scaleFrom: 'prose' } : column))
}
