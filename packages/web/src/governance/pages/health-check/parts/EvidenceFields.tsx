import type { ReviewEvidence, ReviewReason } from '@throughline/contract/governance'
import { evidenceKinds } from '@throughline/engine/governance'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Select } from '../../../../ui/controls/Select.tsx'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { evidenceWords } from '../../../review-words.ts'

/** A reason as it is entered, with room for its first piece of evidence. */
export const blankReason: ReviewReason = { words: '', evidence: [{ kind: 'document', words: '' }] }
/** The reason with what was entered; undefined where something of it is still empty. */
export const entered = ({ words, evidence }: ReviewReason): ReviewReason | undefined => {
  const given = evidence.map((one) => ({ ...one, words: one.words.trim() })).filter((one) => one.words !== '')
  return words.trim() === '' || given.length === 0 ? undefined : { words: words.trim(), evidence: given }
}

/** What was found and on what it rests: no rating without evidence. */
export function ReasonFields({ label, hint, reason, error, onChange }: { readonly label: string; readonly hint?: string; readonly reason: ReviewReason; readonly error?: string | undefined; onChange(reason: ReviewReason): void }) {
  const { evidence } = reason
  const set = (nth: number, change: Partial<ReviewEvidence>) => onChange({ ...reason, evidence: evidence.map((one, at) => (at === nth ? { ...one, ...change } : one)) })
  return (
    <div className="grid gap-3">
      <TextArea label={label} hint={hint} required rows={3} maxLength={4000} value={reason.words} onChange={(words) => onChange({ ...reason, words })} error={error} />
      {evidence.map((one, nth) => (
        <div key={nth} className="grid items-end gap-3 sm:grid-cols-[10rem_1fr_auto]">
          <Select<ReviewEvidence['kind']> label={`Evidence ${nth + 1}`} value={one.kind} options={evidenceKinds.map((value) => ({ value, label: evidenceWords[value] }))} onChange={(kind) => set(nth, { kind })} />
          <TextField label="Which" required={nth === 0} maxLength={1000} value={one.words} onChange={(words) => set(nth, { words })} />
          {evidence.length > 1 && <Button kind="quiet" aria-label={`Leave out evidence ${nth + 1}`} onClick={() => onChange({ ...reason, evidence: evidence.filter((_, at) => at !== nth) })}>Leave out</Button>}
        </div>
      ))}
      {evidence.length < 20 && <span><Button kind="quiet" onClick={() => onChange({ ...reason, evidence: [...evidence, { kind: 'interview', words: '' }] })}>More evidence</Button></span>}
    </div>
  )
}
