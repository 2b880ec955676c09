import { passwordHint } from '../../../password.ts'

const levels = [
  { word: 'Too short', fill: 'bg-border-strong' },
  { word: 'Weak', fill: 'bg-bad' },
  { word: 'Fair', fill: 'bg-warn' },
  { word: 'Strong', fill: 'bg-good' },
] as const

/** How hard the password is to guess: bars, a word, and what would help. */
export function Strength({ password, known }: { readonly password: string; readonly known: readonly string[] }) {
  const { level, words } = passwordHint(password, known)
  return (
    <span className="grid gap-1">
      {password !== '' && (
        <span className="flex items-center gap-1.5">
          {[1, 2, 3].map((step) => (
            <span key={step} aria-hidden="true" className={`h-1 w-10 rounded-full ${level >= step ? levels[level].fill : 'bg-border'}`} />
          ))}
          <span className="ml-1 font-medium text-ink-2">{levels[level].word}</span>
        </span>
      )}
      <span aria-live="polite">{words}</span>
    </span>
  )
}
