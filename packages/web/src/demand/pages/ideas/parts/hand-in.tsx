import type { Idea, IdeaIntake, IdeaSource, NewIdea } from '@throughline/contract/demand'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { sourceWords } from '../../../idea-words.ts'
import type { AlikeFound, Choice, IdeaActs } from '../acts.ts'
import { AlikeList } from './AlikeList.tsx'

/** What an idea is begun with where something calls for it. */
export type Given = Pick<NewIdea, 'source' | 'measureId' | 'signalId'> & { readonly about: string }
type HandInProps = { readonly given: Given | undefined; readonly shortfalls: IdeaIntake['shortfalls']; readonly units: readonly Choice[]; readonly alike: AlikeFound; readonly acts: IdeaActs; onClose(): void }

const origins: Readonly<Record<IdeaSource, string | undefined>> = { person: undefined, measure: undefined, regulation: 'Which rule', signal: 'Which signal', customer: 'Which customers' }
const noUnit: Choice = { id: '', name: 'No unit' }

/** Hands in an idea; while it is typed, what is there already is shown beside it. */
export function HandIn({ given, shortfalls, units, alike, acts, onClose }: HandInProps) {
  const [idea, setIdea] = useState({ title: '', problem: '', origin: '', unitId: '', missing: '', source: given?.source ?? ('person' as IdeaSource), measureId: given?.measureId ?? '' })
  const set = (change: Partial<typeof idea>) => {
    const next = { ...idea, ...change }
    setIdea(next)
    if (change.title !== undefined || change.problem !== undefined) alike.ask({ title: next.title, problem: next.problem })
  }
  const { title, problem, origin, unitId, missing, source, measureId } = idea
  const twin = alike.found?.find(({ likeness: { metric } }) => metric.status === 'ok' && metric.value >= alike.twinAt)
  const fixed = given !== undefined
  const notYet = title.trim() === '' ? 'Give it a title' : problem.trim() === '' ? 'Say which problem it solves' : source === 'measure' && measureId === '' ? 'Choose the measure' : !fixed && origins[source] !== undefined && origin.trim() === '' ? `Say ${origins[source]?.toLowerCase()}` : twin && missing.trim() === '' ? `Say what is missing in ${twin.name}` : undefined
  const sources = (Object.keys(sourceWords) as IdeaSource[]).filter((one) => one !== 'measure' || shortfalls.length > 0)
  return (
    <FormDialog
      title="Hand in an idea" subtitle={given ? `For: ${given.about}` : 'You are told what becomes of it.'} size="wide" act="Hand in" notYet={notYet} onClose={onClose}
      onSubmit={() => acts.handIn({ title: title.trim(), problem: problem.trim(), source, origin: origin.trim(), missing: missing.trim(), unitId: unitId === '' ? null : unitId, measureId: source === 'measure' ? measureId : null, signalId: given?.signalId ?? null })}
    >
      {(refused) => (
        <>
          <TextField label="Title" hint="What could be done, in one line." required maxLength={200} data-focus-first="" value={title} onChange={(text) => set({ title: text })} error={fieldError(refused, 'title')} />
          <TextArea label="Problem" hint="What stands in the way today, and for whom." required rows={3} maxLength={4000} value={problem} onChange={(text) => set({ problem: text })} error={fieldError(refused, 'problem')} />
          <div className="grid gap-4 sm:grid-cols-2">
            {!fixed && <Select<IdeaSource> label="Where it comes from" value={source} options={sources.map((value) => ({ value, label: sourceWords[value] }))} onChange={(of) => set({ source: of })} />}
            {!fixed && source === 'measure' && <Select label="Measure" value={measureId} options={shortfalls.map(({ measureId: value, name }) => ({ value, label: name }))} onChange={(id) => set({ measureId: id })} error={fieldError(refused, 'measureId')} />}
            {!fixed && origins[source] !== undefined && <TextField label={origins[source]} required maxLength={300} value={origin} onChange={(text) => set({ origin: text })} error={fieldError(refused, 'origin')} />}
            <Select label="Unit" hint="Where it would be done." value={unitId} options={[noUnit, ...units].map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => set({ unitId: id })} error={fieldError(refused, 'unitId')} />
          </div>
          {title.trim().length > 2 && <section aria-label="What there is already" aria-live="polite" className="border-t border-border pt-3"><h3 className="mb-1">What there is already</h3><AlikeList found={alike.found} beside /></section>}
          {twin && <TextArea label={`What is missing in ${twin.name}`} hint="It reads very much alike. Where it is not the same, say in which way." required rows={2} maxLength={2000} value={missing} onChange={(text) => set({ missing: text })} error={fieldError(refused, 'missing')} />}
        </>
      )}
    </FormDialog>
  )
}

/** Changes what an open idea says. */
export function Reword({ idea, units, acts, onClose }: { readonly idea: Idea; readonly units: readonly Choice[]; readonly acts: IdeaActs; onClose(): void }) {
  const [title, setTitle] = useState(idea.title)
  const [problem, setProblem] = useState(idea.problem)
  const [unitId, setUnit] = useState(idea.unit?.id ?? '')
  return (
    <FormDialog title="Change an idea" act="Change" notYet={title.trim() === '' ? 'Give it a title' : problem.trim() === '' ? 'Say which problem it solves' : undefined} onSubmit={() => acts.change(idea, { title: title.trim(), problem: problem.trim(), unitId: unitId === '' ? null : unitId })} onClose={onClose}>
      {(refused) => (
        <>
          <TextField label="Title" required maxLength={200} data-focus-first="" value={title} onChange={setTitle} error={fieldError(refused, 'title')} />
          <TextArea label="Problem" required rows={4} maxLength={4000} value={problem} onChange={setProblem} error={fieldError(refused, 'problem')} />
          <Select label="Unit" value={unitId} options={[noUnit, ...units].map(({ id, name }) => ({ value: id, label: name }))} onChange={setUnit} error={fieldError(refused, 'unitId')} />
        </>
      )}
    </FormDialog>
  )
}
