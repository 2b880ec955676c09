import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'

export type SaveScenarioProps = { readonly summary: string; onSave(name: string, note: string): Promise<Result<unknown, Problem>>; onClose(): void }

/** Keeps the portfolio as a scenario. The server checks it against the constraints and proves its bound again. */
export function SaveScenario({ summary, onSave, onClose }: SaveScenarioProps) {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  return (
    <FormDialog title="Save as a scenario" subtitle={summary} act="Save scenario" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onSave(name.trim(), note)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextArea label="Note" hint="What it assumes and what it is for." maxLength={4000} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}
