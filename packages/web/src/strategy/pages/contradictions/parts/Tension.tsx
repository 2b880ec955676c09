import type { Contradiction } from '@throughline/contract/strategy'
import { useState } from 'react'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { FormDialog, fieldError } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'

export type TensionEntered = { readonly owner: string; readonly tradeOff: string; readonly reviewOn: string }

/** Who lives with a tension, by which rule, and when it is looked at again. */
export function LiveWithIt({ contradiction, today, onSubmit, onClose }: { readonly contradiction: Contradiction; readonly today: string; onSubmit(entered: TensionEntered): Outcome; onClose(): void }) {
  const [owner, setOwner] = useState('')
  const [tradeOff, setTradeOff] = useState('')
  const [reviewOn, setReviewOn] = useState('')
  const notYet = owner.trim() === '' ? 'Say who manages it' : tradeOff.trim() === '' ? 'Say how the trade-off is made' : reviewOn <= today ? 'Choose a day ahead' : undefined
  return (
    <FormDialog title="Live with this tension" subtitle={contradiction.words} act="Live with it" notYet={notYet} onSubmit={() => onSubmit({ owner, tradeOff, reviewOn })} onClose={onClose}>
      {(problem) => (
        <>
          <TextField label="Managed by" required maxLength={200} value={owner} onChange={setOwner} error={fieldError(problem, 'owner')} />
          <TextArea label="Rule for the trade-off" rows={2} maxLength={2000} value={tradeOff} onChange={setTradeOff} hint="Such as: service of at least 97 %, then as few days as possible" error={fieldError(problem, 'tradeOff')} />
          <TextField label="Looked at again on" type="date" required value={reviewOn} onChange={setReviewOn} error={fieldError(problem, 'reviewOn')} />
        </>
      )}
    </FormDialog>
  )
}

/** Nobody lives with it any longer; the history keeps that somebody did. */
export function Reopen({ contradiction, onSubmit, onClose }: { readonly contradiction: Contradiction; onSubmit(): Outcome; onClose(): void }) {
  return (
    <FormDialog title="Reopen this tension?" act="Reopen" onSubmit={onSubmit} onClose={onClose}>
      <p>{contradiction.words}</p>
      <p>{contradiction.state === 'resolved' ? 'It is not found any more and leaves the register.' : 'Nobody manages it from then on.'} The history keeps what was said.</p>
    </FormDialog>
  )
}
