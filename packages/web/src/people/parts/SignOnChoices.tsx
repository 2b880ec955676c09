import type { SignOnChoice } from '@throughline/contract/people'
import type { Reading } from '../../wire/index.ts'
import { signOnReasonWords } from './sign-on-words.ts'

export type SignOnChoicesProps = {
  readonly choices: Reading<readonly SignOnChoice[]>
  /** Why the last sign-in at a provider came to nothing. */
  readonly reason?: string | undefined
  /** Where to go afterwards. */
  readonly wanted: string
}

/** Identity providers to sign in by: links that leave for the provider; nothing where there is none. */
export function SignOnChoices({ choices, reason, wanted }: SignOnChoicesProps) {
  const all = choices.state === 'full' ? choices.value : []
  const why = reason === undefined ? undefined : signOnReasonWords[reason as keyof typeof signOnReasonWords]
  if (all.length === 0 && why === undefined) return null
  return (
    <div className="mt-6 grid gap-3">
      {why && <p role="alert">{why}</p>}
      {all.map(({ id, name, startAt }) => (
        <a key={id} className="button" href={`${startAt}?return=${encodeURIComponent(wanted)}`}>
          Sign in with {name}
        </a>
      ))}
    </div>
  )
}
