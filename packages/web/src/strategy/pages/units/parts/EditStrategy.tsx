import type { UnitObjective, UnitStrategy } from '@throughline/contract/strategy'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { Button, IconButton } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { newObjective, parentsFor, servable, soundStrategy, strategyLacks, type NamedThing } from '../edited.ts'
import { weighWords } from '../words.ts'
import { Serving } from './Serving.tsx'

export type EditStrategyProps = {
  readonly begun: UnitStrategy
  readonly known: boolean
  readonly all: readonly UnitStrategy[]
  readonly organisation: readonly { readonly key: string; readonly statement: string }[]
  readonly units: readonly NamedThing[]
  readonly initiatives: InitiativeChoices
  nameOf(initiativeId: string): string
  onSave(strategy: UnitStrategy): Outcome
  onRemove(id: string): Outcome
  onClose(): void
}

/** A strategy of a unit or function in the next version: whose it is, what it stands below, its objectives. */
export function EditStrategy({ begun, known, all, organisation, units, initiatives, nameOf, onSave, onRemove, onClose }: EditStrategyProps) {
  const [given, setGiven] = useState(begun)
  const options = servable(given.parentId, organisation, all)
  const put = (id: string, change: Partial<UnitObjective>): void => setGiven({ ...given, objectives: given.objectives.map((one) => (one.id === id ? { ...one, ...change } : one)) })
  const remove = async () => {
    if ((await onRemove(given.id)).ok) onClose()
  }
  return (
    <FormDialog size="wide" title={known ? `Change ${begun.name}` : 'Add a strategy'} subtitle="Of the next version alone." act="Save" notYet={strategyLacks(given)} onSubmit={() => onSave(soundStrategy(given))} onClose={onClose}>
      <TextField label="Name" maxLength={200} data-focus-first="" value={given.name} onChange={(name) => setGiven({ ...given, name })} />
      <div className="grid gap-3 md:grid-cols-3">
        <Select label="Whose it is" value={given.unitId ?? ''} options={[{ value: '', label: 'A function across units' }, ...units.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(unit) => setGiven({ ...given, unitId: unit === '' ? null : unit, level: unit === '' ? 'functional' : 'unit' })} />
        <Select label="Stands below" value={given.parentId ?? ''} options={[{ value: '', label: 'The organisation’s strategy' }, ...parentsFor(given.id, all).map(({ id, name }) => ({ value: id, label: name }))]} onChange={(parent) => setGiven({ ...given, parentId: parent === '' ? null : parent, objectives: given.objectives.map((one) => ({ ...one, serves: null })) })} />
        <Select label="Weights" value={given.weights} options={(['inherited', 'local'] as const).map((value) => ({ value, label: weighWords[value] }))} onChange={(weights) => setGiven({ ...given, weights: weights === 'local' ? 'local' : 'inherited' })} />
      </div>
      <TextArea label="What it is for" rows={2} maxLength={4000} value={given.intent} onChange={(intent) => setGiven({ ...given, intent })} />
      {given.objectives.map((one, at) => (
        <fieldset key={one.id} className="grid gap-3 border-t border-border pt-3">
          <legend className="visually-hidden">Objective {at + 1}</legend>
          <div className="flex items-end gap-2"><TextField className="grow" label={`Objective ${at + 1}`} maxLength={300} value={one.statement} onChange={(statement) => put(one.id, { statement })} /><IconButton label={`Take out objective ${at + 1}`} icon={<X aria-hidden="true" />} onClick={() => setGiven({ ...given, objectives: given.objectives.filter(({ id }) => id !== one.id) })} /></div>
          <div className="grid gap-3 md:grid-cols-[minmax(0,1fr)_120px_180px]">
            <Select label="Serves" value={one.serves ?? ''} options={options} onChange={(serves) => put(one.id, { serves: serves === '' ? null : serves })} />
            <NumberField label="Points" hint="Only proportions matter" min={0} value={String(Number(one.weight.toFixed(8)))} onChange={(weight) => put(one.id, { weight: Number(weight ?? 0) })} />
            <TextField label="Owner" maxLength={200} value={one.owner ?? ''} onChange={(owner) => put(one.id, { owner: owner.trim() === '' ? null : owner })} />
          </div>
          <Serving contributions={one.contributions} initiatives={initiatives} nameOf={nameOf} onChange={(contributions) => put(one.id, { contributions })} />
        </fieldset>
      ))}
      <div className="flex flex-wrap gap-3"><Button onClick={() => setGiven({ ...given, objectives: [...given.objectives, newObjective(options[1]?.value ?? null)] })}>Add an objective</Button>{known && <Button kind="danger" onClick={() => void remove()}>Take the strategy out</Button>}</div>
    </FormDialog>
  )
}
