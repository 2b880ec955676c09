import type { ValueEntry } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { entryKindWords, withheldWords } from '../../../words.ts'

/** Takes an amount back by an entry against it, with the reason; both stay in the book. */
export function ReverseEntry({ entry, onReverse, onClose }: { readonly entry: ValueEntry; onReverse(entry: ValueEntry, reason: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const format = useFormat()
  const [reason, setReason] = useState('')
  return (
    <FormDialog title="Reverse this entry?" act="Reverse" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => onReverse(entry, reason)} onClose={onClose}>
      <p>
        {entryKindWords[entry.kind]} <strong className="figures">{entry.amount ? format.money(entry.amount) : withheldWords}</strong> of {entry.initiative} in {entry.label} is taken back by a second entry. A reversal cannot be reversed: record the amount again if this was a mistake.
      </p>
      <TextArea label="Reason" required rows={3} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
