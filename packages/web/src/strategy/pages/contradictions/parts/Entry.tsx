import type { Contradiction } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { tensionLooks } from '../../../words.ts'
import { WitnessRow } from './WitnessRow.tsx'

/** One contradiction: what shows it, in words where the drawing does not say it, and who lives with it. */
export function Entry({ contradiction, canEdit, onAccept, onReopen }: { readonly contradiction: Contradiction; readonly canEdit: boolean; onAccept(): void; onReopen(): void }) {
  const format = useFormat()
  const { rule, state, words, witness, resolutions, accepted } = contradiction
  // Between an initiative and an objective the line itself says what the sentence would.
  const drawn = rule === 'X-4' && witness.length > 0
  return (
    <article className="flex items-start gap-4 px-4 py-3">
      <div className="grid min-w-0 grow gap-2">
        {!drawn && <p>{words}</p>}
        {witness.length > 0 && <WitnessRow rule={rule} witness={drawn ? [...witness].sort((a) => (a.kind === 'initiative' ? -1 : 1)) : witness} />}
        {accepted && <p className="quiet">{accepted.owner} manages it until {format.date(accepted.reviewOn)}: {accepted.tradeOff} (accepted by {accepted.acceptedBy})</p>}
      </div>
      {state === 'due' && <StatusMark tone={tensionLooks.due.tone} word={tensionLooks.due.words} />}
      {canEdit && (accepted || resolutions.includes('accept_tension')) && (
        <span className="no-print">
          {accepted ? <Button kind="quiet" aria-label={`Reopen: ${words}`} onClick={onReopen}>Reopen</Button> : <Button kind="quiet" aria-label={`Live with it: ${words}`} onClick={onAccept}>Live with it</Button>}
        </span>
      )}
    </article>
  )
}
