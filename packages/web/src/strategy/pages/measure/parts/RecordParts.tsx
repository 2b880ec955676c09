import type { BatchRow, MeasureDetail } from '@throughline/contract/strategy'
import type { Problem } from '@throughline/contract/wire'
import { addDays, type Result } from '@throughline/engine/kernel'
import { decimalText, readParts, valueOfParts } from '@throughline/engine/strategy'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { valueText } from '../../../measure-words.ts'

/** An actual with what it is made of: the value is what the parts make, so that its next change can be told by them. */
export function RecordParts({ detail: { row, measure, records }, onRecord, onClose }: { readonly detail: Pick<MeasureDetail, 'row' | 'measure' | 'records'>; onRecord(actual: BatchRow): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const format = useFormat()
  const [on, setOn] = useState(row.due ? addDays(row.due.period.to, -1) : '')
  const [text, setText] = useState('')
  const { parts, wrong } = readParts(text)
  const value = valueOfParts(measure.aggregation, parts)
  const before = records.find((record) => record.on === on && record.until === null)
  const notYet = on === '' ? 'Enter the day' : wrong.length > 0 ? `Not a name, a volume and a price, or there twice: ${wrong[0]}` : parts.length === 0 ? 'Enter one part or more' : undefined
  return (
    <FormDialog size="wide" title="Record with its parts" subtitle={row.name} act="Record" notYet={notYet} onSubmit={() => onRecord({ measureId: row.id, on, value: decimalText(value), parts: [...parts], seen: before?.value ?? null })} onClose={onClose}>
      <TextField label="Day" type="date" value={on} onChange={setOn} />
      <TextArea label="Parts" hint={`One a line, as in Excel: name, volume, ${measure.aggregation === 'ratio' || measure.aggregation === 'weighted_average' ? 'rate of the group' : 'price'}`} rows={6} data-focus-first="" value={text} onChange={setText} />
      {parts.length > 0 && <p>{`They make ${valueText(format, row.unit, value)}`}{before && `, instead of ${valueText(format, row.unit, Number(before.value))} that is recorded of the day`}. <span className="quiet">Once the next actual comes with its parts too, the change between them is told in volume, mix, price and rate, which sum to it exactly.</span></p>}
    </FormDialog>
  )
}
