import type { CustomField, InitiativeRow } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import { minorDigits, type Metric } from '@throughline/engine/kernel'
import { flagWords, kindWords, states, stateWords } from '../../../demand/index.ts'
import { absenceCell, healthOrder, plainDecimal, ratingLooks, ratingMove, ratingWords, scaleWords, type Format } from '../../../format/index.ts'
import type { CellValue, Column } from '../../../ui/grid/index.ts'
import { customColumn } from '../../parts/custom-column.ts'

type Money = { readonly minor: string; readonly currency: string }
type MoneyField = 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast'

export type ColumnsContext = { readonly units: readonly Unit[]; readonly fields: readonly CustomField[]; readonly currency: string; readonly format: Format; readonly canEdit: boolean }

/** A column of the grid, and how the server knows it. */
export type InitiativeColumn = Column<InitiativeRow> & {
  /** The server sorts, filters and groups by it. */
  readonly listed: boolean
  /** Of an amount: how many digits lie between what is shown and minor units. */
  readonly minorDigits?: number
  /** Writes a sum of it that the server made, as its cells are written; empty where there is none. */
  sumOf?(sum: Metric<Money>): string
}

/** Every column of the grid of initiatives, the organisation's own last. Amounts are in millions, so that a column of them can be read down. */
export function initiativeColumns(context: ColumnsContext): readonly InitiativeColumn[] {
  return [...ownColumns(context).map((column) => ({ ...column, listed: !unlisted.includes(column.key) })), ...context.fields.map((field) => ({ ...customColumn<InitiativeRow>(field, { ...context, canEdit: context.canEdit && mayChange, locked: whyLocked(context.canEdit) }), listed: true }))]
}

/** Rights come with each row: roles may be given in parts of the organisation. */
export const mayChange = ({ may = [] }: InitiativeRow): boolean => may.includes('edit_initiative')
const whyLocked = (canEdit: boolean) => (row: InitiativeRow): string | undefined => (canEdit && !mayChange(row) ? lockedWords : undefined)
export const lockedWords = 'Your role changes other initiatives, not this one'

/** Made in the page from what the list has: not sorted, filtered or exported by themselves. */
const unlisted: readonly string[] = ['moved', 'scale']

