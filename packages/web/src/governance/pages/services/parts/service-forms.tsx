import type { NewPmoService, NewServiceRequest, PmoService, RequestAnswer, RequestOutcome, ServiceClass, ServiceRequest, ServiceUse } from '@throughline/contract/governance'
import { serviceClasses } from '@throughline/engine/governance'
import { useState } from 'react'
import { states, stateWords } from '../../../../demand/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import { classWords } from '../../../service-words.ts'
import type { Named } from './request-forms.tsx'

export type ServiceActs = {
  add(service: NewPmoService): Outcome
  change(service: PmoService, given: Partial<NewPmoService>): Outcome
  publish(service: PmoService, reason: string): Outcome
  retire(service: PmoService, reason: string): Outcome
  ask(service: PmoService, request: NewServiceRequest): Outcome
  answer(request: ServiceRequest, answer: RequestAnswer['answer']): Outcome
  deliver(request: ServiceRequest, outcome: Omit<RequestOutcome, 'version'>): Outcome
  judge(request: ServiceRequest, use: Omit<ServiceUse, 'version'>): Outcome
}
type Form = { readonly acts: ServiceActs; onClose(): void }
const linesOf = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')
const blank: NewPmoService = { name: '', pmo: '', class: 'non_mandated', scope: '', responsibilities: '', serviceLevel: '', measure: '', inputs: [], outputs: [], stages: [], accountableRole: '', ownerId: '' }

/** Adds a service as a draft, or changes what stands in writing of one. */
export function EditService({ service, members, acts, onClose }: Form & { readonly service?: PmoService | undefined; readonly members: readonly Named[] }) {
  const [given, setGiven] = useState<NewPmoService>(service ? { ...service.text, ownerId: service.owner.id } : blank)
  const [inputs, setInputs] = useState(given.inputs.join('\n'))
  const [outputs, setOutputs] = useState(given.outputs.join('\n'))
  const set = (change: Partial<NewPmoService>) => setGiven((all) => ({ ...all, ...change }))
  const lacking = given.name.trim() === '' ? 'Give it a name' : given.pmo.trim() === '' ? 'Say which PMO offers it' : given.measure.trim() === '' ? 'Say by what it is measured' : given.accountableRole.trim() === '' ? 'Say which role is accountable' : given.ownerId === '' ? 'Choose an owner' : undefined
  const entered = { ...given, inputs: linesOf(inputs), outputs: linesOf(outputs) }
  return (
    <FormDialog title={service ? 'Change a service' : 'Add a service'} subtitle="It is offered once it is published." size="wide" act={service ? 'Change' : 'Add'} notYet={lacking} onSubmit={() => (service ? acts.change(service, entered) : acts.add(entered))} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={120} data-focus-first="" value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <TextField label="Offered by" hint="Which PMO, where there are several." required maxLength={120} value={given.pmo} onChange={(pmo) => set({ pmo })} error={fieldError(problem, 'pmo')} />
            <Select<ServiceClass> label="Class" value={given.class} options={serviceClasses.map((value) => ({ value, label: classWords[value] }))} onChange={(of) => set({ class: of })} />
            <TextField label="Measure" hint="By what one sees whether it is any good." required maxLength={500} value={given.measure} onChange={(measure) => set({ measure })} error={fieldError(problem, 'measure')} />
            <TextField label="Accountable role" required maxLength={120} value={given.accountableRole} onChange={(accountableRole) => set({ accountableRole })} error={fieldError(problem, 'accountableRole')} />
            <Select label="Owner" hint="Answers its requests." value={given.ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => set({ ownerId })} />
          </div>
          <TextArea label="Scope" rows={2} maxLength={4000} value={given.scope} onChange={(scope) => set({ scope })} />
          <TextArea label="Responsibilities" hint="What the PMO does, and what whoever asks does." rows={2} maxLength={4000} value={given.responsibilities} onChange={(responsibilities) => set({ responsibilities })} />
          <TextArea label="Service level" hint="What is promised, such as an answer within ten days." rows={1} maxLength={1000} value={given.serviceLevel} onChange={(serviceLevel) => set({ serviceLevel })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <TextArea label="Takes" hint="One on each line: what it needs to begin." rows={3} value={inputs} onChange={setInputs} error={fieldError(problem, 'inputs')} />
            <TextArea label="Gives" hint="One on each line: what comes of it." rows={3} value={outputs} onChange={setOutputs} error={fieldError(problem, 'outputs')} />
          </div>
          <fieldset><legend className="mb-1">Of use in these states of an initiative; none: in all</legend><div className="flex flex-wrap gap-x-4 gap-y-1">{states.map((state) => <Checkbox key={state} label={stateWords[state]} checked={given.stages.includes(state)} onChange={(on) => set({ stages: states.filter((one) => (one === state ? on : given.stages.includes(one))) })} />)}</div></fieldset>
        </>
      )}
    </FormDialog>
  )
}

/** Publishes what stands in writing as the next edition; another class is said aloud. */
export function PublishService({ service, acts, onClose }: Form & { readonly service: PmoService }) {
  const [reason, setReason] = useState('')
  const { text, editions: [last] } = service
  return (
    <FormDialog title={last ? `Publish edition ${last.no + 1}` : 'Publish a service'} subtitle={text.name} act="Publish" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.publish(service, reason.trim())} onClose={onClose}>
      <p>{last === undefined ? `From now on everybody can ask for it, as ${classWords[text.class].toLowerCase()}.` : last.class === text.class ? `Its class stays ${classWords[text.class].toLowerCase()}.` : `Its class becomes ${classWords[text.class].toLowerCase()}; it was ${classWords[last.class].toLowerCase()}. Hours of before keep the class of their day.`}</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}

/** Gives a retired service another owner, so that what was asked of it is still answered. */
export function ChangeOwner({ service, members, acts, onClose }: Form & { readonly service: PmoService; readonly members: readonly Named[] }) {
  const [ownerId, setOwner] = useState(service.owner.id)
  return (
    <FormDialog title="Change the owner" subtitle={service.text.name} act="Change" notYet={ownerId === service.owner.id ? 'Choose somebody else' : undefined} onSubmit={() => acts.change(service, { ownerId })} onClose={onClose}>
      <p>The service is retired; what was asked of it before is still answered, by its owner.</p>
      <Select label="Owner" value={ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOwner} />
    </FormDialog>
  )
}

/** Retires a service, with the reason. */
export function RetireService({ service, acts, onClose }: Form & { readonly service: PmoService }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Retire a service" subtitle={service.text.name} act="Retire" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.retire(service, reason.trim())} onClose={onClose}>
      <p>Nobody can ask for it any more. {service.open === 0 ? 'No request is open.' : 'What was asked of it before is still answered.'}</p>
      <TextArea label="Why" required rows={2} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
    </FormDialog>
  )
}
