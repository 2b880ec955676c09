import type { InitiativeRow } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import { minorDigits, type Metric } from '@throughline/engine/kernel'
import { flagWords, kindWords, states, stateWords } from '../../../demand/index.ts'
import { absenceCell, healthOrder, ratingLooks, ratingMove, ratingWords, scaleWords, type Format } from '../../../format/index.ts'
import type { CellValue, Column } from '../../../ui/grid/index.ts'

type Money = { readonly minor: string; readonly currency: string }
type MoneyField = 'cost' | 'benefits' | 'inYearBaseline' | 'inYearForecast'

export type ColumnsContext = { readonly units: readonly Unit[]; readonly currency: string; readonly format: Format; readonly canEdit: boolean }

/** Every column of the grid of initiatives. Amounts are in millions, so that a column of them can be read down. */
export function initiativeColumns({ units, currency, format, canEdit }: ColumnsContext): readonly Column<InitiativeRow>[] {
  const editable = canEdit
  const money = (key: MoneyField, label: string, more: Partial<Column<InitiativeRow>> = {}) => moneyColumn({ key, label: `${label}, ${currency} m`, currency, format }, more)
  return [
    { key: 'key', label: 'Key', kind: 'text', width: 110, get: ({ key }) => key },
    { key: 'name', label: 'Initiative', kind: 'text', width: 300, strong: true, editable, get: ({ name }) => name },
    { key: 'rating', label: 'Delivery confidence', kind: 'status', width: 150, editable, get: ({ rating }) => rating?.level ?? null, absent: () => 'No rating was given', choices: ratingChoices, note: 'On the scale on which it was given; the two scales are never converted', format: (_, { rating }) => ratingWords(rating), mark: ({ rating }) => ratingLooks[rating?.level ?? 'none'].tone },
    { key: 'unit', label: 'Department', kind: 'choice', width: 130, editable, get: ({ unitId }) => unitId, format: (_, { unit }) => unit ?? '', absent: () => 'No department was given', choices: units.map(({ id, name }) => ({ value: id, label: name })) },
    money('cost', 'Cost', { editable }),
    money('benefits', 'Benefits', { editable }),
    { key: 'ratio', label: 'Benefit-cost ratio', kind: 'number', width: 130, get: ({ ratio }) => valueOf(ratio), format: (value) => (typeof value === 'number' ? format.ratio(value) : ''), absent: ({ ratio }) => absenceCell(ratio), note: 'Benefits over whole-life cost, as given and not discounted' },
    { key: 'alignment', label: 'Alignment', kind: 'number', width: 100, get: ({ alignment }) => valueOf(alignment), format: (value) => (typeof value === 'number' ? format.signed(value, 3) : ''), absent: ({ alignment }) => absenceCell(alignment), note: 'Weighted contribution to the objectives, −1 to 1' },
    { key: 'objectives', label: 'Objectives', kind: 'number', width: 100, get: ({ objectives }) => objectives, note: 'How many objectives it is linked to' },
    { key: 'endOn', label: 'End', kind: 'date', width: 110, editable, get: ({ endOn }) => endOn, absent: () => 'No end was given' },
    { key: 'category', label: 'Category', kind: 'text', width: 190, editable, get: ({ category }) => category, absent: () => 'No category was given' },
    { key: 'state', label: 'State', kind: 'choice', width: 110, editable, get: ({ state }) => state, choices: states.map((state) => ({ value: state, label: stateWords[state] })) },
    { key: 'startOn', label: 'Start', kind: 'date', width: 110, editable, get: ({ startOn }) => startOn, absent: () => 'No start was given' },
    { key: 'sponsor', label: 'Sponsor', kind: 'text', width: 150, editable, get: ({ sponsor }) => sponsor, absent: () => 'No sponsor was given' },
    { key: 'flags', label: 'Odd figures', kind: 'text', width: 160, get: ({ flags }) => (flags.length > 0 ? flags.map((flag) => flagWords[flag].name).join(', ') : null), absent: () => 'Nothing odd was found' },
    money('inYearBaseline', 'Budget of the year', { hidden: true }),
    money('inYearForecast', 'Forecast of the year', { hidden: true }),
    { key: 'moved', label: 'Rating moved', kind: 'choice', width: 130, hidden: true, get: (row) => ratingMove(row.previousRating, row.rating) ?? null, absent: () => 'There is no earlier rating on the same scale', choices: [{ value: 'worse', label: 'Worse' }, { value: 'same', label: 'Same' }, { value: 'better', label: 'Better' }] },
    { key: 'scale', label: 'Rating scale', kind: 'text', width: 150, hidden: true, get: ({ rating }) => (rating ? scaleWords[rating.scale] : null), absent: () => 'No rating was given' },
    { key: 'kind', label: 'Kind', kind: 'choice', width: 120, hidden: true, get: ({ kind }) => kind, choices: Object.entries(kindWords).map(([value, label]) => ({ value, label })) },
    { key: 'mandatory', label: 'Mandatory', kind: 'choice', width: 100, hidden: true, editable, get: ({ mandatory }) => (mandatory ? 'yes' : 'no'), choices: [{ value: 'yes', label: 'Mandatory' }, { value: 'no', label: 'Optional' }] },
    { key: 'reports', label: 'Publications', kind: 'number', width: 110, hidden: true, get: ({ reports }) => reports },
  ]
}

const ratingChoices = healthOrder.filter((level) => level !== 'none').map((level) => ({ value: level, label: ratingLooks[level].words, tone: ratingLooks[level].tone }))

/** Amounts in millions of the currency; a group shows the sum of those that have a figure. */
function moneyColumn({ key, label, currency, format }: { readonly key: MoneyField; readonly label: string; readonly currency: string; readonly format: Format }, more: Partial<Column<InitiativeRow>>): Column<InitiativeRow> {
  return {
    key,
    label,
    kind: 'number',
    width: 130,
    get: (row) => millionsOf(row[key], currency),
    format: (value) => (typeof value === 'number' ? format.number(value, 1) : String(value ?? '')),
    absent: (row) => absenceCell(row[key]),
    total: (rows) => {
      const amounts = rows.flatMap((row) => millionsOf(row[key], currency) ?? [])
      return amounts.length === 0 ? '' : format.number(amounts.reduce((sum, amount) => sum + amount, 0), 1)
    },
    ...more,
  }
}

/** An amount in millions, for showing and sorting; the exact amount stays with the row. */
export const millionsOf = (metric: Metric<Money>, currency: string): number | null => (metric.status === 'ok' ? Number(metric.value.minor) / 10 ** (minorDigits(currency) + 6) : null)

const valueOf = (metric: Metric<number>): CellValue => (metric.status === 'ok' ? metric.value : null)
