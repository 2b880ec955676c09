import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '../../sheet/index.ts'
import type { AmountScale, ColumnMapping, DayOrder, Mapping } from '../draft.ts'
import { fieldOf } from '../fields.ts'
import { customKinds, isFieldKey, isTarget, isYearKey, targetsNamed, type CustomKind, type Target } from '../target.ts'
import { yearOfHeading } from './year.ts'

/** One correction of a column: `field` as a key (`name`, `year:cost`, `custom:Region`), null for not read. */
export type ColumnChoice = {
  readonly column: number
  readonly field: string | null
  readonly scale?: AmountScale
  readonly dayOrder?: DayOrder
  readonly kind?: CustomKind
}

/**
 * The mapping as the user corrected it. A column that had a chosen field gives it up, unless it was chosen too.
 * Refused by name: a column that the sheet does not have, a field that there is not, a year where the heading names none.
 */
export function applyMapping(mapping: Mapping, choices: readonly ColumnChoice[], sheet = ''): Result<Mapping, Refusal> {
  let columns = mapping.columns
  const chosen = new Set(choices.map((choice) => choice.column))
  for (const choice of choices) {
    const old = columns.find((column) => column.column === choice.column)
    if (!old) return refuse({ code: 'MAPPING_DOES_NOT_FIT', sheet, column: choice.column, columns: mapping.columns.length })
    if (choice.field !== null && !isTarget(choice.field)) return refuse({ code: 'UNKNOWN_FIELD', field: choice.field, column: choice.column, header: old.header, fields: targetsNamed })
    if (choice.kind !== undefined && !customKinds.includes(choice.kind)) return refuse({ code: 'UNKNOWN_FIELD', field: String(choice.kind), column: choice.column, header: old.header, fields: customKinds })
    const year = yearOfHeading(old.header)
    if (choice.field !== null && isYearKey(choice.field) && !year) return refuse({ code: 'HEADING_WITHOUT_YEAR', column: choice.column, header: old.header })
    columns = columns.map((column) => (column === old ? correct(old, choice) : gaveUp(column, choice.field, chosen)))
  }
  return ok({ ...mapping, columns })
}

function correct(old: ColumnMapping, choice: ColumnChoice): ColumnMapping {
  const field = (choice.field ?? undefined) as Target | undefined
  const year = field !== undefined && isYearKey(field) ? yearOfHeading(old.header) : undefined
  const kept = { ...old, bound: undefined, position: undefined, year }
  return {
    ...kept, field, confidence: field === undefined ? 0 : 1, because: 'person', reason: field === undefined ? 'you left it out' : 'you chose it',
    ...(choice.scale === undefined ? {} : { scale: choice.scale, scaleFrom: 'person' as const }),
    ...(choice.dayOrder === undefined ? {} : { dayOrder: { order: choice.dayOrder, confidence: 1, because: 'you said so' } }),
    ...(field?.startsWith('custom:') ? { keepAs: { field: field as `custom:${string}`, kind: choice.kind ?? old.keepAs?.kind ?? 'text' } } : {}),
  }
}

function gaveUp(column: ColumnMapping, field: string | null, chosen: ReadonlySet<number>): ColumnMapping {
  if (field === null || column.field !== field || column.bound !== undefined || isYearKey(field) || chosen.has(column.column)) return column
  const label = isFieldKey(field) ? fieldOf(field).label : field
  return { ...column, field: undefined, confidence: 0, because: 'person', reason: `'${label}' was given to another column` }
}
