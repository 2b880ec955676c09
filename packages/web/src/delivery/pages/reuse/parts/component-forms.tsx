import type { Component, ComponentFits, ComponentKind, NewComponent } from '@throughline/contract/delivery'
import { componentKinds } from '@throughline/engine/delivery'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { FormDialog, fieldError, type Reading } from '../../../../wire/index.ts'
import { componentKindWords } from '../../../reuse-words.ts'
import type { Form } from '../acts.ts'

const linesOf = (text: string): string[] => text.split('\n').map((one) => one.trim()).filter((one) => one !== '')
export type WorkChoice = { readonly id: string; readonly name: string }

/** Says what an initiative makes that others can use, or changes that. */
export function EditComponent({ component, initiatives, work, deliverables, onMaker, today, acts, onClose }: Form & { readonly component?: Component | undefined; readonly initiatives: InitiativeChoices; /** The work of the initiative that was asked about. */ readonly work: readonly WorkChoice[]; /** Its deliverables, where it has any. */ readonly deliverables: readonly WorkChoice[]; onMaker(initiativeId: string): void; readonly today: string }) {
  const [initiativeId, setInitiative] = useState(component?.initiative.id ?? '')
  const [said, setSaid] = useState<NewComponent>({ name: component?.name ?? '', kind: component?.kind ?? 'software', availableOn: component?.availableOn ?? today, taskId: component?.work?.id ?? null, deliverableId: component?.deliverable?.id ?? null, skills: component?.skills ?? [], words: component?.words ?? '' })
  const [skills, setSkills] = useState(said.skills.join('\n'))
  const set = (change: Partial<NewComponent>) => setSaid((before) => ({ ...before, ...change }))
  const withOwn = (own: WorkChoice | null | undefined, all: readonly WorkChoice[]) => [{ value: '', label: 'None is named' }, ...(own && !all.some(({ id }) => id === own.id) ? [own, ...all] : all).map(({ id, name }) => ({ value: id, label: name }))]
  const entered = { ...said, skills: linesOf(skills) }
  const notYet = initiativeId === '' ? 'Choose the initiative that makes it' : said.name.trim() === '' ? 'Give it a name' : said.availableOn === '' ? 'Say from which day on it can be used' : undefined
  return (
    <FormDialog size="wide" title={component ? 'Change a component' : 'Add a component'} subtitle={component ? component.initiative.name : 'What an initiative makes that another can use'} act={component ? 'Change' : 'Add'} notYet={notYet} onSubmit={() => (component ? acts.change(component, entered) : acts.add(initiativeId, entered))} onClose={onClose}>
      {(problem) => (
        <>
          {!component && <FindSelect label="Made by the initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={initiativeId} onChange={(id) => { setInitiative(id); set({ taskId: null, deliverableId: null }); onMaker(id) }} />}
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField label="Name" required maxLength={200} value={said.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select<ComponentKind> label="Kind" value={said.kind} options={componentKinds.map((value) => ({ value, label: componentKindWords[value] }))} onChange={(kind) => set({ kind })} />
            <TextField type="date" label="Can be used from" required value={said.availableOn} onChange={(availableOn) => set({ availableOn })} error={fieldError(problem, 'availableOn')} />
            <Select label="The deliverable that it is" hint="Where it is named, its acceptance tells whether the component is there." value={said.deliverableId ?? ''} options={withOwn(component?.deliverable, deliverables)} onChange={(id) => set(id === '' ? { deliverableId: null } : { deliverableId: id, taskId: null })} error={fieldError(problem, 'deliverableId')} />
            {!said.deliverableId && <Select label="The work that makes it" hint="Where no deliverable is named, it tells whether the component is there." value={said.taskId ?? ''} options={withOwn(component?.work, work)} onChange={(taskId) => set({ taskId: taskId === '' ? null : taskId })} error={fieldError(problem, 'taskId')} />}
          </div>
          <TextArea label="What it does, and for whom" rows={3} maxLength={4000} value={said.words} onChange={(words) => set({ words })} error={fieldError(problem, 'words')} />
          <TextArea label="Skills in it" hint="One on each line; the people who have them may be of help." rows={2} value={skills} onChange={setSkills} error={fieldError(problem, 'skills')} />
        </>
      )}
    </FormDialog>
  )
}

/** Offers a component to another initiative, with what it saves there; those that read as if they need it stand first. */
export function OfferComponent({ component, fits: reading, initiatives, acts, onClose }: Form & { readonly component: Component; /** Who reads as if they could use it. */ readonly fits: Reading<ComponentFits>; readonly initiatives: InitiativeChoices }) {
  const format = useFormat()
  const fits = reading.state === 'full' ? reading.value.fits : reading.state === 'refused' ? [] : undefined
  const [to, setTo] = useState<{ readonly id: string; readonly name: string }>({ id: '', name: '' })
  const [least, setLeast] = useState<string | null>(null)
  const [most, setMost] = useState<string | null>(null)
  const [basis, setBasis] = useState('')
  const others = [...(to.id === '' || initiatives.found.some(({ id }) => id === to.id) ? [] : [to]), ...initiatives.found.filter(({ id }) => id !== component.initiative.id)]
  const notYet = to.id === '' ? 'Choose an initiative' : least === null || most === null ? 'Say how many hours it saves' : Number(least) > Number(most) ? 'At least is more than at most' : basis.trim() === '' ? 'Say by what that is estimated' : undefined
  return (
    <FormDialog size="wide" title={`Offer ${component.name}`} subtitle={`Made by ${component.initiative.name}. What it saves is unverified until the other initiative accepts it.`} act="Offer" notYet={notYet} onSubmit={() => acts.offer(component, { toInitiativeId: to.id, leastHours: Number(least), mostHours: Number(most), basis: basis.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <section aria-label="Who could use it">
            <p className="field-label">Who reads as if they could use it</p>
            {fits === undefined ? <p className="quiet">Looking …</p> : fits.length === 0 ? <p className="quiet">No initiative reads like it. Words only suggest; choose one below.</p> : (
              <ul className="grid gap-1">
                {fits.map(({ initiative, likeness: { metric, why }, offered }) => (
                  <li key={initiative.id} className="flex flex-wrap items-baseline gap-x-2">
                    {offered ? <span>{initiative.name} <span className="quiet">has an offer already</span></span> : <Button kind="link" aria-pressed={to.id === initiative.id} onClick={() => setTo(initiative)}>{initiative.name}</Button>}
                    <span className="quiet">likeness <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.percent(metric.value, 0) : ''}</WhyFigure></span>
                  </li>
                ))}
              </ul>
            )}
          </section>
          <FindSelect label="Offered to" findLabel="Find an initiative" options={others.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total - (initiatives.found.some(({ id }) => id === component.initiative.id) ? 1 : 0)} onFind={initiatives.find} value={to.id} onChange={(id) => setTo(others.find((one) => one.id === id) ?? { id, name: '' })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Saves at least" unit="person hours" required min={0} value={least} onChange={setLeast} error={fieldError(problem, 'leastHours')} />
            <NumberField label="Saves at most" unit="person hours" required min={0} value={most} onChange={setMost} error={fieldError(problem, 'mostHours')} />
          </div>
          <TextArea label="By what that is estimated" required rows={2} maxLength={2000} value={basis} onChange={setBasis} error={fieldError(problem, 'basis')} />
        </>
      )}
    </FormDialog>
  )
}
