import type { ScenarioRows } from '@throughline/contract/portfolio'
import { pairId } from '@throughline/engine/portfolio'
import { useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { OverlayActs } from './overlay-acts.ts'

const choicesOf = (read: ScenarioRows, taken: readonly string[]) => [{ value: '', label: 'Choose…' }, ...read.rows.filter(({ id, standing }) => standing !== 'removed' && !taken.includes(id)).map(({ id, name }) => ({ value: id, label: name }))]

/** One needs another. */
export function AddDependency({ read, onSet, onClose }: { readonly read: ScenarioRows; readonly onSet: OverlayActs['onSet']; onClose(): void }) {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  return (
    <FormDialog title="Add a dependency to the scenario" subtitle="The first needs the second." act="Add" notYet={from && to ? undefined : 'Choose both initiatives.'} onSubmit={() => onSet([{ kind: 'dependency', id: pairId(from, to), field: 'exists', value: true }])} onClose={onClose}>
      <FindSelect label="This initiative" findLabel="Find the first" options={choicesOf(read, [to])} value={from} onChange={setFrom} />
      <FindSelect label="Needs this one" findLabel="Find the second" options={choicesOf(read, [from])} value={to} onChange={setTo} />
    </FormDialog>
  )
}

/** At most one of several. */
export function AddExclusion({ read, onAdd, onClose }: { readonly read: ScenarioRows; readonly onAdd: OverlayActs['onAdd']; onClose(): void }) {
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const names = new Map(read.rows.map((row) => [row.id, row.name]))
  return (
    <FormDialog title="Add an exclusion to the scenario" subtitle="At most one of these can be chosen." act="Add" notYet={name.trim() === '' ? 'Name the group.' : chosen.length < 2 ? 'Choose at least two.' : undefined} onSubmit={() => onAdd('exclusion', { name: name.trim(), initiativeIds: chosen })} onClose={onClose}>
      <TextField label="Name" required hint="What they are alternatives for." maxLength={200} data-focus-first="" value={name} onChange={setName} />
      {chosen.length > 0 && <div className="flex flex-wrap gap-1.5">{chosen.map((id) => <Chip key={id} removeLabel={`Leave out ${names.get(id)}`} onRemove={() => setChosen(chosen.filter((one) => one !== id))}>{names.get(id)}</Chip>)}</div>}
      <FindSelect label="Add to the group" findLabel="Find an initiative" options={choicesOf(read, chosen)} value="" onChange={(id) => id !== '' && setChosen([...chosen, id])} />
    </FormDialog>
  )
}
