import type { InitiativeRow } from '@throughline/contract/demand'
import type { Problem } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { useEffect, useState } from 'react'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { lockedWords, mayChange } from '../columns.ts'

/** Most that are listed at once. */
const shownAtOnce = 30
/** How long typing rests before the server is asked. */
const restMs = 200

export type RemoveInitiativesProps = { /** Initiatives with these words in key or name. */ find(words: string): Promise<readonly InitiativeRow[]>; onRemove(row: InitiativeRow): Promise<Result<unknown, Problem>>; onClose(): void }

/** Removes initiatives that were chosen by name. What was published of them stays in the history. */
export function RemoveInitiatives({ find, onRemove, onClose }: RemoveInitiativesProps) {
  const [sought, setSought] = useState('')
  const [found, setFound] = useState<readonly InitiativeRow[]>([])
  const [chosen, setChosen] = useState<readonly InitiativeRow[]>([])
  useEffect(() => {
    let asked = true
    const timer = setTimeout(() => void find(sought.trim()).then((rows) => asked && setFound(rows)), restMs)
    return () => {
      asked = false
      clearTimeout(timer)
    }
  }, [find, sought])
  const removeAll = async (): Promise<Result<unknown, Problem>> => {
    for (const row of chosen) {
      const removed = await onRemove(row)
      if (!removed.ok) return removed
      setChosen((left) => left.filter(({ id }) => id !== row.id))
    }
    return ok(undefined)
  }
  const isChosen = (id: string): boolean => chosen.some((row) => row.id === id)
  const listed = [...chosen, ...found.filter(({ id }) => !isChosen(id)).slice(0, shownAtOnce)]
  return (
    <FormDialog title="Remove initiatives" subtitle="What was published of them stays in the history." act={chosen.length > 1 ? `Remove ${chosen.length}` : 'Remove'} tone="danger" notYet={chosen.length === 0 ? 'Choose at least one.' : undefined} onSubmit={removeAll} onClose={onClose}>
      <TextField label="Find by name or key" type="search" data-focus-first="" value={sought} onChange={setSought} />
      <div className="grid max-h-72 gap-1 overflow-auto" role="group" aria-label="Initiatives">
        {listed.map((row) => (
          <Checkbox key={row.id} label={<>{row.name} <span className="quiet">{row.key}</span></>} checked={isChosen(row.id)} {...(mayChange(row) ? {} : { disabled: true, hint: lockedWords })} onChange={(on) => setChosen(on ? [...chosen, row] : chosen.filter(({ id }) => id !== row.id))} />
        ))}
        {found.length > shownAtOnce && <span className="quiet">and more; type more of the name</span>}
        {listed.length === 0 && <span className="quiet">{sought === '' ? 'Type a part of the name.' : `No initiative has “${sought}” in its name or key.`}</span>}
      </div>
    </FormDialog>
  )
}
