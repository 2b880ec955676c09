import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { Button } from '../../../ui/controls/Button.tsx'
import { ProblemNote, useSending } from '../../../wire/index.ts'
import { Doorway } from '../../parts/Doorway.tsx'
import { NewPassword } from '../../parts/NewPassword.tsx'

export type ResetProps = { /** Shows at once what is shown after it. */ readonly done?: boolean; onReset(password: string): Promise<Result<unknown, Problem>> }

/** Sets a new password by the link that was sent. */
export function ResetPage({ done: doneBefore = false, onReset }: ResetProps) {
  const [password, setPassword] = useState('')
  const [done, setDone] = useState(doneBefore)
  const { busy, problem, send } = useSending(() => onReset(password), () => setDone(true))
  if (done)
    return (
      <Doorway title="Your password is set" note="You were signed out everywhere. Sign in with the new password.">
        <a href="/" className="button" data-kind="primary">Sign in</a>
      </Doorway>
    )
  return (
    <Doorway title="Set a new password" note="Every session of yours ends with it. Your second factor stays.">
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <NewPassword value={password} known={[]} problem={problem} onChange={setPassword} />
        <ProblemNote problem={problem} />
        <Button kind="primary" type="submit" busy={busy}>
          Set the password
        </Button>
      </form>
      {problem?.code === 'link_over' && (
        <p className="mt-6">
          <a href="/people/forgotten">Ask for a new link</a>
        </p>
      )}
    </Doorway>
  )
}
