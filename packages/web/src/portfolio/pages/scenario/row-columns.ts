import type { CustomField } from '@throughline/contract/demand'
import type { ScenarioRow, ScenarioRows } from '@throughline/contract/portfolio'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { customFieldId, type FieldValue } from '@throughline/engine/portfolio'
import { kindWords, states, stateWords } from '../../../demand/index.ts'
import { plainDecimal, type Format } from '../../../format/index.ts'
import type { CellValue, Column } from '../../../ui/grid/index.ts'
import { customColumn } from '../../parts/custom-column.ts'

type Context = { readonly units: ScenarioRows['units']; readonly fields: readonly CustomField[]; readonly currency: string; readonly format: Format; readonly canEdit: boolean }

const standings = [{ value: 'same', label: 'As in the plan' }, { value: 'changed', label: 'Changed', tone: 'warn' }, { value: 'added', label: 'Added', tone: 'done' }, { value: 'removed', label: 'Taken out', tone: 'bad' }] as const

/** Columns of the grid of a scenario. Amounts are in millions and exact to the last minor unit. */
export function rowColumns({ units, fields, currency, format, canEdit }: Context): readonly Column<ScenarioRow>[] {
  const editable = canEdit && (({ standing }: ScenarioRow) => standing !== 'removed')
  const money = (key: 'costMinor' | 'benefitsMinor', label: string): Column<ScenarioRow> => ({
    key, label: `${label}, ${currency} m`, kind: 'number', width: 130, editable, adds: `${currency} m`, get: (row) => inMillions(row[key], currency), format: (value) => (value === null ? '' : format.number(Number(value), 1)), absent: () => `No ${label.toLowerCase()} is given`,
  })
  return [
    { key: 'name', label: 'Initiative', kind: 'text', width: 280, strong: true, editable, get: ({ name }) => name },
    { key: 'standing', label: 'In this scenario', kind: 'status', width: 140, choices: standings, get: ({ standing }) => standing, format: (_, row) => (row.standing === 'changed' ? `Changed: ${row.changed.length}` : (standings.find(({ value }) => value === row.standing)?.label ?? '')) },
    { key: 'state', label: 'State', kind: 'choice', width: 120, editable, get: ({ state }) => state, choices: states.map((value) => ({ value, label: stateWords[value] })) },
    money('costMinor', 'Cost'),
    money('benefitsMinor', 'Benefits'),
    { key: 'startOn', label: 'Start', kind: 'date', width: 110, editable, get: ({ startOn }) => startOn, absent: () => 'No start is given' },
    { key: 'endOn', label: 'End', kind: 'date', width: 110, editable, get: ({ endOn }) => endOn, absent: () => 'No end is given' },
    { key: 'unitId', label: 'Department', kind: 'choice', width: 130, editable, get: ({ unitId }) => unitId, choices: units.map(({ id, name }) => ({ value: id, label: name })), absent: () => 'No department is given' },
    { key: 'category', label: 'Category', kind: 'text', width: 160, editable, get: ({ category }) => category, absent: () => 'No category is given' },
    { key: 'sponsor', label: 'Sponsor', kind: 'text', width: 140, editable, get: ({ sponsor }) => sponsor, absent: () => 'No sponsor is given' },
    { key: 'exists', label: 'In the plan', kind: 'yesNo', width: 100, editable: canEdit, get: ({ standing }) => standing !== 'removed' },
    { key: 'kind', label: 'Kind', kind: 'choice', width: 120, hidden: true, editable, get: ({ kind }) => kind, choices: Object.entries(kindWords).map(([value, label]) => ({ value, label })) },
    { key: 'mandatory', label: 'Mandatory', kind: 'yesNo', width: 100, hidden: true, editable, get: ({ mandatory }) => mandatory },
    { key: 'key', label: 'Key', kind: 'text', width: 110, hidden: true, editable, get: ({ key }) => key },
    { key: 'years', label: 'Years given', kind: 'number', width: 100, hidden: true, get: ({ years }) => years.length, note: 'How many years of cost or benefits somebody gave; the rest is spread by rule' },
    { key: 'description', label: 'Description', kind: 'longText', width: 260, hidden: true, editable, get: ({ description }) => description, absent: () => 'No description is given' },
    ...fields.map((field) => customColumn<ScenarioRow>(field, { currency, format, canEdit: editable })),
  ]
}

/** An amount in millions as minor units; what cannot be read is given back for the server to refuse. */
export const minorOfMillions = (text: string, currency: string): string => parseDecimal(text, minorDigits(currency) + 6)?.toString() ?? text

/** Minor units in millions, exact to the last digit. */
export const inMillions = (minor: string | null, currency: string): string | null => (minor === null ? null : plainDecimal(BigInt(minor), minorDigits(currency) + 6))

/** What a cell says, as the scenario keeps it: amounts from millions to minor units, the organisation's own fields as text. */
export function valueOfCell(column: string, value: CellValue, currency: string, fields: readonly Pick<CustomField, 'id' | 'kind'>[] = []): FieldValue {
  if (value === null || value === '') return null
  const own = customFieldId(column)
  if (own !== undefined) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : fields.find(({ id }) => id === own)?.kind === 'money' ? (parseDecimal(String(value), minorDigits(currency))?.toString() ?? String(value)) : String(value)
  if (column !== 'costMinor' && column !== 'benefitsMinor') return typeof value === 'boolean' ? value : String(value)
  return minorOfMillions(String(value), currency)
}
