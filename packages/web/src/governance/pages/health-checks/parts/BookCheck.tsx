import type { NewHealthCheck, ReviewTier } from '@throughline/contract/governance'
import { reviewTiers } from '@throughline/engine/governance'
import { useState } from 'react'
import type { InitiativeChoices } from '../../../../demand/index.ts'
import { scaleWords } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { FindSelect } from '../../../../ui/controls/FindSelect.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../outcome.ts'
import type { Named } from '../../../parts/recommendation-forms.tsx'
import { healthWords as words, tierWords } from '../../../review-words.ts'

export type BookActs = { book(check: NewHealthCheck): Outcome }
const scales = Object.keys(scaleWords) as readonly NewHealthCheck['scale'][]

/** Books a health check of an initiative and says who reviews. */
export function BookCheck({ members, initiatives, today, acts, onClose }: { readonly members: readonly Named[]; readonly initiatives: InitiativeChoices; readonly today: string; readonly acts: BookActs; onClose(): void }) {
  const [given, setGiven] = useState<NewHealthCheck>({ initiativeId: '', tier: 'standard', scale: 'five_point', plannedOn: today, purpose: '', reviewerIds: [] })
  const set = (change: Partial<NewHealthCheck>) => setGiven((all) => ({ ...all, ...change }))
  const notYet = given.initiativeId === '' ? 'Choose an initiative' : given.purpose.trim() === '' ? 'Say what for' : given.plannedOn === '' ? 'Choose a day' : given.reviewerIds.length === 0 ? 'Choose who reviews' : undefined
  return (
    <FormDialog title="Book a health check" subtitle="Its questions are those of today and stay so." size="wide" act="Book" notYet={notYet} onSubmit={() => acts.book({ ...given, purpose: given.purpose.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <FindSelect label="Initiative" findLabel="Find an initiative" options={initiatives.found.map(({ id, name }) => ({ value: id, label: name }))} total={initiatives.total} onFind={initiatives.find} value={given.initiativeId} onChange={(initiativeId) => set({ initiativeId })} error={fieldError(problem, 'initiativeId')} />
          <TextArea label="What for" hint="What is to be decided on it, such as the approval of the next tranche." required rows={2} maxLength={2000} value={given.purpose} onChange={(purpose) => set({ purpose })} error={fieldError(problem, 'purpose')} />
          <div className="grid gap-4 sm:grid-cols-3">
            <Select<ReviewTier> label="Tier" hint="How deep it goes, by what is at stake." value={given.tier} options={reviewTiers.map((value) => ({ value, label: tierWords[value] }))} onChange={(tier) => set({ tier })} />
            <Select<NewHealthCheck['scale']> label="Scale" hint="Levels of one are never turned into the other." value={given.scale} options={scales.map((value) => ({ value, label: scaleWords[value] }))} onChange={(scale) => set({ scale })} />
            <TextField type="date" label="Planned on" required value={given.plannedOn} onChange={(plannedOn) => set({ plannedOn })} error={fieldError(problem, 'plannedOn')} />
          </div>
          <fieldset>
            <legend className="mb-1">Reviewers</legend>
            <p className="quiet mb-2">{words.independence}</p>
            <div className="flex flex-wrap gap-x-4 gap-y-1">{members.map(({ id, name }) => <Checkbox key={id} label={name} checked={given.reviewerIds.includes(id)} onChange={(on) => set({ reviewerIds: on ? [...given.reviewerIds, id] : given.reviewerIds.filter((one) => one !== id) })} />)}</div>
          </fieldset>
        </>
      )}
    </FormDialog>
  )
}
