import type { Experiment, ExperimentEnd, Innovation } from '@throughline/contract/demand'
import { betStages, experimentResults, type BetStage } from '@throughline/engine/demand'
import { minorDigits, parseDecimal } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import { resultWords, stageWords } from '../../../innovation-words.ts'
import type { InnovationActs } from '../acts.ts'
import { innovationWords as words } from '../words.ts'

type Form = { readonly currency: string; readonly acts: InnovationActs; onClose(): void }
/** An amount as somebody types it in whole minor units; undefined where it is none. */
const minorOf = (typed: string | null, currency: string): string | undefined => (typed === null ? undefined : parseDecimal(typed, minorDigits(currency))?.toString())

/** Designs an experiment: what could turn out wrong, how it is tried, and by what one sees whether it holds. */
export function DesignExperiment({ tried, ideaId, currency, acts, onClose }: Form & { readonly tried: Innovation['tried']; readonly ideaId: string | undefined }) {
  const [given, setGiven] = useState({ ideaId: ideaId ?? (tried.length === 1 ? (tried[0]?.idea.id ?? '') : ''), hypothesis: '', design: '', threshold: '', dueOn: '' })
  const [chosen, setStage] = useState<BetStage>()
  const [cap, setCap] = useState<string | null>(null)
  const set = (change: Partial<typeof given>) => setGiven((all) => ({ ...all, ...change }))
  const idea = tried.find((one) => one.idea.id === given.ideaId)
  const open = betStages.filter((stage) => idea && (idea.proved.includes(stage) || stage === idea.next))
  const stage = chosen && open.includes(chosen) ? chosen : (idea?.next ?? 'problem')
  const capMinor = minorOf(cap, currency)
  const notYet = !idea ? 'Choose the idea' : given.hypothesis.trim() === '' ? 'Say the hypothesis' : given.design.trim() === '' ? 'Say how it is tried' : given.threshold.trim() === '' ? 'Say by what one sees whether it holds' : capMinor === undefined || BigInt(capMinor) <= 0n ? 'Say what it may cost at most' : given.dueOn === '' ? 'Say when it ends' : undefined
  return (
    <FormDialog title="Design an experiment" size="wide" act="Begin" notYet={notYet} onClose={onClose} onSubmit={() => acts.design({ ideaId: given.ideaId, stage, hypothesis: given.hypothesis.trim(), design: given.design.trim(), threshold: given.threshold.trim(), capMinor: capMinor ?? '', dueOn: given.dueOn })}>
      {(refused) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <Select label="Idea" value={given.ideaId} options={tried.map(({ idea: { id, name } }) => ({ value: id, label: name }))} onChange={(id) => set({ ideaId: id })} error={fieldError(refused, 'ideaId')} />
            <Select<BetStage> label="What it proves" value={idea ? stage : ''} options={open.map((value) => ({ value, label: `${stageWords[value].name}: ${stageWords[value].about}` }))} onChange={setStage} error={fieldError(refused, 'stage')} />
          </div>
          <TextArea label="Hypothesis" hint="Something that could turn out wrong." required rows={2} maxLength={1000} data-focus-first="" value={given.hypothesis} onChange={(hypothesis) => set({ hypothesis })} error={fieldError(refused, 'hypothesis')} />
          <TextArea label="How it is tried" required rows={2} maxLength={4000} value={given.design} onChange={(design) => set({ design })} error={fieldError(refused, 'design')} />
          <TextArea label="It holds where" hint={words.threshold} required rows={1} maxLength={1000} value={given.threshold} onChange={(threshold) => set({ threshold })} error={fieldError(refused, 'threshold')} />
          <div className="grid gap-4 sm:grid-cols-2">
            <NumberField label="Costs at most" unit={currency} required min={0} value={cap} onChange={setCap} error={fieldError(refused, 'capMinor')} />
            <TextField type="date" label="Ends on" required value={given.dueOn} onChange={(dueOn) => set({ dueOn })} error={fieldError(refused, 'dueOn')} />
          </div>
        </>
      )}
    </FormDialog>
  )
}

/** Lets an experiment cost more, or less, with the reason. */
export function RaiseCap({ experiment, currency, acts, onClose }: Form & { readonly experiment: Experiment }) {
  const format = useFormat()
  const [cap, setCap] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const capMinor = minorOf(cap, currency)
  return (
    <FormDialog title="Change the cap" subtitle={experiment.hypothesis} act="Change" notYet={capMinor === undefined || BigInt(capMinor) <= 0n ? 'Say what it may cost at most' : reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => acts.raise(experiment, capMinor ?? '', reason.trim())} onClose={onClose}>
      {(refused) => (
        <>
          <NumberField label="Costs at most" hint={`${format.moneyCell(experiment.cap)} until now.`} unit={currency} required min={0} value={cap} onChange={setCap} error={fieldError(refused, 'capMinor')} />
          <TextArea label="Why" required rows={2} maxLength={2000} value={reason} onChange={setReason} error={fieldError(refused, 'reason')} />
        </>
      )}
    </FormDialog>
  )
}

/** Says what an experiment showed, by which evidence, and what it did cost. */
export function EndExperiment({ experiment, currency, acts, onClose }: Form & { readonly experiment: Experiment }) {
  const format = useFormat()
  const [result, setResult] = useState<ExperimentEnd['result'] | ''>('')
  const [cost, setCost] = useState<string | null>(null)
  const [evidence, setEvidence] = useState('')
  const costMinor = minorOf(cost, currency)
  const notYet = result === '' ? 'Choose how it ended' : costMinor === undefined ? 'Say what it did cost' : evidence.trim() === '' ? 'Say what was seen' : undefined
  return (
    <FormDialog title="End an experiment" subtitle={experiment.hypothesis} act="End" notYet={notYet} onSubmit={() => acts.end(experiment, { result: result === '' ? 'stopped' : result, costMinor: costMinor ?? '', evidence: evidence.trim() })} onClose={onClose}>
      {(refused) => (
        <>
          <p>It holds where: {experiment.threshold}</p>
          <Select<ExperimentEnd['result']> label="How it ended" value={result} options={experimentResults.map((value) => ({ value, label: resultWords[value] }))} onChange={setResult} />
          <TextArea label={result === 'stopped' ? 'Why' : 'What was seen'} hint="With where it can be looked up." required rows={3} maxLength={4000} value={evidence} onChange={setEvidence} error={fieldError(refused, 'evidence')} />
          <NumberField label="Cost" hint={`At most ${format.moneyCell(experiment.cap)}; more takes another cap first.`} unit={currency} required min={0} value={cost} onChange={setCost} error={fieldError(refused, 'costMinor')} />
        </>
      )}
    </FormDialog>
  )
}
