import type { ExchangeUnit, Signal, StrategyExchange } from '@throughline/contract/strategy'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { answerWords, kindWords } from '../words.ts'

type Answer = NonNullable<Signal['answer']>
export type ExchangeActs = {
  acknowledge(unitId: string, versionId: string, words: string): Outcome
  raise(signal: { readonly unitId: string; readonly about: string | null; readonly kind: Signal['kind']; readonly words: string }): Outcome
  answer(signal: Signal, answer: Pick<Answer, 'kind' | 'words'>): Outcome
}

const optionsOf = <Key extends string>(words: Readonly<Record<Key, string>>) => (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))

/** Says that the version in force was read in a unit. */
export function Acknowledge({ unit, inForce, acts, onClose }: { readonly unit: ExchangeUnit; readonly inForce: StrategyExchange['inForce']; readonly acts: ExchangeActs; onClose(): void }) {
  const [words, setWords] = useState('')
  return (
    <FormDialog title={`Version ${inForce.no} was read`} subtitle={unit.name} act="Acknowledge" onSubmit={() => acts.acknowledge(unit.id, inForce.id, words.trim())} onClose={onClose}>
      <p>It says that {unit.name} knows what the strategy in force asks of it{unit.objectives.length > 0 && `: ${unit.objectives.map(({ statement }) => statement).join(', ')}`}. Your name and today stand beside it.</p>
      <TextArea label="Remark" hint="What it means there, if you like." rows={2} maxLength={2000} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}

/** Tells those above what a unit meets. */
export function RaiseSignal({ units, withinDays, acts, onClose }: { readonly units: readonly ExchangeUnit[]; readonly withinDays: number; readonly acts: ExchangeActs; onClose(): void }) {
  const [unitId, setUnit] = useState(units[0]?.id ?? '')
  const [about, setAbout] = useState('')
  const [kind, setKind] = useState<Signal['kind']>('constraint')
  const [words, setWords] = useState('')
  const objectives = units.find(({ id }) => id === unitId)?.objectives ?? []
  return (
    <FormDialog title="Tell something upwards" subtitle={`Owners of the strategy are told, and answer within ${withinDays} days.`} act="Tell it" notYet={words.trim() === '' ? 'Say what it is' : undefined} onSubmit={() => acts.raise({ unitId, about: about || null, kind, words: words.trim() })} onClose={onClose}>
      {(problem) => (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <Select label="Unit" value={unitId} options={units.map(({ id, name }) => ({ value: id, label: name }))} onChange={(id) => { setUnit(id); setAbout('') }} />
            <Select label="What it is" value={kind} options={optionsOf(kindWords)} onChange={setKind} />
          </div>
          <Select label="About" value={about} options={[{ value: '', label: 'The strategy as a whole' }, ...objectives.map(({ key, statement }) => ({ value: key, label: statement }))]} onChange={setAbout} />
          <TextArea label="What the unit meets" required rows={4} maxLength={2000} data-focus-first="" value={words} onChange={setWords} error={fieldError(problem, 'words')} />
        </>
      )}
    </FormDialog>
  )
}

/** Says what comes of a signal. */
export function AnswerSignal({ signal, acts, onClose }: { readonly signal: Signal; readonly acts: ExchangeActs; onClose(): void }) {
  const [kind, setKind] = useState<Answer['kind']>('taken_up')
  const [words, setWords] = useState('')
  return (
    <FormDialog title="Answer" subtitle={`${signal.unit}, ${signal.raisedBy}`} act="Answer" notYet={words.trim() === '' ? 'Say why, or what follows' : undefined} onSubmit={() => acts.answer(signal, { kind, words: words.trim() })} onClose={onClose}>
      <p className="whitespace-pre-line">“{signal.words}”</p>
      <Select label="What comes of it" value={kind} options={optionsOf(answerWords)} onChange={setKind} />
      <TextArea label="Why, or what follows" required rows={3} maxLength={2000} data-focus-first="" value={words} onChange={setWords} />
    </FormDialog>
  )
}
