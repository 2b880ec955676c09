import type { ActualRecord, NewNarrative } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { Checkbox } from '../../../../ui/controls/Check.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { valueText } from '../../../measure-words.ts'
import { confidenceWords, partWords } from './words.ts'

/** Figures that can be chosen: the last of them, since they are what people talk of. */
const mostShown = 12
const hints = { fact: 'Only what anybody could check.', judgement: 'Why it matters, and to whom.', forecast: 'What you expect, and by when.' } as const

/** Says what happened, what it means and what is to come, of figures that are named. */
export function Narrate({ unit, records, onSay, onClose }: { readonly unit: string; readonly records: readonly ActualRecord[]; onSay(given: NewNarrative): Outcome; onClose(): void }) {
  const format = useFormat()
  const [said, setSaid] = useState({ fact: '', judgement: '', forecast: '' })
  const [confidence, setConfidence] = useState<NewNarrative['confidence']>('medium')
  const last = records.filter(({ until }) => until === null).toSorted((a, b) => (a.on < b.on ? 1 : -1)).slice(0, mostShown)
  const [days, setDays] = useState<ReadonlySet<string>>(() => new Set(last.slice(0, 1).map(({ on }) => on)))
  const turn = (on: string) => setDays((chosen) => (chosen.has(on) ? new Set([...chosen].filter((one) => one !== on)) : new Set([...chosen, on])))
  const empty = Object.values(said).every((text) => text.trim() === '')
  return (
    <FormDialog size="wide" title={words.title} act="Say it" notYet={empty ? 'Write into at least one of the three' : undefined} onSubmit={() => onSay({ fact: said.fact.trim(), judgement: said.judgement.trim(), forecast: said.forecast.trim(), confidence, days: [...days] })} onClose={onClose}>
      {(['fact', 'judgement', 'forecast'] as const).map((part) => <TextArea key={part} label={partWords[part]} hint={hints[part]} rows={2} maxLength={2000} value={said[part]} onChange={(text) => setSaid((all) => ({ ...all, [part]: text }))} />)}
      <Select label="How sure you are" value={confidence} options={(['low', 'medium', 'high'] as const).map((value) => ({ value, label: confidenceWords[value] }))} onChange={setConfidence} />
      <fieldset>
        <legend className="field-label">Of which figures</legend>
        {last.length === 0 ? <p className="quiet">Nothing is recorded yet; what is said stands unanchored.</p> : <div className="grid gap-x-6 sm:grid-cols-2">{last.map(({ on, value }) => <Checkbox key={on} label={`${format.date(on)}: ${valueText(format, unit, Number(value))}`} checked={days.has(on)} onChange={() => turn(on)} />)}</div>}
      </fieldset>
    </FormDialog>
  )
}

const words = { title: 'Say what figures mean' } as const
