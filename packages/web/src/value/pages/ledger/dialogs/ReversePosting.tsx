import type { LedgerEntry } from '@throughline/contract/value'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { FormDialog } from '../../../../wire/index.ts'
import { actWords } from '../../../ledger-words.ts'

/** T13: the mirror of an entry, with the reason. The entry stays; what follows from it has to be reversed first. */
export function ReversePosting({ entry, onReverse, onClose }: { readonly entry: LedgerEntry; onReverse(reason: string): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const [reason, setReason] = useState('')
  return (
    <FormDialog title={`Reverse entry ${entry.no}?`} subtitle={`${actWords[entry.kind]}, ${entry.periods.join(', ')}, by ${entry.by}`} act="Reverse" tone="danger" notYet={reason.trim() === '' ? 'Say why' : undefined} onSubmit={() => onReverse(reason)} onClose={onClose}>
      <p>A second entry takes back each posting. Both stay in sight, the reversal is never reversed itself, and in a closed period it is a prior-period adjustment. What was verified, banked or claimed on it goes first, the newest first.</p>
      <TextArea label="Reason" required rows={3} maxLength={2000} value={reason} onChange={setReason} />
    </FormDialog>
  )
}
