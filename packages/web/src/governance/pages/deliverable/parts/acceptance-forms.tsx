import type { AcceptanceCondition, AcceptanceDecision, DeliverableDetail, NewAcceptance, QualityDefect } from '@throughline/contract/governance'
import { acceptanceOutcomes, inTheWay, unreviewed } from '@throughline/engine/governance'
import { useState } from 'react'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import type { Named } from '../../../parts/recommendation-forms.tsx'
import { outcomeLooks, severityWords } from '../../../quality-words.ts'

type Decision = NewAcceptance['decision']
export type AcceptanceActs = {
  decide(deliverable: DeliverableDetail, decision: Decision): Outcome
  meet(deliverable: DeliverableDetail, conditionId: string, words: string): Outcome
  dismiss(deliverable: DeliverableDetail, defectId: string, words: string): Outcome
  reopen(deliverable: DeliverableDetail, words: string): Outcome
  withdraw(deliverable: DeliverableDetail, words: string): Outcome
}
type Form = { readonly deliverable: DeliverableDetail; readonly acts: AcceptanceActs; onClose(): void }
type Outcomes = AcceptanceDecision['outcome']
type Condition = { readonly words: string; readonly ownerId: string; readonly dueOn: string; readonly covers: readonly string[] }

/** Accepts the newest edition, with conditions or without, or rejects it. */
export function Decide({ deliverable, today, members, acts, onClose }: Form & { readonly today: string; readonly members: readonly Named[] }) {
  const { defects, editions, reviewed, edition, name } = deliverable
  const open = inTheWay(defects, new Set())
  const unseen = unreviewed(editions[0]?.criteria ?? [], reviewed.filter((one) => one.edition === edition).map(({ looked }) => looked))
  const [outcome, setOutcome] = useState<Outcomes>(unseen.length > 0 || open.some(({ severity }) => severity === 'critical') ? 'rejected' : open.length > 0 ? 'accepted_with_conditions' : 'accepted')
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  const [conditions, setConditions] = useState<readonly Condition[]>([{ words: '', ownerId: '', dueOn: today, covers: [] }])
  const set = (at: number, change: Partial<Condition>) => setConditions((all) => all.map((one, nth) => (nth === at ? { ...one, ...change } : one)))
  const left = inTheWay(defects, new Set(outcome === 'accepted_with_conditions' ? conditions.flatMap(({ covers }) => covers) : []))
  const hindrance = outcome === 'rejected' ? undefined : unseen.length > 0 ? `No review has looked at ${unseen.join(', ')}` : left.length > 0 ? `Open: ${left.map(({ no }) => no).join(', ')}` : undefined
  const notYet = on === '' ? 'Choose a day' : said.trim() === '' ? 'Say why' : (hindrance ?? (outcome === 'accepted_with_conditions' && conditions.some((one) => one.words.trim() === '' || one.ownerId === '' || one.dueOn === '') ? 'A condition has words, an owner and a day' : undefined))
  const decision = (): Decision => (outcome === 'accepted_with_conditions' ? { outcome, on, words: said.trim(), conditions: conditions.map((one) => ({ ...one, words: one.words.trim(), covers: [...one.covers] })) } : { outcome, on, words: said.trim() })
  return (
    <FormDialog title="Decide on it" subtitle={name} size="wide" act={outcome === 'rejected' ? 'Reject' : 'Accept'} notYet={notYet} onSubmit={() => acts.decide(deliverable, decision())} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select<Outcomes> label="Decision" value={outcome} options={acceptanceOutcomes.map((value) => ({ value, label: outcomeLooks[value].words }))} onChange={setOutcome} />
            <TextField type="date" label="Decided on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'decision/on')} />
          </div>
          <OpenDefects open={open} />
          <TextArea label="Why" required rows={2} maxLength={4000} value={said} onChange={setSaid} error={fieldError(problem, 'decision/words')} />
          {outcome === 'accepted_with_conditions' && <>
            {conditions.map((one, at) => <ConditionFields key={at} at={at} condition={one} members={members} on={on} open={open.filter(({ severity }) => severity !== 'critical')} onChange={(change) => set(at, change)} {...(conditions.length > 1 ? { onLeaveOut: () => setConditions((all) => all.filter((_, nth) => nth !== at)) } : {})} />)}
            {conditions.length < 20 && <span><Button kind="quiet" onClick={() => setConditions((all) => [...all, { words: '', ownerId: '', dueOn: today, covers: [] }])}>One more condition</Button></span>}
          </>}
        </>
      )}
    </FormDialog>
  )
}

