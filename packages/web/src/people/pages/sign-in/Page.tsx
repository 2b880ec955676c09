import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { ProblemNote, useSending } from '../../../wire/index.ts'
import { Doorway } from '../../parts/Doorway.tsx'

export type SignInProps = {
  /** Why the last attempt was refused, before any new one. */
  readonly problem?: Problem
  /** Other ways in, below the form. */
  readonly others?: ReactNode
  onSignIn(entered: { readonly email: string; readonly password: string }): Promise<Result<unknown, Problem>>
}

/** Email and password; nothing else is asked, and nothing says which of the two was wrong. */
export function SignInPage({ problem: before, others, onSignIn }: SignInProps) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { busy, problem, send } = useSending(() => onSignIn({ email: email.trim(), password }))
  return (
    <Doorway title="Sign in">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label="Email" type="email" autoComplete="username" required autoFocus value={email} onChange={setEmail} />
        <TextField label="Password" type="password" autoComplete="current-password" required value={password} onChange={setPassword} />
        <ProblemNote problem={problem ?? (busy ? undefined : before)} />
        <Button kind="primary" type="submit" busy={busy}>
          Sign in
        </Button>
      </form>
      {others}
      <p className="quiet mt-6">No account? The owner of the organisation gives access under Access.</p>
    </Doorway>
  )
}
