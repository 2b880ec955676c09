import type { DeliverableClass, NewDeliverable, QualityCriterion } from '@throughline/contract/governance'
import { deliverableClasses } from '@throughline/engine/governance'
import type { Problem } from '@throughline/contract/wire'
import { useState, type ReactNode } from 'react'
import { Button } from '../../ui/controls/Button.tsx'
import { Checkbox } from '../../ui/controls/Check.tsx'
import { NumberField } from '../../ui/controls/NumberField.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../wire/index.ts'
import type { Outcome } from '../outcome.ts'
import { classWords, qualityWords as words } from '../quality-words.ts'
import type { Named } from './recommendation-forms.tsx'

/** What a deliverable says, as it is entered. */
export type GivenDeliverable = Omit<NewDeliverable, 'initiativeId'>
export const blankDeliverable = (dueOn: string): GivenDeliverable => ({ name: '', class: 'document', about: '', ownerId: '', authorIds: [], dueOn, milestoneId: null, element: null, madeHours: null, criteria: [{ code: 'C1', says: '', measuredBy: '', threshold: '' }] })
/** Milestones of the initiative, and elements of the framework that it follows. */
export type DeliverableChoices = { readonly milestones: readonly Named[]; readonly elements: readonly { readonly key: string; readonly name: string }[] }

const blank = ({ says, measuredBy, threshold }: QualityCriterion): boolean => [says, measuredBy, threshold].every((text) => text.trim() === '')
const half = (one: QualityCriterion): boolean => !blank(one) && [one.code, one.says, one.measuredBy, one.threshold].some((text) => text.trim() === '')
const whyNot = ({ name, ownerId, authorIds, dueOn, criteria }: GivenDeliverable): string | undefined =>
  name.trim() === '' ? 'Name it' : ownerId === '' ? 'Choose who owns it' : authorIds.length === 0 ? 'Choose who makes it' : authorIds.length > 8 ? 'At most eight make it' : dueOn === '' ? 'Choose a day' : criteria.some(half) ? 'A criterion has a code, and says how it is measured and from where on it is met' : undefined

type FormProps = { readonly title: string; readonly subtitle?: string; readonly act: string; readonly before: GivenDeliverable; readonly members: readonly Named[]; readonly choices: DeliverableChoices; /** Whether other criteria can be given. */ readonly criteria: boolean; /** What is asked first, and why it is not there yet. */ readonly first?: (problem: Problem | undefined) => ReactNode; readonly notYet?: string | undefined; onSubmit(given: GivenDeliverable): Outcome; onClose(): void }

