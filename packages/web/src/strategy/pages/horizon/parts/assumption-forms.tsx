import type { Assumption, AssumptionReview } from '@throughline/contract/strategy'
import { addDays } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { HorizonActs } from '../acts.ts'
import { optionsOf, outcomeWords } from '../words.ts'
import { About } from './About.tsx'
import type { HorizonSetting } from './signal-forms.tsx'

type Form = { readonly acts: HorizonActs; readonly today: string; onClose(): void }

/** Writes down an assumption, or changes one. */
export function AssumptionDialog({ assumption, acts, today, objectives, measures, services, onClose }: Form & HorizonSetting & { readonly assumption: Assumption | undefined }) {
  const [said, setSaid] = useState({ statement: assumption?.statement ?? '', owner: assumption?.owner ?? '', tripWords: assumption?.tripWords ?? '', reviewOn: assumption?.reviewOn ?? addDays(today, 180), objectiveIds: assumption?.objectives.map(({ id }) => id) ?? [], serviceIds: assumption?.services.map(({ id }) => id) ?? [] })
  const [wire, setWire] = useState<{ readonly measureId: string; readonly direction: 'above' | 'below'; readonly value: string | null }>({ measureId: assumption?.wire?.measureId ?? '', direction: assumption?.wire?.direction ?? 'below', value: assumption?.wire ? String(assumption.wire.value) : null })
  const set = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const notYet = said.statement.trim() === '' ? 'Say what is assumed' : said.owner.trim() === '' ? 'Say who answers for it' : said.reviewOn === '' ? 'Say when it is reviewed' : wire.measureId !== '' && wire.value === null ? 'Give the value of the measure' : undefined
  const body = { ...said, statement: said.statement.trim(), owner: said.owner.trim(), tripWords: said.tripWords.trim(), wire: wire.measureId === '' ? null : { measureId: wire.measureId, direction: wire.direction, value: Number(wire.value) } }
  return (
    <FormDialog size="wide" title={assumption ? 'Change an assumption' : 'Write down an assumption'} act={assumption ? 'Save' : 'Add'} notYet={notYet} onSubmit={() => (assumption ? acts.reword(assumption, body) : acts.assume(body))} onClose={onClose}>
      {(problem) => (
        <>
          <TextArea label="What is assumed" required data-focus-first="" rows={2} maxLength={500} value={said.statement} onChange={(statement) => set({ statement })} error={fieldError(problem, 'statement')} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label="Who answers for it" required maxLength={200} value={said.owner} onChange={(owner) => set({ owner })} />
            <TextField label="Reviewed on" type="date" required value={said.reviewOn} onChange={(reviewOn) => set({ reviewOn })} error={fieldError(problem, 'reviewOn')} />
          </div>
          <TextArea label="What would show that it holds no longer" rows={2} maxLength={1000} value={said.tripWords} onChange={(tripWords) => set({ tripWords })} />
          <div className="grid items-end gap-3 sm:grid-cols-3">
            <Select label="A measure that shows it" value={wire.measureId} options={[{ value: '', label: 'None' }, ...measures.map(({ id, name }) => ({ value: id, label: name }))]} onChange={(measureId) => setWire({ ...wire, measureId })} />
            {wire.measureId !== '' && <Select label="It trips" value={wire.direction} options={[{ value: 'below', label: 'below' }, { value: 'above', label: 'above' }]} onChange={(direction) => setWire({ ...wire, direction })} />}
            {wire.measureId !== '' && <NumberField label="the value" value={wire.value} onChange={(value) => setWire({ ...wire, value })} />}
          </div>
          <About legend="Objectives that rest on it" options={objectives.map(({ id, statement }) => ({ id, name: statement }))} chosen={said.objectiveIds} onChange={(objectiveIds) => set({ objectiveIds: [...objectiveIds] })} />
          <About legend="Services of the PMO that rest on it" options={services} chosen={said.serviceIds} onChange={(serviceIds) => set({ serviceIds: [...serviceIds] })} />
        </>
      )}
    </FormDialog>
  )
}

/** Says what came of a review. */
export function ReviewDialog({ assumption, acts, today, onClose }: Form & { readonly assumption: Assumption }) {
  const [outcome, setOutcome] = useState<AssumptionReview['outcome']>('holds')
  const [statement, setStatement] = useState(assumption.statement)
  const [words, setWords] = useState('')
  const [reviewOn, setReviewOn] = useState(addDays(today, 180))
  const notYet = words.trim() === '' ? 'Say why' : outcome === 'reworded' && statement.trim() === '' ? 'Say what is assumed now' : outcome !== 'given_up' && reviewOn === '' ? 'Say when it is reviewed next' : undefined
  return (
    <FormDialog title="Review an assumption" subtitle={assumption.statement} act="Record the review" notYet={notYet} onSubmit={() => acts.review(assumption, { outcome, words: words.trim(), ...(outcome === 'reworded' ? { statement: statement.trim() } : {}), ...(outcome === 'given_up' ? {} : { reviewOn }) })} onClose={onClose}>
      {(problem) => (
        <>
          {assumption.tripped && <p>{`Tripped by “${assumption.tripped.signal}”${assumption.tripped.words && `: ${assumption.tripped.words}`}`}</p>}
          <Select label="What comes of it" value={outcome} options={optionsOf(outcomeWords)} onChange={setOutcome} />
          {outcome === 'reworded' && <TextArea label="What is assumed now" required rows={2} maxLength={500} value={statement} onChange={setStatement} error={fieldError(problem, 'statement')} />}
          <TextArea label="Why" required rows={3} maxLength={2000} data-focus-first="" value={words} onChange={setWords} />
          {outcome !== 'given_up' && <TextField label="Reviewed next on" type="date" required value={reviewOn} onChange={setReviewOn} error={fieldError(problem, 'reviewOn')} />}
          {outcome !== 'holds' && assumption.objectives.length > 0 && <p className="quiet">Objectives rest on it. Where they have to change, begin the next version on Recalibrate.</p>}
        </>
      )}
    </FormDialog>
  )
}
