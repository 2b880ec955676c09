import type { FreeBenefit, PlanLine } from '@throughline/contract/value'
import { useState } from 'react'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import type { PlanActs } from '../acts.ts'
import { lineText } from '../words.ts'

const none = 'none'

/** Says of which line a benefit is a delivery vehicle; of one at most, so that nothing counts twice. */
export function LinkDialog({ benefit, from, lines, acts, onClose }: { readonly benefit: FreeBenefit; /** The line that it is of now. */ readonly from: PlanLine | undefined; readonly lines: readonly PlanLine[]; readonly acts: PlanActs; onClose(): void }) {
  const [line, setLine] = useState(from?.id ?? '')
  const [reason, setReason] = useState('')
  const chosen = lines.find(({ id }) => id === line)
  const notYet = line === '' ? 'Choose a line' : line === from?.id ? 'It is of this line already' : undefined
  return (
    <FormDialog title={`Link ${benefit.benefit}`} subtitle="A benefit delivers one line at most, so that nothing counts twice" act="Link" notYet={notYet} onSubmit={() => acts.link(benefit, line === none ? null : line, reason.trim())} onClose={onClose}>
      <Select label="Plan line" value={line} options={[...lines.map((one) => ({ value: one.id, label: lineText(one) })), ...(from ? [{ value: none, label: 'None any more' }] : [])]} onChange={setLine} hint={chosen && chosen.unit !== benefit.unit ? `The line is counted in ${chosen.unit} and the benefit in ${benefit.unit}: it will not be added up` : ''} />
      <TextArea label="Why" rows={2} maxLength={500} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
