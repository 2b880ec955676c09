import type { BusinessCase, CasePart } from '@throughline/contract/demand'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { frameworkWords, listed } from '../../../case-words.ts'
import type { CaseActs } from '../acts.ts'

export type Form = { readonly acts: CaseActs; onClose(): void }
type Of = Form & { readonly shown: BusinessCase }

/** Begins a draft: the first one by a framework, a later one from a version. */
export function BeginDraft({ acts, from, first, currency, onClose }: Form & { readonly from: number | undefined; readonly first: boolean; readonly currency: string }) {
  const [framework, setFramework] = useState<BusinessCase['framework']>(currency === 'GBP' ? 'green_book' : 'commercial')
  return (
    <FormDialog title="Begin a draft" subtitle={first ? 'It begins with doing nothing and with the years that were given of the initiative.' : `It begins with what version ${from ?? ''} says.`} act="Begin" onSubmit={() => acts.draft(first ? { framework } : from === undefined ? {} : { from })} onClose={onClose}>
      {first ? <Select label="Framework" hint="The Green Book asks for a do-minimum option and real flows under its published schedule of rates." value={framework} options={listed(frameworkWords)} onChange={setFramework} /> : <p>The version that it begins from stays as it is.</p>}
    </FormDialog>
  )
}

/** Submits the draft: from then on it is never changed. */
export function SubmitCase({ shown, acts, onClose }: Of) {
  return (
    <FormDialog title="Submit the business case" subtitle={`Version ${shown.no}`} act="Submit" onSubmit={() => acts.submit()} onClose={onClose}>
      <p>It goes to its gate as it stands and is never changed again. Somebody else decides on it.</p>
      {shown.warnings.length > 0 && <ul className="list-disc pl-5">{shown.warnings.map((one) => <li key={one}>{one}</li>)}</ul>}
    </FormDialog>
  )
}

const outcomes = { approved: 'Approve', returned: 'Return to be worked over', rejected: 'Reject' } as const

/** Decides on the version that waits. */
export function DecideCase({ shown, name, acts, onClose }: Of & { readonly name: string }) {
  const [outcome, setOutcome] = useState<keyof typeof outcomes | ''>('')
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Decide on the business case" subtitle={`${name}, version ${shown.no}`} act="Decide" notYet={outcome === '' ? 'Choose' : reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.decide({ outcome: outcome === '' ? 'returned' : outcome, reason: reason.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <p>The decision is recorded with this version. The plan of record stays as it is: what becomes of the initiative is decided with the plan.</p>
          <Select label="Outcome" value={outcome} options={listed(outcomes)} onChange={setOutcome} />
          <TextArea label="Why" required rows={3} maxLength={4000} value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Puts the draft away. */
export function PutAway({ shown, acts, onClose }: Of) {
  return (
    <FormDialog title="Put the draft away" subtitle={`Version ${shown.no}`} act="Put away" tone="danger" onSubmit={() => acts.putAway()} onClose={onClose}>
      <p>What it says stays in the history. Versions that were submitted stay as they are.</p>
    </FormDialog>
  )
}

/** Which option is preferred, and why. */
export function PreferOption({ shown: { options, preferred, appraisal }, acts, onClose }: Of) {
  const [optionId, setOption] = useState(preferred.optionId ?? '')
  const [reason, setReason] = useState(preferred.reason)
  const best = options.find(({ id }) => id === appraisal?.bestId)
  const other = best && optionId !== '' && best.id !== optionId
  return (
    <FormDialog title="Prefer an option" act="Save" notYet={optionId === '' ? 'Choose an option' : undefined} onSubmit={() => acts.change({ preferred: { optionId, reason: reason.trim() } })} onClose={onClose}>
      {(problem) => (
        <>
          <Select label="Option" value={optionId} options={options.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOption} {...(other ? { hint: `${best.name} is worth more: the reason has to carry that.` } : {})} />
          <TextArea label="Why" rows={4} maxLength={4000} value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Writes what one of the five cases asks for, and who gives it. */
export function EditPart({ part, acts, onClose }: Form & { readonly part: CasePart }) {
  const written = part.elements.filter(({ words }) => words)
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(written.map(({ key, text }) => [key, text])))
  const [giver, setGiver] = useState(part.named ? part.giver : '')
  return (
    <FormDialog title={part.title} subtitle={part.asks} size="wide" act="Save" onSubmit={() => acts.change({ words: texts, givers: { [part.key]: giver } })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Who gives it" hint={part.named ? '' : `${part.giver}, unless somebody is named.`} maxLength={120} value={giver} onChange={setGiver} error={fieldError(problem, part.key)} />
          {written.map(({ key, title, asks }) => <TextArea key={key} label={title} hint={asks} rows={4} maxLength={10_000} value={texts[key] ?? ''} onChange={(text) => setTexts((all) => ({ ...all, [key]: text }))} error={fieldError(problem, key)} />)}
        </>
      )}
    </FormDialog>
  )
}