function ownColumns({ units, currency, format, canEdit }: ColumnsContext): readonly Omit<InitiativeColumn, 'listed'>[] {
  const editable = canEdit && mayChange
  const locked = whyLocked(canEdit)
  const money = (key: MoneyField, label: string, more: Partial<Column<InitiativeRow>> = {}) => moneyColumn({ key, label: `${label}, ${currency} m`, currency, format }, more)
  return [
    { key: 'key', label: 'Key', kind: 'text', width: 110, get: ({ key }) => key },
    { key: 'name', label: 'Initiative', kind: 'text', width: 300, strong: true, editable, locked, get: ({ name }) => name },
    { key: 'rating', label: 'Delivery confidence', kind: 'status', width: 150, editable, locked, get: ({ rating }) => rating?.level ?? null, absent: () => 'No rating was given', choices: ratingChoices, note: 'On the scale on which it was given; the two scales are never converted', format: (_, { rating }) => ratingWords(rating), mark: ({ rating }) => ratingLooks[rating?.level ?? 'none'].tone },
    { key: 'unit', label: 'Department', kind: 'choice', width: 130, editable, locked, get: ({ unitId }) => unitId, format: (_, { unit }) => unit ?? '', absent: () => 'No department was given', choices: units.map(({ id, name }) => ({ value: id, label: name })) },
    money('cost', 'Cost', { editable, locked }),
    money('benefits', 'Benefits', { editable, locked }),
    { key: 'ratio', label: 'Benefit-cost ratio', kind: 'number', width: 130, get: ({ ratio }) => valueOf(ratio), format: (value) => (typeof value === 'number' ? format.ratio(value) : ''), absent: ({ ratio }) => absenceCell(ratio), note: 'Benefits over whole-life cost, as given and not discounted' },
    { key: 'alignment', label: 'Alignment', kind: 'number', width: 100, get: ({ alignment }) => valueOf(alignment), format: (value) => (typeof value === 'number' ? format.signed(value, 3) : ''), absent: ({ alignment }) => absenceCell(alignment), note: 'Weighted contribution to the objectives, −1 to 1' },
    { key: 'objectives', label: 'Objectives', kind: 'number', width: 100, get: ({ objectives }) => objectives, note: 'How many objectives it is linked to' },
    { key: 'endOn', label: 'End', kind: 'date', width: 110, editable, locked, get: ({ endOn }) => endOn, absent: () => 'No end was given' },
    { key: 'category', label: 'Category', kind: 'text', width: 190, editable, locked, get: ({ category }) => category, absent: () => 'No category was given' },
    { key: 'state', label: 'State', kind: 'choice', width: 110, editable, locked, get: ({ state }) => state, choices: states.map((state) => ({ value: state, label: stateWords[state] })) },
    { key: 'startOn', label: 'Start', kind: 'date', width: 110, editable, locked, get: ({ startOn }) => startOn, absent: () => 'No start was given' },
    { key: 'sponsor', label: 'Sponsor', kind: 'text', width: 150, editable, locked, get: ({ sponsor }) => sponsor, absent: () => 'No sponsor was given' },
    { key: 'flags', label: 'Odd figures', kind: 'text', width: 160, get: ({ flags }) => (flags.length > 0 ? flags.map((flag) => flagWords[flag].name).join(', ') : null), absent: () => 'Nothing odd was found' },
    money('inYearBaseline', 'Budget of the year', { hidden: true }),
    money('inYearForecast', 'Forecast of the year', { hidden: true }),
    { key: 'moved', label: 'Rating moved', kind: 'choice', width: 130, hidden: true, get: (row) => ratingMove(row.previousRating, row.rating) ?? null, absent: () => 'There is no earlier rating on the same scale', choices: [{ value: 'worse', label: 'Worse' }, { value: 'same', label: 'Same' }, { value: 'better', label: 'Better' }] },
    { key: 'scale', label: 'Rating scale', kind: 'text', width: 150, hidden: true, get: ({ rating }) => (rating ? scaleWords[rating.scale] : null), absent: () => 'No rating was given' },
    { key: 'kind', label: 'Kind', kind: 'choice', width: 120, hidden: true, editable, locked, get: ({ kind }) => kind, choices: Object.entries(kindWords).map(([value, label]) => ({ value, label })) },
    { key: 'mandatory', label: 'Mandatory', kind: 'choice', width: 100, hidden: true, editable, locked, get: ({ mandatory }) => (mandatory ? 'yes' : 'no'), choices: [{ value: 'yes', label: 'Mandatory' }, { value: 'no', label: 'Optional' }] },
    { key: 'reports', label: 'Publications', kind: 'number', width: 110, hidden: true, get: ({ reports }) => reports },
  ]
}

const ratingChoices = healthOrder.filter((level) => level !== 'none').map((level) => ({ value: level, label: ratingLooks[level].words, tone: ratingLooks[level].tone }))

/** Amounts in millions of the currency; a group shows the sum of those that have a figure. */
function moneyColumn({ key, label, currency, format }: { readonly key: MoneyField; readonly label: string; readonly currency: string; readonly format: Format }, more: Partial<Column<InitiativeRow>>): Omit<InitiativeColumn, 'listed'> {
  return {
    key,
    label,
    kind: 'number',
    width: 130,
    adds: `${currency} m`,
    minorDigits: minorDigits(currency) + 6,
    get: (row) => exactMillions(row[key], currency),
    format: (value) => (value === null ? '' : format.number(Number(value), 1)),
    absent: (row) => absenceCell(row[key]),
    sumOf: (sum) => {
      const amount = millionsOf(sum, currency)
      return amount === null ? '' : format.number(amount, 1)
    },
    total: (rows) => {
      const amounts = rows.flatMap((row) => millionsOf(row[key], currency) ?? [])
      return amounts.length === 0 ? '' : format.number(amounts.reduce((sum, amount) => sum + amount, 0), 1)
    },
    ...more,
  }
}

/** An amount in millions, for adding up what is shown. */
export const millionsOf = (metric: Metric<Money>, currency: string): number | null => (metric.status === 'ok' ? Number(metric.value.minor) / 10 ** (minorDigits(currency) + 6) : null)

/** The same as decimal text, to the last minor unit: what is written back is what was read. */
const exactMillions = (metric: Metric<Money>, currency: string): string | null => (metric.status === 'ok' ? plainDecimal(BigInt(metric.value.minor), minorDigits(currency) + 6) : null)

const valueOf = (metric: Metric<number>): CellValue => (metric.status === 'ok' ? metric.value : null)
