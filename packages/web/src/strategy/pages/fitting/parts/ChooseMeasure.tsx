import type { ChosenMeasure, Definition, MeasureCandidate } from '@throughline/contract/strategy'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { SheetFacts } from '../../../parts/SheetFacts.tsx'
import { unitLabel } from '../../../words.ts'
import { actWords } from '../words.ts'

export type FittingActs = { choose(chosen: ChosenMeasure): Outcome; unlink(linkId: string, version: number): Outcome }

/** Chooses a measure for an objective: its sheet, and from where to where it is to move here. What is linked has that already. */
export function ChooseMeasure({ choice: { act, from, name }, definition, acts, onClose }: { readonly choice: Pick<MeasureCandidate, 'act' | 'from' | 'name'>; readonly definition: Definition | undefined; readonly acts: FittingActs; onClose(): void }) {
  const [baseline, setBaseline] = useState<string | null>(null)
  const [baselineOn, setBaselineOn] = useState('')
  const [target, setTarget] = useState<string | null>(null)
  const [dueOn, setDueOn] = useState('')
  const [low, setLow] = useState<string | null>(null)
  const [high, setHigh] = useState<string | null>(null)
  const unit = definition ? unitLabel(definition.unit) : ''
  const banded = act === 'define' && (definition?.direction === 'range' || definition?.direction === 'maintain')
  const most = definition?.direction === 'maintain' ? low : high
  const agreed = act === 'link' ? {} : { target: { baseline, baselineOn: baselineOn || null, target, dueOn: dueOn || null, tolerance: null }, ...(banded && low !== null && most !== null ? { band: { low, high: most } } : {}) }
  return (
    <FormDialog size="wide" title={`${actWords[act].act} a measure`} subtitle={name} act={actWords[act].act} notYet={banded && (low === null || most === null) ? (definition?.direction === 'maintain' ? 'Say which level is to be kept' : 'Say the band that it is to stay in') : undefined} onSubmit={() => acts.choose({ from, ...agreed })} onClose={onClose}>
      <p>{actWords[act].what}</p>
      {definition && <SheetFacts sheet={definition} />}
      {act !== 'link' && (
        <div className="grid gap-3 sm:grid-cols-2">
          {banded && <NumberField label={definition?.direction === 'maintain' ? 'Level to keep' : 'Band from'} unit={unit} required value={low} onChange={setLow} />}
          {banded && definition?.direction === 'range' && <NumberField label="Band to" unit={unit} required value={high} onChange={setHigh} />}
          <NumberField label="Baseline" unit={unit} value={baseline} onChange={setBaseline} />
          <TextField label="Baseline on" type="date" value={baselineOn} onChange={setBaselineOn} />
          {!banded && <NumberField label="Target" unit={unit} value={target} onChange={setTarget} />}
          {!banded && <TextField label="Target due on" type="date" value={dueOn} onChange={setDueOn} />}
        </div>
      )}
    </FormDialog>
  )
}
