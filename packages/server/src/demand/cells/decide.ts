import { sourcesOf, type InitiativeRecord } from '../store/initiatives.ts'
import type { CellChange, CellIssue, CustomValues } from '@throughline/contract/demand'
import type { CustomForm } from '@throughline/engine/demand'
import { columnsOf, editable, enteredSources, type Columns, type Given } from '../acts/change-initiative.ts'
import { fieldsOf } from '../imports/apply.ts'
import type { CustomValueChange } from '../fields/store.ts'
import type { Actor } from '../../database/index.ts'
import { readCell, type Known } from './read-cell.ts'

export type NamedForm = CustomForm & { readonly name: string }
/** Everything that decides what becomes of many cells. */
export type Deciding = Omit<Known, 'fields'> & {
  readonly actor: Actor
  readonly now: Date
  readonly fields: ReadonlyMap<string, NamedForm>
  readonly rows: ReadonlyMap<string, InitiativeRecord>
  readonly custom: ReadonlyMap<string, CustomValues>
  /** Who changed a row last, of those whose version has moved. */
  readonly lastBy: ReadonlyMap<string, string>
}
/** What is to be written of one initiative, and what its revision says. */
export type RowWrite = { readonly id: string; readonly columns: Columns & { readonly sources: object; readonly version: number }; readonly custom: readonly CustomValueChange[]; readonly before: object; readonly after: object; readonly cells: number }
export type Decided = { readonly writes: readonly RowWrite[]; readonly issues: readonly CellIssue[] }

/** What becomes of each cell: written, nothing to do for it holds the value already, or refused with its reason. Linear in the cells. */
export function decideCells(changes: readonly CellChange[], deciding: Deciding): Decided {
  const issues: CellIssue[] = []
  const writes: RowWrite[] = []
  for (const [id, cells] of Map.groupBy(changes, ({ id: row }) => row)) {
    const decided = decideRow(id, cells, deciding)
    issues.push(...decided.issues)
    if (decided.write) writes.push(decided.write)
  }
  return { writes, issues }
}

function decideRow(id: string, cells: readonly CellChange[], deciding: Deciding): { readonly write: RowWrite | undefined; readonly issues: readonly CellIssue[] } {
  const { rows, lastBy } = deciding
  const before = rows.get(id)
  const all = (reason: Reason) => ({ write: undefined, issues: cells.map((cell) => issueOf(cell, reason)) })
  if (!before) return all({ code: 'not_found', found: id, expected: 'an initiative of the organisation', message: 'The initiative is not there any more.' })
  const moved = cells.filter(({ version }) => version !== before.version)
  const issues = moved.map((cell) => issueOf(cell, { code: 'version_moved', found: `version ${cell.version}`, expected: `version ${before.version}`, message: `${lastBy.get(id) ?? 'Someone'} changed this row since you saw it.` }))
  const meant = meaningOf(cells.filter(({ version }) => version === before.version), before, deciding)
  const given = withSoundDates(meant.given, before, (field, reason) => issues.push(issueOf({ id, field }, reason)))
  return { write: writeOf(before, given, meant.custom, deciding), issues: [...issues, ...meant.issues] }
}

type Reason = { readonly code: string; readonly found: string; readonly expected: string; readonly message?: string }
const issueOf = ({ id, field }: Pick<CellChange, 'id' | 'field'>, { code, found, expected, message }: Reason): CellIssue => ({ id, field, code, found, expected, message: message ?? `Found ${found}; expected ${expected}.` })

function meaningOf(cells: readonly CellChange[], before: InitiativeRecord, { units, fields }: Deciding) {
  const issues: CellIssue[] = []
  const custom = new Map<string, string | null>()
  const seen = new Set<string>()
  let given: Given = {}
  for (const cell of cells) {
    const read = readCell(cell.field, cell.value, before, { units, fields })
    if (seen.has(cell.field)) issues.push(issueOf(cell, { code: 'cell_twice', found: 'the cell twice', expected: 'one value for each cell' }))
    else if (!read.ok) issues.push(issueOf(cell, read.refusal))
    else if ('given' in read.value) given = { ...given, ...read.value.given }
    else custom.set(read.value.fieldId, read.value.value)
    seen.add(cell.field)
  }
  return { given, custom, issues }
}

