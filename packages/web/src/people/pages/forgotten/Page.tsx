import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { ProblemNote, useSending } from '../../../wire/index.ts'
import { Doorway } from '../../parts/Doorway.tsx'

export type ForgottenProps = {
  /** Whether the server can send letters. */
  readonly mail: boolean
  /** Shows at once what is shown after asking. */
  readonly asked?: boolean
  onAsk(email: string): Promise<Result<unknown, Problem>>
}

/** Asks for a link by mail. What is said afterwards is the same for every address. */
export function ForgottenPage({ mail, asked: askedBefore = false, onAsk }: ForgottenProps) {
  const [email, setEmail] = useState('')
  const [asked, setAsked] = useState(askedBefore)
  const { busy, problem, send } = useSending(() => onAsk(email.trim()), () => setAsked(true))
  if (!mail)
    return (
      <Doorway title="Forgot your password?" note="This server sends no mail. Ask whoever gives access in your organisation: they can make a link with which you set a new password.">
        <Back />
      </Doorway>
    )
  if (asked)
    return (
      <Doorway title="Look into your mail" note="If the address has an account here, a letter with a link is on its way. The link works once, for half an hour.">
        <p className="mb-6" role="status">Nothing there after a few minutes? Look among unwanted mail, and check that this is the address that you sign in with.</p>
        <Back />
      </Doorway>
    )
  return (
    <Doorway title="Forgot your password?" note="Give the email that you sign in with. You get a link to set a new password.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <TextField label="Email" type="email" autoComplete="username" required autoFocus value={email} onChange={setEmail} />
        <ProblemNote problem={problem} />
        <Button kind="primary" type="submit" busy={busy}>
          Send me a link
        </Button>
      </form>
      <p className="mt-6">
        <Back />
      </p>
    </Doorway>
  )
}

const Back = () => <a href="/">Back to signing in</a>
