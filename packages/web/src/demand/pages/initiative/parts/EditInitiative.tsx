import type { InitiativeChange, InitiativeRow, Rating } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { healthOrder, moneyToField, ratingLooks, scaleWords } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog, useMerge, usualWords } from '../../../../wire/index.ts'
import { states, stateWords, type InitiativeState } from '../../../words.ts'

type Metric = InitiativeRow['cost']
export type EditInitiativeProps = { readonly row: InitiativeRow; readonly description: string; readonly units: readonly Unit[]; readonly currency: string; onSave(change: InitiativeChange): Promise<Result<unknown, Problem>>; onClose(): void }

/** Everything that a person may say of an initiative. Only what was changed is sent; what was published stays in the history. */
export function EditInitiative({ row, description, units, currency, onSave, onClose }: EditInitiativeProps) {
  const merge = useMerge<Entries, number>({
    now: { fields: entriesOf(row, description), seen: row.version },
    send: (mine, { fields, seen }) => onSave({ version: seen, ...changesOf(fields, mine, currency), ...(mine.why.trim() ? { why: mine.why } : {}) }),
    label: (field) => labels[field],
    show: (field, value) => shown(field, value, units),
  })
  const first = merge.base.fields
  const [entries, setEntries] = useState(first)
  const set = <Key extends keyof Entries>(key: Key) => (value: Entries[Key]) => setEntries((all) => ({ ...all, [key]: value }))
  const changed = changesOf(first, entries, currency)
  const notYet = entries.name.trim() === '' ? 'It needs a name.' : Object.keys(changed).length === 0 ? 'Nothing is changed yet.' : undefined
  return (
    <FormDialog title="Change the initiative" size="wide" act="Save" notYet={notYet} merge={merge} onSubmit={() => merge.save(entries)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label={labels.name} required maxLength={300} data-focus-first="" value={entries.name} onChange={set('name')} error={fieldError(problem, 'name')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label={labels.state} value={entries.state} options={states.map((state) => ({ value: state, label: stateWords[state] }))} onChange={(state) => set('state')(state as InitiativeState)} />
            <Select label={labels.unitId} value={entries.unitId} options={[{ value: '', label: 'Not said' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]} onChange={set('unitId')} />
            <TextField label={labels.category} maxLength={120} value={entries.category} onChange={set('category')} />
            <TextField label={labels.sponsor} maxLength={200} value={entries.sponsor} onChange={set('sponsor')} />
            <NumberField label={labels.cost} unit={currency} value={entries.cost} onChange={set('cost')} error={fieldError(problem, 'costMinor')} />
            <NumberField label={labels.benefits} unit={currency} value={entries.benefits} onChange={set('benefits')} error={fieldError(problem, 'benefitsMinor')} />
            <TextField label={labels.startOn} type="date" value={entries.startOn} onChange={set('startOn')} error={fieldError(problem, 'startOn')} />
            <TextField label={labels.endOn} type="date" value={entries.endOn} onChange={set('endOn')} error={fieldError(problem, 'endOn')} />
            <Select label={labels.rating} value={entries.rating} options={[{ value: '', label: 'No rating' }, ...ratingOptions]} onChange={set('rating')} />
          </div>
          <Checkbox label={labels.mandatory} hint="Every selection keeps it." checked={entries.mandatory} onChange={set('mandatory')} />
          <TextArea label={labels.description} maxLength={20000} value={entries.description} onChange={set('description')} />
          <TextArea label={labels.why} hint="Kept with the change." rows={2} maxLength={2000} value={entries.why} onChange={set('why')} />
        </>
      )}
    </FormDialog>
  )
}

const labels = {
  name: 'Name', state: 'State', unitId: 'Department', category: 'Category', sponsor: 'Sponsor', cost: 'Whole-life cost', benefits: 'Benefits, whole life', startOn: 'Start', endOn: 'End', rating: 'Delivery confidence',
  mandatory: 'Mandatory work', description: 'Description', why: 'Why',
} as const satisfies Record<keyof Entries, string>

/** An entry in the words of the form. */
function shown(field: keyof Entries, value: unknown, units: readonly Unit[]): string {
  if (field === 'state') return stateWords[value as InitiativeState]
  if (field === 'unitId') return units.find(({ id }) => id === value)?.name ?? 'Not said'
  if (field === 'rating') return ratingOptions.find((option) => option.value === value)?.label ?? 'No rating'
  return usualWords(field, value)
}

const ratingOptions = (['three_point', 'five_point'] as const).flatMap((scale) =>
  healthOrder.filter((level) => level !== 'none' && (scale === 'five_point' || !level.startsWith('amber_'))).map((level) => ({ value: `${scale} ${level}`, label: `${ratingLooks[level].words}, ${scaleWords[scale]}` })),
)

type Entries = {
  readonly name: string; readonly state: InitiativeState; readonly unitId: string; readonly category: string; readonly sponsor: string; readonly cost: string | null; readonly benefits: string | null
  readonly startOn: string; readonly endOn: string; readonly rating: string; readonly mandatory: boolean; readonly description: string; readonly why: string
}

function entriesOf(row: InitiativeRow, description: string): Entries {
  const amount = (metric: Metric): string | null => (metric.status === 'ok' ? moneyToField(metric.value) : null)
  return {
    name: row.name, state: row.state, unitId: row.unitId ?? '', category: row.category ?? '', sponsor: row.sponsor ?? '', cost: amount(row.cost), benefits: amount(row.benefits),
    startOn: row.startOn ?? '', endOn: row.endOn ?? '', rating: row.rating ? `${row.rating.scale} ${row.rating.level}` : '', mandatory: row.mandatory, description, why: '',
  }
}

/** Only the fields that differ from what was there. */
export function changesOf(before: Entries, after: Entries, currency: string): Omit<InitiativeChange, 'version'> {
  const differs = (key: keyof Entries): boolean => before[key] !== after[key]
  const text = (value: string): string | null => value.trim() || null
  const minor = (value: string | null): string | null => (value === null ? null : (parseDecimal(value, minorDigits(currency))?.toString() ?? null))
  return {
    ...(differs('name') ? { name: after.name.trim() } : {}),
    ...(differs('state') ? { state: after.state } : {}),
    ...(differs('unitId') ? { unitId: text(after.unitId) } : {}),
    ...(differs('category') ? { category: text(after.category) } : {}),
    ...(differs('sponsor') ? { sponsor: text(after.sponsor) } : {}),
    ...(differs('cost') ? { costMinor: minor(after.cost) } : {}),
    ...(differs('benefits') ? { benefitsMinor: minor(after.benefits) } : {}),
    ...(differs('startOn') ? { startOn: text(after.startOn) } : {}),
    ...(differs('endOn') ? { endOn: text(after.endOn) } : {}),
    ...(differs('rating') ? { rating: ratingOf(after.rating) } : {}),
    ...(differs('mandatory') ? { mandatory: after.mandatory } : {}),
    ...(differs('description') ? { description: after.description } : {}),
  }
}

function ratingOf(value: string): Rating | null {
  const [scale, level] = value.split(' ')
  return scale && level ? { scale: scale as Rating['scale'], level: level as Rating['level'] } : null
}
