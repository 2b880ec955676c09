import type { WaitingClaim } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../format/index.ts'
import { TextArea } from '../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../wire/index.ts'
import { classedWords } from '../../amounts.ts'
import { totalsOf, type Decision } from './choice.ts'

const words = {
  verify: { title: 'Verify', act: 'Verify', field: 'Which sample was looked at', notYet: 'Say what you have looked at', about: 'You have looked at a sample of the evidence of each. It is judged claim by claim: one that a rule forbids is named with it, and the others stand.' },
  disallow: { title: 'Give back', act: 'Give back', field: 'Reason', notYet: 'Say why', about: 'What could not be shown goes back to its pool, and to the promise where it came from one. It can be claimed anew, with better evidence.' },
} as const

/** The one confirmation for all that was chosen: how much of which unit, and the sample or the reason. */
export function Judge({ decision, claims, onJudge, onClose }: { readonly decision: Decision; readonly claims: readonly WaitingClaim[]; onJudge(said: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const format = useFormat()
  const [said, setSaid] = useState('')
  const { title, act, field, notYet, about } = words[decision]
  const many = format.count(claims.length, 'claim', 'claims')
  return (
    <FormDialog title={`${title} ${many}?`} act={`${act} ${many}`} {...(decision === 'disallow' ? { tone: 'danger' as const } : {})} notYet={said.trim() === '' ? notYet : undefined} onSubmit={() => onJudge(said.trim())} onClose={onClose}>
      <p>{about}</p>
      <ul className="grid gap-1">{totalsOf(claims).map(({ unit, amount }) => <li key={unit} className="figures">{classedWords(amount, unit, format)}</li>)}</ul>
      <TextArea label={field} required rows={3} maxLength={decision === 'verify' ? 500 : 2000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}
