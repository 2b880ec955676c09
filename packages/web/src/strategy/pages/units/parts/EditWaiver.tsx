import type { AutonomyWaiver } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import type { NamedThing } from '../edited.ts'

type EditWaiverProps = { readonly begun: AutonomyWaiver; readonly known: boolean; readonly units: readonly NamedThing[]; onSave(waiver: AutonomyWaiver): Outcome; onRemove(id: string): Outcome; onClose(): void }

/** Leave for a unit to go its own way, in the next version. */
export function EditWaiver({ begun, known, units, onSave, onRemove, onClose }: EditWaiverProps) {
  const [given, setGiven] = useState(begun)
  const notYet = given.unitId === '' ? 'Say which unit.' : given.reason.trim() === '' ? 'Say why.' : given.from === '' || given.to === '' ? 'Say from when until when.' : given.to <= given.from ? 'It ends after it begins.' : undefined
  const remove = async () => {
    if ((await onRemove(given.id)).ok) onClose()
  }
  return (
    <FormDialog title={known ? 'Change the leave' : 'Give leave'} subtitle="Of the next version alone." act="Save" notYet={notYet} onSubmit={() => onSave({ ...given, reason: given.reason.trim() })} onClose={onClose}>
      <Select label="Unit" value={given.unitId} placeholder="Choose a unit" options={units.map(({ id, name }) => ({ value: id, label: name }))} onChange={(unitId) => setGiven({ ...given, unitId })} />
      <TextArea label="Why" rows={2} maxLength={2000} data-focus-first="" value={given.reason} onChange={(reason) => setGiven({ ...given, reason })} />
      <TextArea label="What it must keep" rows={2} maxLength={2000} value={given.guardrails} onChange={(guardrails) => setGiven({ ...given, guardrails })} />
      <div className="grid gap-3 md:grid-cols-2"><TextField label="From" type="date" value={given.from} onChange={(from) => setGiven({ ...given, from })} /><TextField label="Until, that day not included" type="date" value={given.to} onChange={(to) => setGiven({ ...given, to })} /></div>
      {known && <div><Button kind="danger" onClick={() => void remove()}>Take it back</Button></div>}
    </FormDialog>
  )
}
