import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { leastLength } from '../../../password.ts'
import { Strength } from '../../first-run/parts/Strength.tsx'

export type OwnPasswordProps = { /** Words that a password should not hold: name, email, organisation. */ readonly known: readonly string[]; onChange(entered: { readonly current: string; readonly next: string }): Promise<Result<unknown, Problem>> }

/** A button that lets a person change the own password; every other session of theirs then ends. */
export function OwnPassword({ known, onChange }: OwnPasswordProps) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Change password</Button>
      {open && <PasswordForm known={known} onChange={onChange} onClose={() => setOpen(false)} />}
    </>
  )
}

function PasswordForm({ known, onChange, onClose }: OwnPasswordProps & { onClose(): void }) {
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const notYet = current === '' || next.length < leastLength ? `Give both; the new one has at least ${leastLength} characters.` : undefined
  return (
    <FormDialog title="Change your password" subtitle="You stay signed in here. Everywhere else you are signed out." act="Change password" notYet={notYet} onSubmit={() => onChange({ current, next })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Current password" type="password" autoComplete="current-password" data-focus-first="" value={current} onChange={setCurrent} error={problem?.code === 'password_wrong' ? problem.detail : undefined} />
          <TextField label="New password" type="password" autoComplete="new-password" minLength={leastLength} value={next} onChange={setNext} hint={<Strength password={next} known={known} />} error={fieldError(problem, 'next')} />
        </>
      )}
    </FormDialog>
  )
}
