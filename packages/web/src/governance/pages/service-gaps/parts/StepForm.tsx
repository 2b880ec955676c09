import type { CapabilityArea, NewServiceStep, ServiceGaps, ServiceStep, ServiceStepChange } from '@throughline/contract/governance'
import { capabilityAreas } from '@throughline/engine/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { areaWords, levelWords } from '../words.ts'

export type StepActs = { plan(step: NewServiceStep): Outcome; change(step: ServiceStep, given: Omit<ServiceStepChange, 'version'>): Outcome; drop(step: ServiceStep, reason: string): Outcome }
export type StepChoices = { readonly services: ServiceGaps['services']; readonly members: readonly { readonly id: string; readonly name: string }[]; readonly initiatives: InitiativeChoices; readonly today: string }
type StepFormProps = StepChoices & { readonly step?: ServiceStep | undefined; /** Where the form was opened from. */ readonly area?: CapabilityArea | undefined; readonly acts: StepActs; onClose(): void }

/** Plans a step of the roadmap, or changes one that is still to come. */
export function StepForm({ step, area: asked, services, members, initiatives, today, acts, onClose }: StepFormProps) {
  const [serviceId, setService] = useState(step?.service.id ?? services[0]?.id ?? '')
  const [area, setArea] = useState<CapabilityArea>(step?.area ?? asked ?? capabilityAreas[0])
  const level = step ? step.level : services.find(({ id }) => id === serviceId)?.levels.find((one) => one.area === area)?.level ?? null
  const [toLevel, setLevel] = useState(step ? String(step.toLevel) : '')
  const [dueOn, setDue] = useState(step?.dueOn ?? '')
  const [ownerId, setOwner] = useState(step?.owner.id ?? '')
  const [initiativeId, setInitiative] = useState(step?.initiative?.id ?? '')
  const [words, setWords] = useState(step?.words ?? '')
  const higher = levelWords.flatMap((label, at) => (at > (level ?? 0) ? [{ value: String(at), label }] : []))
  const notYet = !higher.some(({ value }) => value === toLevel) ? 'Choose a level above the present one' : dueOn === '' ? 'Say until when' : ownerId === '' ? 'Choose who sees to it' : undefined
  const given = { toLevel: Number(toLevel), dueOn, initiativeId: initiativeId === '' ? null : initiativeId, words: words.trim() }
  const moved = step?.owner.id === ownerId ? given : { ...given, ownerId }
  const kept = step?.initiative && !initiatives.found.some(({ id }) => id === step.initiative?.id) ? [{ value: step.initiative.id, label: step.initiative.name }] : []
  const left = step && !members.some(({ id }) => id === step.owner.id) ? [{ value: step.owner.id, label: step.owner.name }] : []
  return (
    <FormDialog title={step ? 'Change a step' : 'Plan a step'} subtitle="It is reached once its service is judged to be at the level." act={step ? 'Change' : 'Plan'} notYet={notYet} onSubmit={() => (step ? acts.change(step, moved) : acts.plan({ serviceId, area, ...given, ownerId }))} onClose={onClose}>
      {(problem) => (
        <>
          {step ? <p>{step.service.name}, {areaWords[step.area]}</p> : <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Service" value={serviceId} options={services.map(({ id, name }) => ({ value: id, label: name }))} onChange={setService} />
            <Select<CapabilityArea> label="Area" value={area} options={capabilityAreas.map((value) => ({ value, label: areaWords[value] }))} onChange={setArea} />
          </div>}
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Lift it to" hint={level === null ? 'Nobody has judged it so far.' : `It is at ${level} now.`} value={toLevel} options={higher} onChange={setLevel} error={fieldError(problem, 'toLevel')} />
            <TextField type="date" label="Until" required min={step ? undefined : today} value={dueOn} onChange={setDue} error={fieldError(problem, 'dueOn')} />
          </div>
          <Select label="Seen to by" value={ownerId} options={[...left, ...members.map(({ id, name }) => ({ value: id, label: name }))]} onChange={setOwner} error={fieldError(problem, 'ownerId')} />
          <FindSelect label="Delivered by the initiative" findLabel="Find an initiative" options={[{ value: '', label: 'No initiative' }, ...kept, ...initiatives.found.map(({ id, name }) => ({ value: id, label: name }))]} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} error={fieldError(problem, 'initiativeId')} />
          <TextArea label="What is done" rows={2} maxLength={2000} value={words} onChange={setWords} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Gives a step up, with the reason. */
export function DropStep({ step, acts, onClose }: { readonly step: ServiceStep; readonly acts: StepActs; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Give the step up" subtitle={`${step.service.name}, ${areaWords[step.area]}, to level ${step.toLevel}`} act="Give up" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.drop(step, reason.trim())} onClose={onClose}>
      {(problem) => <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} error={fieldError(problem, 'reason')} />}
    </FormDialog>
  )
}
