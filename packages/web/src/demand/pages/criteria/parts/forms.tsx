import type { CriteriaModel, CriteriaStudio, CriteriaVersion } from '@throughline/contract/demand'
import { useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { InitiativeChoices } from '../../../find-initiatives.ts'
import type { CriteriaActs } from '../acts.ts'
import { overlapWords, whyOfPart } from '../words.ts'

type Form = { readonly acts: CriteriaActs; onClose(): void }
type Of = Form & { readonly model: CriteriaModel }

/** Begins a draft, from a version, or from the one in force where none is named. */
export function BeginDraft({ studio: { versions }, from, acts, onClose }: Form & { readonly studio: CriteriaStudio; readonly from?: CriteriaVersion | undefined }) {
  const [name, setName] = useState('')
  const base = from ?? versions.find(({ state }) => state === 'in_force')
  return (
    <FormDialog title="Begin a draft" subtitle={base ? `It begins with what version ${base.no}, ${base.name}, says.` : 'It begins empty.'} act="Begin" notYet={name.trim() === '' ? 'Give it a name' : undefined} onSubmit={() => acts.draft({ name: name.trim(), ...(from ? { from: from.id } : {}) })} onClose={onClose}>
      {(problem) => <TextField label="Name" required maxLength={120} data-focus-first="" value={name} onChange={setName} error={fieldError(problem, 'name')} />}
    </FormDialog>
  )
}

/** Approves a draft, with what may be counted twice said once more. */
export function ApproveCriteria({ model, acts, onClose }: Of) {
  const [reason, setReason] = useState('')
  const nameOf = (id: string): string => model.criteria.find((one) => one.id === id)?.name ?? ''
  return (
    <FormDialog title="Approve the criteria" subtitle={model.name} act="Approve" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.approve(model, reason.trim())} onClose={onClose}>
      <p>They are in force from now on. The version before stays as it was.</p>
      {model.overlaps.length > 0 && <ul className="list-disc pl-5">{model.overlaps.map((one) => <li key={`${one.a} ${one.b}`}>{nameOf(one.a)} and {nameOf(one.b)}: {overlapWords(one).toLowerCase()}.</li>)}</ul>}
      <TextArea label="Why" required rows={2} maxLength={4000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Puts a draft away. */
export function PutAway({ model, acts, onClose }: Of) {
  return (
    <FormDialog title="Put the draft away" subtitle={model.name} act="Put away" tone="danger" onSubmit={() => acts.remove(model)} onClose={onClose}>
      <p>What it says stays in the history; the version in force stays in force.</p>
    </FormDialog>
  )
}

/** Judges an initiative by a criterion that people judge; what was said last holds. */
export function JudgeInitiative({ model, acts, initiatives, onClose }: Of & { readonly initiatives: InitiativeChoices }) {
  const judged = model.criteria.filter(({ source }) => source.kind === 'judged')
  const [initiativeId, setInitiative] = useState('')
  const [criterionId, setCriterion] = useState(judged[0]?.id ?? '')
  const [raw, setRaw] = useState<string | null>(null)
  const [rationale, setRationale] = useState('')
  const criterion = judged.find(({ id }) => id === criterionId)
  const listed = model.scores.find(({ initiative }) => initiative.id === initiativeId)
  const part = listed?.parts.find((one) => one.criterionId === criterionId)
  const note = listed && criterion && whyOfPart(listed, criterion.name)?.terms?.[0]?.terms?.[0]?.note
  const before = part?.raw.status === 'ok' ? `${part.raw.value} until now${note ? `: ${note}` : ''}` : part ? 'Nobody has judged it so far.' : undefined
  const notYet = initiativeId === '' ? 'Choose an initiative' : raw === null ? 'Judge it' : rationale.trim() === '' ? 'Say why' : undefined
  const value = criterion?.scale.kind === 'points' ? Number(raw) : (raw ?? '')
  return (
    <FormDialog title="Judge an initiative" subtitle="What is said last holds." act="Judge" notYet={notYet} onSubmit={() => acts.score({ initiativeId, criterionId, raw: value, rationale: rationale.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} error={fieldError(problem, 'initiativeId')} />
          <Select label="Criterion" value={criterionId} options={judged.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { setCriterion(id); setRaw(null) }} />
          {criterion?.scale.kind === 'levels' ? <Select label="Level" {...(before === undefined ? {} : { hint: before })} value={raw ?? ''} options={criterion.scale.levels.map(({ name }) => ({ value: name, label: name }))} onChange={setRaw} error={fieldError(problem, 'raw')} />
            : <NumberField label="Number" {...(before === undefined ? {} : { hint: before })} {...(criterion?.scale.kind === 'points' && criterion.scale.unit ? { unit: criterion.scale.unit } : {})} value={raw} onChange={setRaw} error={fieldError(problem, 'raw')} />}
          <TextArea label="Why" required rows={2} maxLength={2000} value={rationale} onChange={setRationale} error={fieldError(problem, 'rationale')} />
        </>
      )}
    </FormDialog>
  )
}
