import type { Contradiction } from '@throughline/contract/strategy'
import { useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { resolutionWords, severityLooks, tensionLooks } from '../../../words.ts'
import { WitnessRow } from './WitnessRow.tsx'

/** One contradiction: how severe, what, what shows it, what could resolve it, and who lives with it. */
export function Entry({ contradiction, canEdit, onAccept, onReopen }: { readonly contradiction: Contradiction; readonly canEdit: boolean; onAccept(): void; onReopen(): void }) {
  const format = useFormat()
  const { severity, state, title, words, witness, resolutions, accepted } = contradiction
  const look = severity ? severityLooks[severity] : tensionLooks.resolved
  const ways = resolutions.filter((each) => each !== 'accept_tension').map((each) => resolutionWords[each])
  return (
    <article className="grid gap-2 p-4">
      <div className="flex flex-wrap items-center gap-3">
        <StatusMark tone={look.tone} word={look.words} />
        <h3 className="font-semibold">{title}</h3>
        {state === 'due' && <StatusMark tone={tensionLooks.due.tone} word={tensionLooks.due.words} />}
        {canEdit && (
          <span className="ml-auto no-print">
            {accepted ? <Button kind="quiet" onClick={onReopen}>Reopen</Button> : resolutions.includes('accept_tension') && <Button kind="quiet" onClick={onAccept}>Live with it</Button>}
          </span>
        )}
      </div>
      <p>{words}</p>
      {witness.length > 0 && <WitnessRow witness={witness} />}
      {accepted && <p className="quiet">{accepted.owner} manages it until {format.date(accepted.reviewOn)}: {accepted.tradeOff} <span className="text-ink-3">(accepted by {accepted.acceptedBy})</span></p>}
      {!accepted && ways.length > 0 && <p className="quiet">What could help: {ways.join('; ')}.</p>}
    </article>
  )
}