/** Lists a deliverable or changes it: what it is, who makes it, and what it is held against. */
export function DeliverableForm({ title, subtitle, act, before, members, choices, criteria, first, notYet, onSubmit, onClose }: FormProps) {
  const [given, setGiven] = useState(before)
  const set = (change: Partial<GivenDeliverable>) => setGiven((all) => ({ ...all, ...change }))
  const send = () => onSubmit({ ...given, name: given.name.trim(), about: given.about.trim(), criteria: given.criteria.filter((one) => !blank(one)) })
  return (
    <FormDialog title={title} {...(subtitle === undefined ? {} : { subtitle })} size="wide" act={act} notYet={notYet ?? whyNot(given)} onSubmit={send} onClose={onClose}>
      {(problem) => (
        <>
          {first?.(problem)}
          <div className="grid gap-4 sm:grid-cols-[1fr_10rem_10rem]">
            <TextField label="Name" required maxLength={200} value={given.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <Select<DeliverableClass> label="Class" value={given.class} options={deliverableClasses.map((value) => ({ value, label: classWords[value] }))} onChange={(of) => set({ class: of })} />
            <TextField type="date" label="Needed on" required value={given.dueOn} onChange={(dueOn) => set({ dueOn })} error={fieldError(problem, 'dueOn')} />
          </div>
          <TextArea label="What it is" rows={2} maxLength={4000} value={given.about} onChange={(about) => set({ about })} error={fieldError(problem, 'about')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Owner" hint="Who answers for it." required value={given.ownerId} options={members.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ownerId) => set({ ownerId })} error={fieldError(problem, 'ownerId')} />
            <NumberField label="Hours of making it" hint="Without rework; empty: not known." unit="person hours" min={0} value={given.madeHours === null ? null : String(given.madeHours)} onChange={(hours) => set({ madeHours: hours === null ? null : Number(hours) })} error={fieldError(problem, 'madeHours')} />
          </div>
          <fieldset>
            <legend className="mb-1">Made by</legend>
            <p className="quiet mb-2">{words.makers}</p>
            <div className="flex flex-wrap gap-x-4 gap-y-1">{members.map(({ id, name }) => <Checkbox key={id} label={name} checked={given.authorIds.includes(id)} onChange={(on) => set({ authorIds: on ? [...given.authorIds, id] : given.authorIds.filter((one) => one !== id) })} />)}</div>
          </fieldset>
          {(choices.milestones.length > 0 || choices.elements.length > 0) && (
            <div className="grid gap-4 sm:grid-cols-2">
              {choices.milestones.length > 0 && <Select label="For the milestone" value={given.milestoneId ?? ''} options={[{ value: '', label: 'None' }, ...choices.milestones.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(id) => set({ milestoneId: id === '' ? null : id })} />}
              {choices.elements.length > 0 && <Select label="For the framework" hint="The element that asks for it." value={given.element ?? ''} options={[{ value: '', label: 'None' }, ...choices.elements.map(({ key, name }) => ({ value: key, label: `${key}: ${name}` }))]} onChange={(key) => set({ element: key === '' ? null : key })} />}
            </div>
          )}
          {criteria ? <CriteriaFields criteria={given.criteria} problem={problem} onChange={(all) => set({ criteria: all })} /> : <p className="quiet">Its edition was reviewed: the criteria stay as they are.</p>}
        </>
      )}
    </FormDialog>
  )
}

/** What it is held against: each criterion with how it is measured and from where on it is met. */
function CriteriaFields({ criteria, problem, onChange }: { readonly criteria: readonly QualityCriterion[]; readonly problem: Problem | undefined; onChange(criteria: QualityCriterion[]): void }) {
  const set = (at: number, change: Partial<QualityCriterion>) => onChange(criteria.map((one, nth) => (nth === at ? { ...one, ...change } : one)))
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1">Criteria</legend>
      {criteria.map((one, at) => (
        <div key={at} className="grid items-end gap-3 sm:grid-cols-[5rem_1fr_1fr_1fr_auto]">
          <TextField label="Code" maxLength={20} value={one.code} onChange={(code) => set(at, { code: code.replaceAll(/\s/g, '') })} error={fieldError(problem, `criteria/${at}/code`)} />
          <TextField label="Criterion" maxLength={500} value={one.says} onChange={(says) => set(at, { says })} error={fieldError(problem, `criteria/${at}/says`)} />
          <TextField label="Measured by" maxLength={500} value={one.measuredBy} onChange={(measuredBy) => set(at, { measuredBy })} error={fieldError(problem, `criteria/${at}/measuredBy`)} />
          <TextField label="Met from" maxLength={300} value={one.threshold} onChange={(threshold) => set(at, { threshold })} error={fieldError(problem, `criteria/${at}/threshold`)} />
          <Button kind="quiet" aria-label={`Leave out ${one.code}`} onClick={() => onChange(criteria.filter((_, nth) => nth !== at))}>Leave out</Button>
        </div>
      ))}
      {criteria.length < 30 && <span><Button kind="quiet" onClick={() => onChange([...criteria, { code: nextCode(criteria), says: '', measuredBy: '', threshold: '' }])}>One more criterion</Button></span>}
    </fieldset>
  )
}

/** The first of C1, C2 … that is not there. */
function nextCode(criteria: readonly QualityCriterion[]): string {
  const taken = new Set(criteria.map(({ code }) => code.toLowerCase()))
  let at = 1
  while (taken.has(`c${at}`)) at += 1
  return `C${at}`
}
