import type { ChangePlan, Innovation, NewChangePlan } from '@throughline/contract/demand'
import { useState } from 'react'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { InitiativeChoices } from '../../../find-initiatives.ts'
import type { Choice, InnovationActs } from '../acts.ts'

type Form = { readonly acts: InnovationActs; onClose(): void }

/** Begins a plan of change for an initiative by a template. */
export function BeginPlan({ templates, members, initiatives, acts, onClose }: Form & { readonly templates: Innovation['templates']; readonly members: readonly Choice[]; readonly initiatives: InitiativeChoices }) {
  const [initiativeId, setInitiative] = useState('')
  const [template, setTemplate] = useState<NewChangePlan['template'] | ''>('')
  const [ownerId, setOwner] = useState('')
  const chosen = templates.find(({ key }) => key === template)
  const notYet = initiativeId === '' ? 'Choose the initiative' : template === '' ? 'Choose a template' : ownerId === '' ? 'Choose who leads it' : undefined
  return (
    <FormDialog title="Begin a plan of change" act="Begin" notYet={notYet} onSubmit={() => acts.plan({ initiativeId, template: template === '' ? 'adkar' : template, ownerId })} onClose={onClose}>
      {(refused) => (
        <>
          <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={setInitiative} error={fieldError(refused, 'initiativeId')} />
          <Select<NewChangePlan['template']> label="Template" value={template} options={templates.map(({ key, title, fits }) => ({ value: key, label: `${title}: ${fits}` }))} onChange={setTemplate} error={fieldError(refused, 'template')} />
          {chosen && <div><ol className="list-decimal pl-5">{chosen.steps.map((step) => <li key={step}>{step}</li>)}</ol><p className="quiet mt-1">{chosen.source}</p></div>}
          <Select label="Led by" value={ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={setOwner} error={fieldError(refused, 'ownerId')} />
        </>
      )}
    </FormDialog>
  )
}

/** Says that a step is done, and what shows it. */
export function CompleteStep({ plan, step, acts, onClose }: Form & { readonly plan: ChangePlan; readonly step: number }) {
  const [evidence, setEvidence] = useState('')
  return (
    <FormDialog title="A step is done" subtitle={plan.steps[step - 1]?.name ?? ''} act="Done" notYet={evidence.trim() === '' ? 'Say what shows it' : undefined} onSubmit={() => acts.complete(plan, step, evidence.trim())} onClose={onClose}>
      {(refused) => <TextArea label="What shows it" hint={plan.initiative.name} required rows={3} maxLength={2000} data-focus-first="" value={evidence} onChange={setEvidence} error={fieldError(refused, 'evidence')} />}
    </FormDialog>
  )
}
