import type { ValuePeriod } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { periodWords as words } from '../../../period-words.ts'

/** Asks before plans of a period, or the period itself, are closed. */
export function ClosePeriod({ how, period, onDo, onClose }: { readonly how: 'soft' | 'close'; readonly period: ValuePeriod; onDo(reason: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={how === 'soft' ? `Close the plans of ${period.name}?` : `Close ${period.name}?`} act={how === 'soft' ? words.soft : words.close} onSubmit={() => onDo(reason.trim())} onClose={onClose}>
      <p>{how === 'soft' ? words.softAsk : words.closeAsk}</p>
      <TextArea label="Note" hint="What the next reader should know; it stands with the entry." rows={2} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
