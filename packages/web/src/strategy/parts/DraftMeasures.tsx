import type { DraftEdit, VersionMeasure } from '@throughline/contract/strategy'
import { ArrowRight, Plus } from 'lucide-react'
import { useState } from 'react'
import { useFormat } from '../../format/index.ts'
import { Button } from '../../ui/controls/Button.tsx'
import { Select } from '../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../ui/controls/TextField.tsx'
import { FormDialog } from '../../wire/index.ts'
import type { Outcome } from '../acts.ts'
import { valueText } from '../measure-words.ts'
import { directionWords, unitLabel, unitNames } from '../words.ts'
import { bandOf, noTarget, TargetFields } from './TargetFields.tsx'

export type DraftMeasureActs = { add(measure: VersionMeasure): Outcome; change(measure: VersionMeasure): Outcome; remove(id: string): Outcome }

/** What can be done to the measures of one objective of a draft: `key` is the key of one of the organisation, or the id of one of a unit. */
export const draftMeasureActs = (edit: (given: Omit<DraftEdit, 'version'>) => Outcome, key: string): DraftMeasureActs => ({
  add: (measure) => edit({ addMeasures: [{ ...measure, key }] }),
  change: ({ id, name, definition, target, band }) => edit({ setMeasures: [{ id, name, definition, target, band }] }),
  remove: (id) => edit({ removeMeasures: [id] }),
})

/** What an objective is measured by in the next version, of the organisation or of a unit alike; to be changed where acts are given. */
export function DraftMeasures({ measures, acts }: { readonly measures: readonly VersionMeasure[]; readonly acts: DraftMeasureActs | undefined }) {
  const [open, setOpen] = useState<{ readonly measure: VersionMeasure | undefined }>()
  return (
    <section aria-label="Measures" className="border-t border-border pt-3">
      <div className="mb-2 flex min-h-8 items-center justify-between gap-2">
        <h3>Measures in the next version</h3>
        {acts && <Button kind="quiet" icon={<Plus aria-hidden="true" />} onClick={() => setOpen({ measure: undefined })}>Add</Button>}
      </div>
      {measures.length === 0 && <p className="quiet">Nothing measures it in this version.</p>}
      <ul className="grid gap-3">{measures.map((measure) => <DraftMeasure key={measure.id} measure={measure} onEdit={acts && (() => setOpen({ measure }))} />)}</ul>
      {open && acts && <EditDraftMeasure measure={open.measure} acts={acts} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function DraftMeasure({ measure: { name, definition, unit, direction, target, band }, onEdit }: { readonly measure: VersionMeasure; readonly onEdit: (() => void) | undefined }) {
  const format = useFormat()
  const value = (text: string | null) => (text === null ? 'none' : valueText(format, unit, Number(text)))
  return (
    <li className="grid gap-1">
      <div className="flex items-baseline justify-between gap-3"><h4 className="font-medium">{name}</h4>{onEdit && <Button kind="quiet" aria-label={`Change measure ${name}`} onClick={onEdit}>Change</Button>}</div>
      <p className="figures text-ink-2">
        {value(target.baseline)} <span className="quiet">{target.baselineOn && `on ${format.date(target.baselineOn)}`}</span> <ArrowRight className="inline size-3.5" role="img" aria-label="to" /> {value(target.target)} <span className="quiet">{target.dueOn && `by ${format.date(target.dueOn)}`} · {directionWords[direction]}{band && `: ${value(band.low)} to ${value(band.high)}`}</span>
      </p>
      {definition !== '' && <p className="whitespace-pre-line text-ink-2">{definition}</p>}
    </li>
  )
}

/** A measure of the next version. Unit and direction are what it is, and chosen once; who owns it and how often it is taken is said once it is in force. */
function EditDraftMeasure({ measure, acts, onClose }: { readonly measure: VersionMeasure | undefined; readonly acts: DraftMeasureActs; onClose(): void }) {
  const [given, setGiven] = useState<VersionMeasure>(() => measure ?? { id: crypto.randomUUID(), name: '', definition: '', unit: 'percent', direction: 'higher', target: noTarget, band: null })
  const [removing, setRemoving] = useState(false)
  const set = (change: Partial<VersionMeasure>) => setGiven((all) => ({ ...all, ...change }))
  const ends = { low: given.band?.low ?? null, high: given.band?.high ?? null }
  if (measure && removing)
    return (
      <FormDialog title="Take this measure out?" act="Take out" tone="danger" onSubmit={() => acts.remove(measure.id)} onClose={onClose}>
        <p>“{measure.name}” is taken out of the next version alone. Nothing in force changes before that is approved, and what was measured is kept.</p>
      </FormDialog>
    )
  const sent = { ...given, name: given.name.trim() }
  return (
    <FormDialog size="wide" title={measure ? 'Measure' : 'Add a measure'} subtitle="Of the next version alone." act={measure ? 'Save' : 'Add measure'} notYet={sent.name === '' ? 'Give it a name.' : undefined} onSubmit={() => (measure ? acts.change(sent) : acts.add(sent))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Name" required maxLength={200} data-focus-first="" value={given.name} onChange={(name) => set({ name })} />
          <TextArea label="Definition" hint="What is counted, of whom, and what is left out." rows={2} value={given.definition} onChange={(definition) => set({ definition })} />
          <div className="grid gap-3 sm:grid-cols-2">
            {!measure && <Select label="Unit" value={given.unit} options={unitNames} onChange={(unit) => set({ unit })} />}
            {!measure && <Select label="Direction" value={given.direction} options={(Object.keys(directionWords) as VersionMeasure['direction'][]).map((value) => ({ value, label: directionWords[value] }))} onChange={(direction) => set({ direction, band: bandOf({ direction, ...ends }) })} />}
            <TargetFields direction={given.direction} unit={unitLabel(given.unit)} ends={ends} target={given.target} problem={problem} onEnds={(to) => set({ band: bandOf({ direction: given.direction, ...to }) })} onTarget={(change) => set({ target: { ...given.target, ...change } })} />
          </div>
          {measure && <div><Button kind="danger" onClick={() => setRemoving(true)}>Take this measure out</Button></div>}
        </>
      )}
    </FormDialog>
  )
}
