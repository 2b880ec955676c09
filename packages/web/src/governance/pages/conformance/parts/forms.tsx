import type { ConformanceDeviation, ConformanceEvidence, ConformanceTier, DeviationAnswer, GivenTier, NewConformanceCheck, NewConformanceEvidence, NewDeviation } from '@throughline/contract/governance'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { tierWords } from '../words.ts'

export type ConformanceActs = {
  show(initiativeId: string, evidence: NewConformanceEvidence): Outcome
  takeAway(initiativeId: string, evidenceId: string): Outcome
  deviate(initiativeId: string, deviation: NewDeviation): Outcome
  answer(deviation: ConformanceDeviation, answer: Omit<DeviationAnswer, 'version'>): Outcome
  tier(initiativeId: string, tier: GivenTier): Outcome
  check(check: NewConformanceCheck): Outcome
}
type Form = { readonly acts: ConformanceActs; onClose(): void }
type OfInitiative = Form & { readonly initiativeId: string; readonly name: string }

/** Gives an artefact or an event that shows an element. */
export function GiveEvidence({ initiativeId, name, element, today, acts, onClose }: OfInitiative & { readonly element: string; readonly today: string }) {
  const [kind, setKind] = useState<'artefact' | 'event'>('artefact')
  const [said, setSaid] = useState('')
  const [on, setOn] = useState(today)
  const [link, setLink] = useState('')
  return (
    <FormDialog title={`Give evidence of ${element}`} subtitle={name} act="Give" notYet={said.trim() === '' ? 'Say what shows it' : on === '' ? 'Say of which day it is' : undefined} onSubmit={() => acts.show(initiativeId, { key: element, kind, on, words: said.trim(), link: link.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="What it is" value={kind} options={[{ value: 'artefact', label: 'An artefact, such as a document' }, { value: 'event', label: 'An event, such as a decision at a gate' }]} onChange={setKind} />
          <TextArea label="What shows it" required rows={2} maxLength={1000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          <TextField type="date" label="Of the day" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          <TextField label="Link" hint="Where it is kept, with https://." maxLength={500} value={link} onChange={setLink} error={fieldError(problem, 'link')} />
        </>
      )}
    </FormDialog>
  )
}

/** Takes evidence away that was given by mistake. */
export const TakeAway = ({ initiativeId, name, evidence, acts, onClose }: OfInitiative & { readonly evidence: ConformanceEvidence }) => (
  <FormDialog title="Take evidence away" subtitle={name} act="Take away" tone="danger" onSubmit={() => acts.takeAway(initiativeId, evidence.id)} onClose={onClose}>
    <p>“{evidence.words}” shows {evidence.key} no more. It stays in the history.</p>
  </FormDialog>
)

/** Asks not to do an element. */
export function AskDeviation({ initiativeId, name, element, acts, onClose }: OfInitiative & { readonly element: string }) {
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  return (
    <FormDialog title={`Ask to deviate from ${element}`} subtitle={name} act="Ask" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.deviate(initiativeId, { key: element, reason: reason.trim(), until: until === '' ? null : until })} onClose={onClose}>
      {(problem) => (
        <>
          <p>It counts once somebody else who may change the strategy has approved it.</p>
          <TextArea label="Why" hint="What is done instead, or why nothing is." required rows={3} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
          <TextField type="date" label="Until" hint="Empty: for good." value={until} onChange={setUntil} error={fieldError(problem, 'until')} />
        </>
      )}
    </FormDialog>
  )
}

/** Approves a deviation or declines it. */
export function AnswerDeviation({ deviation, acts, onClose }: Form & { readonly deviation: ConformanceDeviation }) {
  const [kind, setKind] = useState<'approve' | 'decline'>('approve')
  const [said, setSaid] = useState('')
  return (
    <FormDialog title={`Deviation from ${deviation.key}`} subtitle={deviation.initiative.name} act={kind === 'approve' ? 'Approve' : 'Decline'} notYet={kind === 'decline' && said.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.answer(deviation, { approve: kind === 'approve', words: said.trim() })} onClose={onClose}>
      <p>“{deviation.reason}” <span className="quiet">{deviation.askedBy}</span></p>
      <Select label="Answer" value={kind} options={[{ value: 'approve', label: 'Approve: it counts as justified from today on' }, { value: 'decline', label: 'Decline: it stays due' }]} onChange={setKind} />
      <TextArea label={kind === 'decline' ? 'Why' : 'What to say about it'} required={kind === 'decline'} rows={2} maxLength={2000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}

/** Says how closely an initiative is looked at. */
export function SetTier({ initiativeId, name, tier: before, acts, onClose }: OfInitiative & { readonly tier: ConformanceTier }) {
  const [tier, setTier] = useState<ConformanceTier>(before === 'full' ? 'low' : 'full')
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Change the tier" subtitle={name} act="Change" notYet={tier === before ? 'Choose another one' : reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.tier(initiativeId, { tier, reason: reason.trim() })} onClose={onClose}>
      <Select<ConformanceTier> label="Tier" value={tier} options={[{ value: 'full', label: tierWords.full }, { value: 'low', label: tierWords.low }]} onChange={setTier} />
      <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Checks everything of the full tier and a sample of the low one, and keeps what was found. */
export function MakeCheck({ today, acts, onClose }: Form & { readonly today: string }) {
  const [on, setOn] = useState(today)
  const [share, setShare] = useState<string | null>('20')
  const [seed, setSeed] = useState<string | null>(today.replaceAll('-', ''))
  const [reason, setReason] = useState('')
  const [percent, from] = [Number(share ?? Number.NaN), Number(seed ?? Number.NaN)]
  const notYet = on === '' ? 'Say as of which day' : !(percent >= 0 && percent <= 100) ? 'The sample is from 0 to 100 %' : !(Number.isInteger(from) && from >= 0 && from <= 4_294_967_295) ? 'The seed is a whole number from 0 on' : reason.trim() === '' ? 'Say why' : undefined
  return (
    <FormDialog title="Check conformance" subtitle="What is found is kept as it is found." act="Check" notYet={notYet} onSubmit={() => acts.check({ on, seed: from, lowShare: percent / 100, reason: reason.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField type="date" label="As of" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
          <NumberField label="Sample of the low tier, in %" hint="Rounded up to whole initiatives." value={share} onChange={setShare} error={fieldError(problem, 'lowShare')} />
          <NumberField label="Seed" hint="The same seed draws the same sample, so that anybody can draw it again." value={seed} onChange={setSeed} error={fieldError(problem, 'seed')} />
          <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}
