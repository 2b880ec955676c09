import type { Cell } from '../../sheet/index.ts'
import { dayOrder, isNumericDay } from '../cells/day.ts'
import { decimalMarkOf } from '../cells/marks.ts'
import type { ColumnMapping, DayOrderChoice } from '../draft.ts'
import { fieldOf } from '../fields.ts'
import { customKey, isCustomKey, isFieldKey, isYearKey, type CustomKind } from '../target.ts'
import type { ColumnProfile } from './profile.ts'
import { unitOfHeading } from './unit.ts'

/** What the cells of a column are read as; undefined where it is not read. */
export function kindOfColumn({ field, keepAs }: ColumnMapping): CustomKind | 'percent' | 'rating' | 'tags' | 'narrative' | undefined {
  if (field === undefined) return undefined
  if (isCustomKey(field)) return keepAs?.kind ?? 'text'
  if (isYearKey(field)) return 'money'
  return isFieldKey(field) ? fieldOf(field).kind : undefined
}

/** The columns with what is decided once for all their cells: unit, decimal mark, day order, and how an unread one would be kept. */
export function withColumnFacts(columns: readonly ColumnMapping[], cellsOf: (column: ColumnMapping) => readonly Cell[], profiles: readonly ColumnProfile[]): readonly ColumnMapping[] {
  const known = columns.map((column, index): ColumnMapping => {
    const profile = profiles[index]
    const kept = column.field === undefined && column.header !== '' && profile && profile.filled > 0 ? { keepAs: { field: customKey(column.header), kind: customKindOf(column.header, profile) } } : {}
    const asMoney = kindOfColumn(column) === 'money' || kept.keepAs?.kind === 'money'
    const mark = asMoney ? decimalMarkOf(untyped(cellsOf(column))) : undefined
    return { ...(asMoney ? unitOfHeading(column.header) : {}), ...column, ...kept, ...(mark ? { decimalMark: mark } : {}) }
  })
  return withDayOrders(known, cellsOf)
}

/** The order of day and month, column by column; a column that leaves it open follows the others of the file, else the day comes first. */
function withDayOrders(columns: readonly ColumnMapping[], cellsOf: (column: ColumnMapping) => readonly Cell[]): readonly ColumnMapping[] {
  const dated = new Map(columns.flatMap((column) => {
    if (column.dayOrder || (kindOfColumn(column) !== 'date' && column.keepAs?.kind !== 'date')) return []
    const texts = untyped(cellsOf(column)).filter(isNumericDay)
    return texts.length === 0 ? [] : [[column.column, { texts, own: dayOrder(texts) }] as const]
  }))
  const decided = [...new Set([...dated.values()].flatMap(({ own }) => own ?? []))]
  return columns.map((column) => {
    const found = dated.get(column.column)
    return found ? { ...column, dayOrder: choice(found.own, decided) } : column
  })
}

function choice(own: 'dmy' | 'mdy' | undefined, decided: readonly ('dmy' | 'mdy')[]): DayOrderChoice {
  if (own) return { order: own, confidence: 1, because: 'a date of the column reads in one way only' }
  const [other] = decided
  if (other && decided.length === 1) return { order: other, confidence: 0.8, because: 'the other dates of the file are written so' }
  return { order: 'dmy', confidence: 0.5, because: 'nothing in the file decides; the day is taken first' }
}

const untyped = (cells: readonly Cell[]): readonly string[] => cells.flatMap((cell) => (cell.number === undefined && cell.date === undefined && cell.text !== '' ? [cell.text] : []))

function customKindOf(header: string, profile: ColumnProfile): CustomKind {
  if (profile.given > 0 && profile.yesNo === 1) return 'yes_no'
  if (profile.dates >= 0.8 && profile.amounts < 0.8) return 'date'
  if (profile.amounts >= 0.8 && profile.percents < 0.3) return unitOfHeading(header).currency || unitOfHeading(header).scale || profile.currencies > 0.5 ? 'money' : 'number'
  return 'text'
}
