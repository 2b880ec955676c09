import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextArea, TextField } from '../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../wire/index.ts'

/** Begins a scenario from the plan of record or from another scenario. */
export function ForkDialog({ from, opens = '', onFork, onClose }: { readonly from: string; /** What it opens with, as a sentence. */ readonly opens?: string; onFork(name: string, note: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [name, setName] = useState('')
  const [note, setNote] = useState('')
  return (
    <FormDialog title="New scenario" subtitle={`It begins as ${from} is now. Only you see it until you share or propose it.${opens && ` ${opens}`}`} act="Begin scenario" notYet={name.trim() === '' ? 'Give it a name.' : undefined} onSubmit={() => onFork(name.trim(), note)} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />
          <TextArea label="Note" hint="What it is for." maxLength={4000} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}
