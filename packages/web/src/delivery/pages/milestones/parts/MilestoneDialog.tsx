import type { NewContributor, StrategicMilestone } from '@throughline/contract/delivery'
import { X } from 'lucide-react'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { MilestoneActs } from '../acts.ts'
import { begun, contributorOf, notYetOf, type EnteredContributor } from '../milestone-form.ts'
import { roleWords } from '../../../milestone-words.ts'

/** What a milestone can be of, and depend on. */
export type MilestoneSetting = { readonly objectives: readonly { readonly id: string; readonly statement: string }[]; readonly initiatives: InitiativeChoices }
const roles = (Object.keys(roleWords) as NewContributor['role'][]).map((value) => ({ value, label: roleWords[value] }))

/** Adds a milestone, or changes one; the objective of one that is there stays. */
export function MilestoneDialog({ milestone, acts, objectives, initiatives, onClose }: MilestoneSetting & { readonly milestone: StrategicMilestone | undefined; readonly acts: MilestoneActs; onClose(): void }) {
  const [objectiveId, setObjective] = useState(objectives[0]?.id ?? '')
  const [entered, setEntered] = useState(() => begun(milestone))
  const set = (part: Partial<typeof entered>) => setEntered({ ...entered, ...part })
  const body = { name: entered.name.trim(), wantedOn: entered.wantedOn, note: entered.note.trim(), contributors: entered.contributors.map(contributorOf) }
  return (
    <FormDialog size="wide" title={milestone ? milestone.name : 'Add a milestone'} act={milestone ? 'Save' : 'Add'} notYet={notYetOf(entered)} onSubmit={() => (milestone ? acts.change(milestone, body) : acts.add(objectiveId, body))} onClose={onClose}>
      {(problem) => (
        <>
          {!milestone && <Select label="Objective" value={objectiveId} options={objectives.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={setObjective} />}
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
            <TextField label="What is reached" required maxLength={200} data-focus-first="" value={entered.name} onChange={(name) => set({ name })} error={fieldError(problem, 'name')} />
            <TextField label="Wanted on" required type="date" value={entered.wantedOn} onChange={(wantedOn) => set({ wantedOn })} error={fieldError(problem, 'wantedOn')} />
          </div>
          <Depends contributors={entered.contributors} initiatives={initiatives} onChange={(contributors) => set({ contributors })} />
          <TextArea label="Note" rows={2} maxLength={2000} value={entered.note} onChange={(note) => set({ note })} />
        </>
      )}
    </FormDialog>
  )
}

function Depends({ contributors, initiatives, onChange }: { readonly contributors: readonly EnteredContributor[]; readonly initiatives: InitiativeChoices; onChange(contributors: readonly EnteredContributor[]): void }) {
  const change = (at: number, part: Partial<EnteredContributor>) => onChange(contributors.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const free = initiatives.found.filter(({ id }) => !contributors.some((one) => one.initiativeId === id))
  return (
    <fieldset className="grid gap-3">
      <legend className="text-label mb-1">Initiatives that it depends on; three points of the end where somebody knows them, else its planned end counts</legend>
      {contributors.map((one, at) => (
        <div key={one.initiativeId} role="group" aria-label={one.name} className="grid gap-2 border-t border-border pt-2">
          <div className="flex flex-wrap items-center gap-2"><strong className="grow">{one.name}</strong><Button kind="quiet" aria-label={`Leave out ${one.name}`} onClick={() => onChange(contributors.filter((_, place) => place !== at))}><X aria-hidden="true" /></Button></div>
          <div className="grid items-end gap-2 sm:grid-cols-4">
            <Select label="Role" value={one.role} options={roles} onChange={(role) => change(at, { role })} />
            <TextField label="Earliest end" type="date" value={one.earliestOn} onChange={(earliestOn) => change(at, { earliestOn })} />
            <TextField label="Likely end" type="date" value={one.likelyOn} onChange={(likelyOn) => change(at, { likelyOn })} />
            <TextField label="Latest end" type="date" value={one.latestOn} onChange={(latestOn) => change(at, { latestOn })} />
          </div>
          <TextField label="Why, or by whom the points are" maxLength={500} value={one.note} onChange={(note) => change(at, { note })} />
        </div>
      ))}
      <FindSelect label="Add an initiative" findLabel="Find an initiative" options={free.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value="" onChange={(id) => { const found = free.find((one) => one.id === id); if (found) onChange([...contributors, { initiativeId: id, name: found.name, role: 'required', earliestOn: '', likelyOn: '', latestOn: '', note: '' }]) }} />
    </fieldset>
  )
}

/** Says on which day a milestone was reached, or that it was not after all. */
export function ReachedDialog({ milestone, acts, onClose }: { readonly milestone: StrategicMilestone; readonly acts: MilestoneActs; onClose(): void }) {
  const [on, setOn] = useState(milestone.reachedOn ?? '')
  const notYet = on === '' && milestone.reachedOn === null ? 'Say on which day' : undefined
  return (
    <FormDialog title="When it was reached" subtitle={milestone.name} act="Save" notYet={notYet} onSubmit={() => acts.reached(milestone, on === '' ? null : on)} onClose={onClose}>
      <TextField label="Reached on" type="date" data-focus-first="" hint={milestone.reachedOn === null ? undefined : 'Leave it empty where it was not reached after all.'} value={on} onChange={setOn} />
    </FormDialog>
  )
}

/** Asks before a milestone goes. */
export const RemoveMilestone = ({ milestone, acts, onClose }: { readonly milestone: StrategicMilestone; readonly acts: MilestoneActs; onClose(): void }) => (
  <FormDialog title={`Remove ${milestone.name}?`} act="Remove" tone="danger" onSubmit={() => acts.remove(milestone)} onClose={onClose}>
    <p>Its forecast is made no more. Its history stays.</p>
  </FormDialog>
)
