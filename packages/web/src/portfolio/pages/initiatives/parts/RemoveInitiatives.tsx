import type { InitiativeRow } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'

const SHOWN = 30

/** Removes initiatives that were chosen by name. What was published of them stays in the history. */
export function RemoveInitiatives({ rows, onRemove, onClose }: { readonly rows: readonly InitiativeRow[]; onRemove(row: InitiativeRow): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [sought, setSought] = useState('')
  const [chosen, setChosen] = useState<readonly string[]>([])
  const found = rows.filter(({ id, name, key }) => chosen.includes(id) || `${name} ${key}`.toLowerCase().includes(sought.toLowerCase()))
  const removeAll = async (): Promise<Result<unknown, Problem>> => {
    for (const row of rows.filter(({ id }) => chosen.includes(id))) {
      const removed = await onRemove(row)
      if (!removed.ok) return removed
      setChosen((left) => left.filter((id) => id !== row.id))
    }
    return ok(undefined)
  }
  return (
    <FormDialog title="Remove initiatives" subtitle="What was published of them stays in the history." act={chosen.length > 1 ? `Remove ${chosen.length}` : 'Remove'} tone="danger" notYet={chosen.length === 0 ? 'Choose at least one.' : undefined} onSubmit={removeAll} onClose={onClose}>
      <TextField label="Find by name or key" type="search" data-focus-first="" value={sought} onChange={setSought} />
      <div className="grid max-h-72 gap-1 overflow-auto" role="group" aria-label="Initiatives">
        {found.slice(0, SHOWN).map(({ id, name, key }) => (
          <Checkbox key={id} label={<>{name} <span className="quiet">{key}</span></>} checked={chosen.includes(id)} onChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((other) => other !== id))} />
        ))}
        {found.length > SHOWN && <span className="quiet">and {found.length - SHOWN} more; type more of the name</span>}
        {found.length === 0 && <span className="quiet">No initiative has “{sought}” in its name or key.</span>}
      </div>
    </FormDialog>
  )
}