/** Dates that would end before they start are taken out again; the rest of the row stands. */
function withSoundDates(given: Given, { start_on, end_on }: InitiativeRecord, tell: (field: 'startOn' | 'endOn', reason: Reason) => void): Given {
  const { startOn, endOn, ...others } = given
  const [start, end] = [startOn === undefined ? start_on : startOn, endOn === undefined ? end_on : endOn]
  if ((startOn === undefined && endOn === undefined) || start === null || end === null || end >= start) return given
  if (startOn !== undefined) tell('startOn', { code: 'end_before_start', found: start, expected: `a start on or before the end ${end}` })
  if (endOn !== undefined) tell('endOn', { code: 'end_before_start', found: end, expected: `an end on or after the start ${start}` })
  return others
}

function writeOf(before: InitiativeRecord, given: Given, custom: ReadonlyMap<string, string | null>, { actor, now, fields, custom: held }: Deciding): RowWrite | undefined {
  const asked = columnsOf(given, now)
  const differs = (column: keyof Columns): boolean => column in asked && asked[column] !== before[column]
  const changed = ratingAlone(editable.filter(differs))
  const fresh = Object.fromEntries(changed.map((column) => [column, asked[column]])) as Partial<Columns>
  const values = held.get(before.id) ?? {}
  const newValues = [...custom].filter(([fieldId, value]) => (values[fieldId] ?? null) !== value)
  if (changed.length + newValues.length === 0) return undefined
  const kept = Object.fromEntries(editable.map((column) => [column, before[column]])) as Columns
  const inWords = (pick: (fieldId: string, value: string | null) => string | null) => Object.fromEntries(newValues.map(([fieldId, value]) => [revisionKey(fields.get(fieldId), fieldId), pick(fieldId, value)]))
  return {
    id: before.id,
    columns: { ...kept, ...fresh, sources: { ...sourcesOf(before.sources), ...enteredSources(changedOf(given, changed), actor, now) }, version: before.version + 1 },
    custom: newValues.map(([fieldId, value]) => ({ initiativeId: before.id, fieldId, value })),
    before: { ...fieldsOf(before, changed), ...inWords((fieldId) => values[fieldId] ?? null) },
    after: { ...fieldsOf({ ...kept, ...fresh }, changed), ...inWords((_, value) => value) },
    cells: cellsOf(changed) + newValues.length,
  }
}

/** The day of a rating is not a change by itself: where the rating stays, so does its day. */
const ratingAlone = (columns: readonly (keyof Columns)[]): readonly (keyof Columns)[] =>
  columns.includes('rating_level') || columns.includes('rating_scale') ? columns : columns.filter((column) => column !== 'rating_as_of')

/** Columns that stand for one cell each: an amount with its reason, a rating with its scale and day. */
const cellsOf = (columns: readonly string[]): number => new Set(columns.map((column) => column.replace(/_(minor|reason|scale|level|as_of)$/, ''))).size

const columnsByField = { unitId: 'unit_id', startOn: 'start_on', endOn: 'end_on', costMinor: 'cost_', benefitsMinor: 'benefits_', rating: 'rating_' } as const satisfies Partial<Record<keyof Given, string>>

/** Of what was given, only what changes anything: the rest keeps its source. */
function changedOf(given: Given, changed: readonly string[]): Given {
  return Object.fromEntries(Object.entries(given).filter(([field]) => {
    const column = columnsByField[field as keyof typeof columnsByField] ?? field
    return changed.some((one) => (column.endsWith('_') ? one.startsWith(column) : one === column))
  }))
}

/** The name of a field as a revision keeps it: readable for ever, and money as minor units. */
export const revisionKey = (field: Pick<NamedForm, 'name' | 'kind'> | undefined, fieldId: string): string => (field ? (field.kind === 'money' ? `${field.name} minor` : field.name) : `custom:${fieldId}`)
