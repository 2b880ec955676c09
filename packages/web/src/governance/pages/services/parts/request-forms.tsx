import type { PmoService, ServiceRequest, UseLevel } from '@throughline/contract/governance'
import { useLevels } from '@throughline/engine/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { minorFromField } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { useWords } from '../../../service-words.ts'
import { servicesWords as words } from '../words.ts'
import type { ServiceActs } from './service-forms.tsx'

/** Somebody to choose. */
export type Named = { readonly id: string; readonly name: string }
type Form = { readonly acts: ServiceActs; onClose(): void }

/** Asks for a service, for an initiative or, unless it is an assurance, without one. */
export function AskForService({ service, initiatives, acts, onClose }: Form & { readonly service: PmoService; readonly initiatives: InitiativeChoices }) {
  const [said, setSaid] = useState('')
  const [initiativeId, setInitiative] = useState('')
  const [neededOn, setNeeded] = useState('')
  const { name, class: of, serviceLevel } = service.editions[0] ?? service.text
  const assured = of === 'mandated_assurance'
  const none = assured ? [] : [{ value: '', label: 'No initiative' }]
  const notYet = said.trim() === '' ? 'Say what you need' : assured && initiativeId === '' ? 'Choose the initiative that is to be assured' : undefined
  return (
    <FormDialog title={`Ask for: ${name}`} subtitle={serviceLevel} act="Ask" notYet={notYet} onSubmit={() => acts.ask(service, { words: said.trim(), initiativeId: initiativeId === '' ? null : initiativeId, neededOn: neededOn === '' ? null : neededOn })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="For the initiative" findLabel="Find an initiative" options={[...none, ...initiatives.found.map(({ id, name: label }) => ({ value: id, label }))]} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} error={fieldError(problem, 'initiativeId')} />
          <TextArea label="What you need" required rows={3} maxLength={4000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          <TextField type="date" label="Needed on" value={neededOn} onChange={setNeeded} error={fieldError(problem, 'neededOn')} />
        </>
      )}
    </FormDialog>
  )
}

/** Accepts a request and says who performs it, or declines it; one that was accepted can be given to somebody else, or be declined after all. */
export function AnswerRequest({ request, members, acts, onClose }: Form & { readonly request: ServiceRequest; readonly members: readonly Named[] }) {
  const [kind, setKind] = useState<'accept' | 'decline'>('accept')
  const [performerId, setPerformer] = useState(request.performer?.id ?? '')
  const [said, setSaid] = useState('')
  const waits = request.state === 'waiting'
  const notYet = kind === 'decline' ? (said.trim() === '' ? 'Say why' : undefined) : performerId === '' ? 'Choose who performs it' : undefined
  return (
    <FormDialog title={waits ? 'Answer a request' : 'Answer a request again'} subtitle={`${request.service.name}, for ${request.askedBy.name}`} act={kind === 'decline' ? 'Decline' : 'Accept'} notYet={notYet} onSubmit={() => acts.answer(request, kind === 'accept' ? { kind, performerId, words: said.trim() } : { kind, reason: said.trim() })} onClose={onClose}>
      <p>“{request.words}”</p>
      <Select label="Answer" value={kind} options={[{ value: 'accept', label: waits ? 'Accept' : 'Give it to somebody else' }, { value: 'decline', label: waits ? 'Decline' : 'Decline it after all' }]} onChange={setKind} />
      {kind === 'accept' && <Select label="Performed by" hint={request.service.class === 'mandated_assurance' ? words.independence : undefined} value={performerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setPerformer} />}
      <TextArea label={kind === 'decline' ? 'Why' : 'What to say about it'} required={kind === 'decline'} rows={2} maxLength={2000} value={said} onChange={setSaid} />
    </FormDialog>
  )
}

/** Says what came of a request, with the hours that it took. */
export function DeliverRequest({ request, currency, today, acts, onClose }: Form & { readonly request: ServiceRequest; readonly currency: string; readonly today: string }) {
  const [said, setSaid] = useState('')
  const [on, setOn] = useState(today)
  const [hours, setHours] = useState<string | null>(null)
  const [cost, setCost] = useState<string | null>(null)
  const costMinor = minorFromField(cost, currency)
  const notYet = said.trim() === '' ? 'Say what came of it' : hours === null || Number(hours) <= 0 ? 'Say how many hours it took' : costMinor === undefined ? 'The cost is no amount' : undefined
  return (
    <FormDialog title="Deliver a request" subtitle={`${request.service.name}, for ${request.askedBy.name}`} act="Deliver" notYet={notYet} onSubmit={() => acts.deliver(request, { words: said.trim(), on, hours: hours ?? '', costMinor: costMinor ?? null })} onClose={onClose}>
      {(problem) => (
        <>
          <TextArea label="What came of it" required rows={3} maxLength={4000} data-focus-first="" value={said} onChange={setSaid} />
          <div className="grid gap-4 sm:grid-cols-3">
            <TextField type="date" label="Worked on" required value={on} onChange={setOn} error={fieldError(problem, 'on')} />
            <NumberField label="Hours" required min={0} value={hours} onChange={setHours} error={fieldError(problem, 'hours')} />
            <NumberField label="Cost" unit={currency} hint="Where it is known." min={0} value={cost} onChange={setCost} error={fieldError(problem, 'costMinor')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Says what a service was worth to whoever asked for it. */
export function JudgeUse({ request, acts, onClose }: Form & { readonly request: ServiceRequest }) {
  const [level, setLevel] = useState<UseLevel | ''>(request.use?.level ?? '')
  const [said, setSaid] = useState(request.use?.words ?? '')
  return (
    <FormDialog title="What it was worth" subtitle={request.service.name} act="Say so" notYet={level === '' ? 'Choose one' : undefined} onSubmit={() => acts.judge(request, { level: level === '' ? 'none' : level, words: said.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          {request.outcome && <p>“{request.outcome.words}”</p>}
          <Select<UseLevel | ''> label="To me it was" value={level} options={useLevels.map((value) => ({ value, label: useWords[value] }))} onChange={setLevel} error={fieldError(problem, 'level')} />
          <TextArea label="What to say about it" rows={2} maxLength={2000} value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}
