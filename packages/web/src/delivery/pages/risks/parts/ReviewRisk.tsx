import type { Risk, RiskReview } from '@throughline/contract/delivery'
import type { Problem } from '@throughline/contract/wire'
import type { Result } from '@throughline/engine/kernel'
import { useState } from 'react'
import { TextArea, TextField } from '../../../../ui/controls/TextField.tsx'
import { fieldError, FormDialog } from '../../../../wire/index.ts'
import { entryOf, estimateOf, unsoundEstimate, type RiskEntry } from '../../../risk-entry.ts'
import { EstimateFields, type RegisterSetting } from './RiskForm.tsx'

/** Records that somebody looked at a risk: its estimate stays as it stands in the form, or becomes another one. */
export function ReviewRisk({ risk, onSubmit, onClose, ...setting }: RegisterSetting & { readonly risk: Risk; onSubmit(given: Omit<RiskReview, 'version'>): Promise<Result<unknown, Problem>>; onClose(): void }) {
  const { currency, today, amounts } = setting
  const [entry, setEntry] = useState(() => entryOf(risk, setting))
  const [on, setOn] = useState(today)
  const [said, setSaid] = useState('')
  const set = (change: Partial<RiskEntry>): void => setEntry((all) => ({ ...all, ...change }))
  const estimate = estimateOf(entry, currency, amounts)
  const notYet = on === '' ? 'Say on which day' : (unsoundEstimate(entry, currency) ?? (said.trim() === '' ? 'Say what was found, if only that nothing changed' : undefined))
  return (
    <FormDialog title="Review a risk" subtitle={`${risk.key} ${risk.title}`} size="wide" act="Record the review" notYet={notYet} onSubmit={() => onSubmit({ on, words: said.trim(), ...estimate, proximityOn: entry.proximityOn || null })} onClose={onClose}>
      {(problem) => (
        <>
          <p>A review counts also where nothing changed. An estimate that stays the same through reviews after its day has passed is asked about under Risk assurance.</p>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField type="date" label="Reviewed on" required max={today} value={on} onChange={setOn} error={fieldError(problem, 'on')} />
            <TextField type="date" label="May come by" value={entry.proximityOn} onChange={(proximityOn) => set({ proximityOn })} error={fieldError(problem, 'proximityOn')} />
          </div>
          <TextArea label="What was found" required rows={2} maxLength={2000} data-focus-first="" value={said} onChange={setSaid} error={fieldError(problem, 'words')} />
          <EstimateFields {...{ entry, set, problem, currency, amounts }} />
        </>
      )}
    </FormDialog>
  )
}