function OpenDefects({ open }: { readonly open: readonly QualityDefect[] }) {
  if (open.length === 0) return <p className="quiet">No defect is open.</p>
  return <div><p className="quiet mb-1">Not seen corrected:</p><ul className="grid gap-1">{open.map(({ id, no, severity, words: of }) => <li key={id}>{no}: {of} <span className="quiet">{severityWords[severity]}</span></li>)}</ul></div>
}

type Fields = { readonly at: number; readonly condition: Condition; readonly members: readonly Named[]; readonly on: string; readonly open: readonly QualityDefect[]; onChange(change: Partial<Condition>): void; onLeaveOut?(): void }
function ConditionFields({ at, condition, members, on, open, onChange, onLeaveOut }: Fields) {
  return (
    <fieldset className="grid gap-3 border-t border-border pt-3">
      <legend className="mb-1">Condition {at + 1}</legend>
      <div className="grid items-end gap-3 sm:grid-cols-[1fr_12rem_10rem_auto]">
        <TextField label="What is to be done" required maxLength={2000} value={condition.words} onChange={(said) => onChange({ words: said })} />
        <Select label="Owner" required value={condition.ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => onChange({ ownerId })} />
        <TextField type="date" label="Until" required min={on} value={condition.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
        {onLeaveOut && <Button kind="quiet" aria-label={`Leave out condition ${at + 1}`} onClick={onLeaveOut}>Leave out</Button>}
      </div>
      {open.length > 0 && <div><p className="quiet mb-1">It covers, and closes once it is met:</p><div className="grid gap-1">{open.map(({ id, no, words: of }) => <Checkbox key={id} label={`${no}: ${of}`} checked={condition.covers.includes(id)} onChange={(is) => onChange({ covers: is ? [...condition.covers, id] : condition.covers.filter((one) => one !== id) })} />)}</div></div>}
    </fieldset>
  )
}

/** What is said in one text. */
export type Saying = { readonly what: 'meet'; readonly condition: AcceptanceCondition } | { readonly what: 'dismiss'; readonly defect: QualityDefect } | { readonly what: 'reopen' | 'withdraw' }
const asks = {
  meet: { title: 'The condition is met', act: 'Say it is met', label: 'By what one sees it', hint: 'What it covers is closed by it.' },
  dismiss: { title: 'Dismiss a defect', act: 'Dismiss', label: 'Why it is none', hint: 'It counts nowhere from then on, and stays in the record.' },
  reopen: { title: 'Open it again', act: 'Open again', label: 'Why', hint: 'A new edition begins: its criteria are agreed and it is accepted anew. The acceptance before stands.' },
  withdraw: { title: 'Withdraw the deliverable', act: 'Withdraw', label: 'Why', hint: 'It is not delivered any more; what was reviewed stays in the record.' },
} as const

/** Meets a condition, dismisses a defect, opens a deliverable again, or withdraws it. */
export function SaySomething({ deliverable, saying, acts, onClose }: Form & { readonly saying: Saying }) {
  const [said, setSaid] = useState('')
  const { title, act, label, hint } = asks[saying.what]
  const subtitle = saying.what === 'meet' ? saying.condition.words : saying.what === 'dismiss' ? saying.defect.words : deliverable.name
  const send = (): Outcome => {
    const given = said.trim()
    switch (saying.what) {
      case 'meet':
        return acts.meet(deliverable, saying.condition.id, given)
      case 'dismiss':
        return acts.dismiss(deliverable, saying.defect.id, given)
      case 'reopen':
        return acts.reopen(deliverable, given)
      case 'withdraw':
        return acts.withdraw(deliverable, given)
    }
  }
  return (
    <FormDialog title={title} subtitle={subtitle} act={act} {...(saying.what === 'withdraw' ? { tone: 'danger' as const } : {})} notYet={said.trim() === '' ? (saying.what === 'meet' ? 'Say by what one sees it' : 'Say why') : undefined} onSubmit={send} onClose={onClose}>
      {(problem) => <TextArea label={label} hint={hint} required rows={3} maxLength={2000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />}
    </FormDialog>
  )
}
