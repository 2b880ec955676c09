import type { Perspective, Strategy } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError, useMerge } from '../../../../wire/index.ts'
import type { StrategyActs } from '../../../acts.ts'

/** Name, mission and vision. */
export function EditStrategy({ strategy, acts, onClose }: { readonly strategy: Strategy; readonly acts: StrategyActs; onClose(): void }) {
  const merge = useMerge({
    now: { fields: { name: strategy.name, mission: strategy.mission, vision: strategy.vision }, seen: strategy.version },
    send: (mine, { seen }) => acts.changeStrategy({ ...strategy, version: seen }, mine),
    label: (field) => ({ name: 'Name', mission: 'Mission', vision: 'Vision' })[field],
  })
  const [entered, setEntered] = useState(merge.base.fields)
  const set = (field: keyof typeof entered) => (value: string) => setEntered((all) => ({ ...all, [field]: value }))
  return (
    <FormDialog title="The strategy" act="Save" merge={merge} onSubmit={() => merge.save(entered)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={200} data-focus-first="" value={entered.name} onChange={set('name')} error={fieldError(problem, 'name')} />
          <TextArea label="Mission" rows={3} value={entered.mission} onChange={set('mission')} />
          <TextArea label="Vision" rows={3} value={entered.vision} onChange={set('vision')} />
        </>
      )}
    </FormDialog>
  )
}

/** A perspective: its name and place; new where none is given. It can only go once it is empty. */
export function EditPerspective({ perspective, count, acts, onClose }: { readonly perspective: Perspective | undefined; readonly count: number; readonly acts: StrategyActs; onClose(): void }) {
  const merge = useMerge({
    now: { fields: { name: perspective?.name ?? '' }, seen: perspective?.version ?? 0 },
    send: (mine, { seen }) => (perspective ? acts.changePerspective({ ...perspective, version: seen }, mine) : acts.createPerspective(mine.name)),
    label: () => 'Name',
  })
  const [name, setName] = useState(merge.base.fields.name)
  const [removing, setRemoving] = useState(false)
  if (perspective && removing)
    return (
      <FormDialog title={`Remove ${perspective.name}?`} act="Remove perspective" tone="danger" onSubmit={() => acts.removePerspective(perspective)} onClose={onClose}>
        <p>Only a perspective without objectives can be removed.</p>
      </FormDialog>
    )
  const move = (by: number) => async () => {
    if (perspective && (await acts.changePerspective(perspective, { order: perspective.order + by })).ok) onClose()
  }
  return (
    <FormDialog title={perspective ? 'Perspective' : 'Add a perspective'} act={perspective ? 'Save' : 'Add perspective'} merge={merge} onSubmit={() => merge.save({ name })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={80} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          {perspective && (
            <div className="flex flex-wrap gap-2">
              <Button disabled={perspective.order === 0} onClick={() => void move(-1)()}>Move up</Button>
              <Button disabled={perspective.order >= count - 1} onClick={() => void move(1)()}>Move down</Button>
              <Button kind="danger" className="ml-auto" onClick={() => setRemoving(true)}>Remove</Button>
            </div>
          )}
        </>
      )}
    </FormDialog>
  )
}
