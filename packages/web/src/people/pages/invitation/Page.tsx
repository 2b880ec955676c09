import type { InvitationSeen } from '@throughline/contract/people'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { TextField } from '../../../ui/controls/TextField.tsx'
import { ProblemNote, useSending } from '../../../wire/index.ts'
import { CodeField } from '../../parts/CodeField.tsx'
import { Doorway } from '../../parts/Doorway.tsx'
import { NewPassword } from '../../parts/NewPassword.tsx'
import { roleWords } from '../../words.ts'

export type AcceptEntered = { readonly password: string; readonly name?: string; readonly code?: string }
export type InvitationProps = { readonly invitation: InvitationSeen; onAccept(entered: AcceptEntered): Promise<Result<unknown, Problem>> }

/** What the invitation gives, and what it takes to accept it: a new password, or the one that the address has. */
export function InvitationPage({ invitation: { organisation, name: invited, email, role, invitedBy, known }, onAccept }: InvitationProps) {
  const [name, setName] = useState(invited)
  const [password, setPassword] = useState('')
  const [code, setCode] = useState<string>()
  const { busy, problem, send } = useSending(async () => {
    const outcome = await onAccept(known ? { password, ...(code ? { code } : {}) } : { password, name: name.trim() })
    if (!outcome.ok && outcome.refusal.code === 'second_factor_needed') setCode('')
    return outcome
  })
  return (
    <Doorway title={`Join ${organisation}`} note={`${invitedBy} invites ${email} as ${roleWords[role].name.toLowerCase()}: somebody who ${roleWords[role].may}.`}>
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {known ? (
          <TextField label="Your password" hint="This address has an account. Give the password that it has." type="password" autoComplete="current-password" required autoFocus value={password} onChange={setPassword} />
        ) : (
          <>
            <TextField label="Your name" required autoFocus autoComplete="name" maxLength={200} value={name} onChange={setName} />
            <NewPassword label="Password" value={password} known={[name, email, organisation]} problem={problem} onChange={setPassword} />
          </>
        )}
        {code !== undefined && <CodeField focus value={code} onChange={setCode} />}
        <ProblemNote problem={problem?.code === 'second_factor_needed' ? undefined : problem} />
        <Button kind="primary" type="submit" busy={busy}>
          Accept and sign in
        </Button>
      </form>
    </Doorway>
  )
}
