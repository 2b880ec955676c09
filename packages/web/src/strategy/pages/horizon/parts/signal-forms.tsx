import type { Assumption, ChangeSignal, HorizonScan, NewTriage } from '@throughline/contract/strategy'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { HorizonActs } from '../acts.ts'
import { effectWords, impactWords, likelihoodWords, optionsOf, timeWords } from '../words.ts'
import { About, type Named } from './About.tsx'

/** What signals and assumptions can be about. */
export type HorizonSetting = { readonly objectives: readonly { readonly id: string; readonly statement: string }[]; readonly measures: readonly Named[]; readonly services: readonly Named[] }
type Form = { readonly acts: HorizonActs; onClose(): void }

/** Notes a signal of change, or changes one. */
export function SignalDialog({ signal, horizon, acts, objectives, services, onClose }: Form & HorizonSetting & { readonly signal: ChangeSignal | undefined; readonly horizon: HorizonScan }) {
  const [said, setSaid] = useState({ title: signal?.title ?? '', words: signal?.words ?? '', source: signal?.source ?? '', link: signal?.link ?? '', seenOn: signal?.seenOn ?? horizon.today, theme: signal?.theme ?? '', objectiveIds: signal?.objectives.map(({ id }) => id) ?? [], serviceIds: signal?.services.map(({ id }) => id) ?? [] })
  const set = (part: Partial<typeof said>) => setSaid({ ...said, ...part })
  const notYet = said.title.trim() === '' ? 'Say what was seen' : said.source.trim() === '' ? 'Say where it was seen' : said.theme.trim() === '' ? 'Name its theme' : said.seenOn === '' ? 'Say on which day' : undefined
  const body = { ...said, title: said.title.trim(), words: said.words.trim(), source: said.source.trim(), link: said.link.trim() === '' ? null : said.link.trim(), theme: said.theme.trim() }
  return (
    <FormDialog size="wide" title={signal ? 'Change a signal' : 'Note a signal'} subtitle="Something seen that may change what the strategy rests on" act={signal ? 'Save' : 'Note it'} notYet={notYet} onSubmit={() => (signal ? acts.change(signal, body) : acts.note(body))} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="What was seen" required maxLength={200} data-focus-first="" value={said.title} onChange={(title) => set({ title })} error={fieldError(problem, 'title')} />
          <TextArea label="More of it" rows={3} maxLength={4000} value={said.words} onChange={(words) => set({ words })} />
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField label="Source" required maxLength={300} value={said.source} onChange={(source) => set({ source })} error={fieldError(problem, 'source')} />
            <TextField label="Link" hint="https://…, where there is one" maxLength={1000} value={said.link} onChange={(link) => set({ link })} error={fieldError(problem, 'link')} />
            <TextField label="Seen on" type="date" required value={said.seenOn} onChange={(seenOn) => set({ seenOn })} error={fieldError(problem, 'seenOn')} />
            <TextField label="Theme" hint={horizon.watch.length === 0 ? undefined : `Watched: ${horizon.watch.map(({ theme }) => theme).join(', ')}`} required maxLength={100} value={said.theme} onChange={(theme) => set({ theme })} error={fieldError(problem, 'theme')} />
          </div>
          <About legend="Objectives that it is about" options={objectives.map(({ id, statement }) => ({ id, name: statement }))} chosen={said.objectiveIds} onChange={(objectiveIds) => set({ objectiveIds: [...objectiveIds] })} />
          <About legend="Services of the PMO that it is about" options={services} chosen={said.serviceIds} onChange={(serviceIds) => set({ serviceIds: [...serviceIds] })} />
        </>
      )}
    </FormDialog>
  )
}

/** Judges impact, likelihood and time of a signal. */
export function TriageDialog({ signal, acts, onClose }: Form & { readonly signal: ChangeSignal }) {
  const [judged, setJudged] = useState<Pick<NewTriage, 'impact' | 'likelihood' | 'time'>>({ impact: signal.triage?.impact ?? 'medium', likelihood: signal.triage?.likelihood ?? 'possible', time: signal.triage?.time ?? 'next' })
  const [reason, setReason] = useState('')
  const [days, setDays] = useState<string | null>(String(signal.termDays))
  const termDays = Number(days)
  const notYet = reason.trim() === '' ? 'Say why' : days === null || !Number.isInteger(termDays) || termDays < 1 || termDays > 3650 ? 'How many days, from 1 to 3,650' : undefined
  return (
    <FormDialog title="Judge a signal" subtitle={signal.title} act="Judge it" notYet={notYet} onSubmit={() => acts.triage(signal, { ...judged, reason: reason.trim(), termDays })} onClose={onClose}>
      <div className="grid gap-3 sm:grid-cols-3">
        <Select label="Impact" value={judged.impact} options={optionsOf(impactWords)} onChange={(impact) => setJudged({ ...judged, impact })} />
        <Select label="Likelihood" value={judged.likelihood} options={optionsOf(likelihoodWords)} onChange={(likelihood) => setJudged({ ...judged, likelihood })} />
        <Select label="Felt" value={judged.time} options={optionsOf(timeWords)} onChange={(time) => setJudged({ ...judged, time })} />
      </div>
      <TextArea label="Why" required rows={3} maxLength={2000} data-focus-first="" value={reason} onChange={setReason} />
      <NumberField label="Archived where nobody looks at it again for" unit="days" value={days} onChange={setDays} />
    </FormDialog>
  )
}

/** Says what a signal says of an assumption. */
export function LinkDialog({ signal, assumptions, acts, onClose }: Form & { readonly signal: ChangeSignal; readonly assumptions: readonly Assumption[] }) {
  const [assumptionId, setAssumption] = useState(signal.assumptions[0]?.id ?? assumptions[0]?.id ?? '')
  const own = signal.assumptions.find(({ id }) => id === assumptionId)
  const [effect, setEffect] = useState<keyof typeof effectWords | 'none'>(own?.effect ?? 'weakens')
  const [words, setWords] = useState(own?.words ?? '')
  const chosen = assumptions.find(({ id }) => id === assumptionId)
  return (
    <FormDialog title="Link to an assumption" subtitle={signal.title} act="Link" notYet={assumptionId === '' ? 'Write down an assumption first' : effect === 'trips' && words.trim() === '' ? 'Say what shows it' : undefined} onSubmit={() => acts.link(signal, { assumptionId, effect: effect === 'none' ? null : effect, words: words.trim() })} onClose={onClose}>
      <Select label="Assumption" value={assumptionId} options={assumptions.map(({ id, statement }) => ({ value: id, label: statement }))} onChange={setAssumption} />
      {chosen?.tripWords && <p className="quiet">Trip-wire: {chosen.tripWords}</p>}
      <Select label="The signal" value={effect} options={[...optionsOf({ supports: 'supports it', weakens: 'weakens it', trips: 'trips it: it holds no longer, and is reviewed' }), ...(own ? [{ value: 'none' as const, label: 'says nothing of it after all' }] : [])]} onChange={setEffect} />
      <TextArea label="Why" required={effect === 'trips'} rows={2} maxLength={2000} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}
