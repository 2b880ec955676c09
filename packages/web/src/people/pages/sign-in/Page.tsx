import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { Fingerprint } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { ProblemNote, useSending } from '../../../wire/index.ts'
import { CodeField } from '../../parts/CodeField.tsx'
import { Doorway } from '../../parts/Doorway.tsx'

export type SignInEntered = { readonly email: string; readonly password: string; readonly code?: string }
export type SignInProps = {
  /** Why the last attempt was refused, before any new one. */
  readonly problem?: Problem
  /** Whether this browser can use passkeys. */
  readonly passkeys?: boolean
  /** Other ways in, below the form. */
  readonly others?: ReactNode
  onSignIn(entered: SignInEntered): Promise<Result<unknown, Problem>>
  onPasskey?(): Promise<Result<unknown, Problem>>
}

/** Email and password, then the second factor where there is one; nothing says which of the first two was wrong. */
export function SignInPage({ problem: before, passkeys = false, others, onSignIn, onPasskey }: SignInProps) {
  const [entered, setEntered] = useState({ email: '', password: '' })
  const [code, setCode] = useState('')
  const [step, setStep] = useState<'password' | 'code'>(before?.code === 'second_factor_needed' ? 'code' : 'password')
  const given = { email: entered.email.trim(), password: entered.password }
  const { busy, problem, send } = useSending(async () => {
    const outcome = await onSignIn(step === 'code' ? { ...given, code: code.trim() } : given)
    if (!outcome.ok && outcome.refusal.code === 'second_factor_needed') setStep('code')
    if (!outcome.ok && outcome.refusal.code === 'credentials_wrong') setStep('password')
    return outcome
  })
  const passkey = useSending(async () => (await onPasskey?.()) ?? { ok: true, value: undefined })
  const shown = [problem, passkey.problem, busy ? undefined : before].find((one) => one !== undefined && one.code !== 'second_factor_needed')
  const submit = (event: { preventDefault(): void }) => {
    event.preventDefault()
    void send()
  }
  return step === 'code' ? (
    <Doorway title="Second factor" note={`Your password is right. One more thing, ${given.email || 'so that it is you'}.`}>
      <form className="grid gap-4" onSubmit={submit}>
        <CodeField focus value={code} onChange={setCode} />
        <ProblemNote problem={shown} />
        <Button kind="primary" type="submit" busy={busy}>
          Sign in
        </Button>
        {passkeys && <PasskeyButton busy={passkey.busy} onUse={() => void passkey.send()} />}
        <Button kind="quiet" onClick={() => setStep('password')}>
          Use another account
        </Button>
      </form>
      <p className="quiet mt-6">Lost your device? Use a recovery code. Without one, whoever gives access in your organisation can remove your second factor.</p>
    </Doorway>
  ) : (
    <Doorway title="Sign in">
      <form className="grid gap-4" onSubmit={submit}>
        <TextField label="Email" type="email" autoComplete="username webauthn" required autoFocus value={entered.email} onChange={(email) => setEntered((all) => ({ ...all, email }))} />
        <TextField label="Password" type="password" autoComplete="current-password" required value={entered.password} onChange={(password) => setEntered((all) => ({ ...all, password }))} />
        <ProblemNote problem={shown} />
        <Button kind="primary" type="submit" busy={busy}>
          Sign in
        </Button>
        {passkeys && <PasskeyButton busy={passkey.busy} onUse={() => void passkey.send()} />}
      </form>
      {others}
      <p className="mt-6">
        <a href="/people/forgotten">Forgot your password?</a>
      </p>
      <p className="quiet mt-2">No account? Whoever gives access in your organisation can invite you.</p>
    </Doorway>
  )
}

const PasskeyButton = ({ busy, onUse }: { readonly busy: boolean; onUse(): void }) => (
  <Button icon={<Fingerprint aria-hidden="true" />} busy={busy} onClick={onUse}>
    Sign in with a passkey
  </Button>
)
