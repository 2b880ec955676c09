import type { Measure, MeasureActual } from '@throughline/contract/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { StrategyActs } from '../../../acts.ts'
import { unitLabel } from '../../../words.ts'

/** What was measured on a date, with where the figure comes from. A second record of the same date restates the first. */
export function RecordActual({ measure, today, acts, onClose }: { readonly measure: Measure; readonly today: string; readonly acts: StrategyActs; onClose(): void }) {
  const [on, setOn] = useState(today)
  const [value, setValue] = useState<string | null>(null)
  const [state, setState] = useState<'provisional' | 'approved'>('provisional')
  const [source, setSource] = useState(measure.dataSource)
  const [note, setNote] = useState('')
  const same = measure.actuals.find((actual) => actual.on === on)
  return (
    <FormDialog title="Record what was measured" subtitle={measure.name} act="Record" notYet={value === null ? 'Enter the value' : undefined} onSubmit={() => acts.recordActual(measure, { on, value: value ?? '', state, note, source })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="On" type="date" required value={on} onChange={setOn} hint={same ? `This restates ${same.value} of the same date; the earlier record is kept.` : undefined} error={fieldError(problem, 'on')} />
          <NumberField label="Value" unit={unitLabel(measure.unit)} required value={value} onChange={setValue} error={fieldError(problem, 'value')} />
          <Select label="State" value={state} options={[{ value: 'provisional', label: 'Provisional' }, { value: 'approved', label: 'Approved' }]} onChange={setState} />
          <TextField label="Source" maxLength={500} value={source} onChange={setSource} />
          <TextArea label="Note" rows={2} maxLength={2000} value={note} onChange={setNote} />
        </>
      )}
    </FormDialog>
  )
}

/** Takes a record back; the entry in the history stays. */
export function WithdrawActual({ actual, acts, onClose }: { readonly actual: MeasureActual; readonly acts: StrategyActs; onClose(): void }) {
  const format = useFormat()
  return (
    <FormDialog title="Withdraw this record?" act="Withdraw" tone="danger" onSubmit={() => acts.removeActual(actual)} onClose={onClose}>
      <p>{format.number(Number(actual.value))} of {format.date(actual.on)} no longer counts. The history keeps it.</p>
    </FormDialog>
  )
}
