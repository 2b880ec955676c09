import type { ScenarioRows } from '@throughline/contract/portfolio'
import { useState } from 'react'
import { states, stateWords } from '../../../../demand/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { minorOfMillions } from '../row-columns.ts'
import type { OverlayActs } from './overlay-acts.ts'

/** An initiative that is in the scenario alone until it is approved. */
export function AddInitiative({ read, onAdd, onClose }: { readonly read: ScenarioRows; readonly onAdd: OverlayActs['onAdd']; onClose(): void }) {
  const [name, setName] = useState('')
  const [state, setState] = useState<string>('approved')
  const [unit, setUnit] = useState('')
  const [[start, end], setDates] = useState<readonly [string, string]>(['', ''])
  const [cost, setCost] = useState<string | null>(null)
  const [benefits, setBenefits] = useState<string | null>(null)
  return (
    <FormDialog title="Add an initiative to the scenario" subtitle="It is added to the plan when the scenario is approved." act="Add" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onAdd('initiative', { name: name.trim(), state, unitId: unit === '' ? null : unit, startOn: start === '' ? null : start, endOn: end === '' ? null : end, costMinor: cost === null ? null : minorOfMillions(cost, read.currency), benefitsMinor: benefits === null ? null : minorOfMillions(benefits, read.currency) })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={300} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Select label="State" options={states.map((value) => ({ value, label: stateWords[value] }))} value={state} onChange={setState} />
          <Select label="Department" options={[{ value: '', label: 'None' }, ...read.units.map(({ id, name: label }) => ({ value: id, label }))]} value={unit} onChange={setUnit} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Start" type="date" value={start} onChange={(next) => setDates([next, end])} />
            <TextField label="End" type="date" value={end} onChange={(next) => setDates([start, next])} />
            <NumberField label="Cost" unit={`${read.currency} m`} value={cost} onChange={setCost} />
            <NumberField label="Benefits" unit={`${read.currency} m`} value={benefits} onChange={setBenefits} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
