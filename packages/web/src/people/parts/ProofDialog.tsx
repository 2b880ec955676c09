import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Fingerprint } from 'lucide-react'
import { useState } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog, ProblemNote } from '../../wire/index.ts'
import { knowsPasskeys } from '../passkey.ts'
import { CodeField } from './CodeField.tsx'

export type ProofDialogProps = {
  onPassword(given: { readonly password: string; readonly code?: string }): Promise<Result<unknown, Problem>>
  onPasskey(): Promise<Result<unknown, Problem>>
  onProved(): void
  onClose(): void
}

/** Asks who is signed in already whether it is still them: by password, with the code where there is one, or by passkey. */
export function ProofDialog({ onPassword, onPasskey, onProved, onClose }: ProofDialogProps) {
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const [declined, setDeclined] = useState<Problem>()
  const submit = async (): Promise<Result<unknown, Problem>> => {
    const outcome = await onPassword({ password, ...(code ? { code } : {}) })
    if (outcome.ok) onProved()
    else if (outcome.refusal.code === 'second_factor_needed') {
      setCode('')
      return { ok: false, refusal: { ...outcome.refusal, title: 'Now the code', detail: 'Give the six digits of your authenticator app, or a recovery code.' } }
    }
    return outcome
  }
  const byPasskey = async () => {
    const outcome = await onPasskey()
    if (outcome.ok) onProved()
    else setDeclined(outcome.refusal)
  }
  return (
    <FormDialog title="Confirm that it is you" subtitle="This asks for a recent sign-in. What you entered is kept." act="Confirm" onSubmit={submit} onClose={onClose}>
      <TextField label="Password" type="password" autoComplete="current-password" required data-focus-first="" value={password} onChange={setPassword} />
      {code !== undefined && <CodeField value={code} onChange={setCode} />}
      {knowsPasskeys() && (
        <div>
          <Button icon={<Fingerprint aria-hidden="true" />} onClick={() => void byPasskey()}>
            Use a passkey instead
          </Button>
        </div>
      )}
      <ProblemNote problem={declined} />
    </FormDialog>
  )
}
