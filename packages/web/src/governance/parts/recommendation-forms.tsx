import type { Recommendation, RecommendationRecheck } from '@throughline/contract/governance'
import { useState } from 'react'
import { Select } from '../../ui/controls/Select.tsx'
import { TextArea } from '../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../wire/index.ts'
import type { Outcome } from '../outcome.ts'
import type { RecommendationAct } from './RecommendationTable.tsx'

/** Somebody to choose. */
export type Named = { readonly id: string; readonly name: string }
export type RecommendationActs = {
  answer(recommendation: Recommendation, words: string): Outcome
  recheck(recommendation: Recommendation, given: Omit<RecommendationRecheck, 'version'>): Outcome
  withdraw(recommendation: Recommendation, reason: string): Outcome
  give(recommendation: Recommendation, ownerId: string, reason: string): Outcome
}
type Form = { readonly recommendation: Recommendation; readonly acts: RecommendationActs; onClose(): void }

/** What somebody does about a recommendation, each in its form. */
export function RecommendationForm({ act, members, ...form }: Form & { readonly act: RecommendationAct; readonly members: readonly Named[] }) {
  if (act === 'recheck') return <LookAgain {...form} />
  if (act === 'give') return <GiveOwner {...form} members={members} />
  return <SaySomething {...form} act={act} />
}

const saying = {
  answer: { title: 'It is done', act: 'Say it is done', label: 'By what one sees it', hint: 'A reviewer looks again before it counts as confirmed.' },
  withdraw: { title: 'Withdraw a recommendation', act: 'Withdraw', label: 'Why', hint: 'It stays in the list, with the reason.' },
} as const

function SaySomething({ recommendation, act, acts, onClose }: Form & { readonly act: 'answer' | 'withdraw' }) {
  const [said, setSaid] = useState('')
  const words = saying[act]
  return (
    <FormDialog title={words.title} subtitle={recommendation.words} act={words.act} notYet={said.trim() === '' ? 'Say it in words' : undefined} onSubmit={() => (act === 'answer' ? acts.answer(recommendation, said.trim()) : acts.withdraw(recommendation, said.trim()))} onClose={onClose}>
      {(problem) => <TextArea label={words.label} hint={words.hint} required rows={3} maxLength={act === 'answer' ? 4000 : 2000} value={said} onChange={setSaid} error={fieldError(problem, act === 'answer' ? 'words' : 'reason')} />}
    </FormDialog>
  )
}

function LookAgain({ recommendation, acts, onClose }: Form) {
  const [verdict, setVerdict] = useState<'yes' | 'no'>()
  const [said, setSaid] = useState('')
  const notYet = verdict === undefined ? 'Say what you found' : said.trim() === '' ? 'Say by what you see it' : undefined
  return (
    <FormDialog title="Look again" subtitle={recommendation.words} act="Keep" notYet={notYet} onSubmit={() => acts.recheck(recommendation, { confirmed: verdict === 'yes', words: said.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          {recommendation.outcome && <p>{recommendation.outcome.by} says: “{recommendation.outcome.words}”</p>}
          <Select<'yes' | 'no'> label="What you found" required value={verdict ?? ''} options={[{ value: 'yes', label: 'It is done' }, { value: 'no', label: 'It is not done: open it again' }]} onChange={setVerdict} />
          <TextArea label="By what one sees it" required rows={3} maxLength={4000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

function GiveOwner({ recommendation, acts, members, onClose }: Form & { readonly members: readonly Named[] }) {
  const [ownerId, setOwner] = useState(recommendation.owner.id)
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Another owner" subtitle={recommendation.words} act="Give" notYet={ownerId === recommendation.owner.id ? 'Choose somebody else' : undefined} onSubmit={() => acts.give(recommendation, ownerId, reason.trim())} onClose={onClose}>
      <Select label="Owner" value={ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOwner} />
      <TextArea label="Why" rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
