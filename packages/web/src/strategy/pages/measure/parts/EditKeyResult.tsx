import type { Measure, MeasureSettings } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'

const kinds = [{ value: '', label: 'No key result' }, { value: 'committed', label: 'Committed: all of it is expected' }, { value: 'aspirational', label: 'Aspirational: 0.7 is expected' }] as const

/** Whether a measure is a key result of its objective, how far its target may move, and why it can be reached. */
export function EditKeyResult({ measure, onSave, onClose }: { readonly measure: Measure; onSave(settings: Partial<MeasureSettings>): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const { keyResult, targetReason, leeway } = measure.settings
  const [kind, setKind] = useState<string>(keyResult?.kind ?? '')
  const [weight, setWeight] = useState<string | null>(String(keyResult?.weight ?? 1))
  const [reason, setReason] = useState(targetReason)
  const [percent, setPercent] = useState<string | null>(leeway === null ? null : String(Number((leeway * 100).toFixed(6))))
  const chosen = kind === 'committed' || kind === 'aspirational' ? { kind: kind as 'committed' | 'aspirational', weight: Number(weight ?? 0) } : null
  return (
    <FormDialog title="Key result and target" subtitle={measure.name} act="Save" notYet={chosen && chosen.weight <= 0 ? 'A key result weighs more than 0' : undefined} onSubmit={() => onSave({ keyResult: chosen, targetReason: reason.trim(), leeway: percent === null ? null : Number((Number(percent) / 100).toFixed(8)) })} onClose={onClose}>
      <Select label="As a key result" value={kind} options={kinds} onChange={setKind} />
      {chosen && <NumberField label="Weight" hint="Among the key results of its objective; only proportions matter" min={0} value={weight} onChange={setWeight} />}
      <NumberField label="Leeway of the target" unit="%" hint="How far the target may move before a reason is needed; empty: by any." min={0} max={1000} value={percent} onChange={setPercent} />
      <TextArea label="Why the target can be reached" hint="Needed where it lies beyond what was ever measured, here or by peers." rows={3} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
