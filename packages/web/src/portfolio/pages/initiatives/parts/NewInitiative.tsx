import type { InitiativeRow } from '@throughline/contract/demand'
import type { Unit } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import { minorDigits, parseDecimal, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'

export type Entered = { readonly name: string; readonly unitId: string | null; readonly costMinor: string | null; readonly benefitsMinor: string | null; readonly startOn: string | null; readonly endOn: string | null }
export type NewInitiativeProps = { readonly units: readonly Unit[]; readonly currency: string; onAdd(entered: Entered): Promise<Result<InitiativeRow, Problem>>; onClose(): void }

/** A new initiative: its name now, the rest when it is known. */
export function NewInitiative({ units, currency, onAdd, onClose }: NewInitiativeProps) {
  const [name, setName] = useState('')
  const [unitId, setUnit] = useState('')
  const [cost, setCost] = useState<string | null>(null)
  const [benefits, setBenefits] = useState<string | null>(null)
  const [startOn, setStart] = useState('')
  const [endOn, setEnd] = useState('')
  const minor = (text: string | null): string | null => (text === null ? null : (parseDecimal(text, minorDigits(currency))?.toString() ?? null))
  const send = () => onAdd({ name: name.trim(), unitId: unitId || null, costMinor: minor(cost), benefitsMinor: minor(benefits), startOn: startOn || null, endOn: endOn || null })
  return (
    <FormDialog title="Add an initiative" subtitle="Only the name is needed. A figure that is not known yet stays empty: it is never taken as zero." act="Add initiative" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={send} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={300} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <Select label="Department" value={unitId} options={[{ value: '', label: 'Not said' }, ...units.map((unit) => ({ value: unit.id, label: unit.name }))]} onChange={setUnit} />
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Whole-life cost" unit={currency} value={cost} onChange={setCost} error={fieldError(problem, 'costMinor')} />
            <NumberField label="Benefits, whole life" unit={currency} value={benefits} onChange={setBenefits} error={fieldError(problem, 'benefitsMinor')} />
            <TextField label="Start" type="date" value={startOn} onChange={setStart} error={fieldError(problem, 'startOn')} />
            <TextField label="End" type="date" value={endOn} onChange={setEnd} error={fieldError(problem, 'endOn')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}
