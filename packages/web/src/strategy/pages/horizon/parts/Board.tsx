import type { ChangeSignal } from '@throughline/contract/strategy'
import { attentionOf } from '@throughline/engine/strategy'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { attentionLooks, impactWords, likelihoodWords, timeWords } from '../words.ts'

const impacts = ['high', 'medium', 'low'] as const
const likelihoods = ['unlikely', 'possible', 'likely'] as const

/** Judged signals where their impact and likelihood cross; when they would be felt stands beside each. Nothing is added or averaged. */
export function Board({ signals }: { readonly signals: readonly ChangeSignal[] }) {
  const judged = signals.filter(({ triage }) => triage !== null)
  if (judged.length === 0) return null
  return (
    <Card flush title="Board" note="Impact by likelihood; what a field asks for within a year is named in it">
      <div className="table-scroll" tabIndex={0} role="region" aria-label="Board of signals">
        <table className="table">
          <caption className="visually-hidden">Signals by impact and likelihood</caption>
          <thead><tr><th scope="col">Impact</th>{likelihoods.map((likelihood) => <th key={likelihood} scope="col">{likelihoodWords[likelihood]}</th>)}</tr></thead>
          <tbody>
            {impacts.map((impact) => (
              <tr key={impact}>
                <th scope="row">{impactWords[impact]}</th>
                {likelihoods.map((likelihood) => {
                  const here = judged.filter(({ triage }) => triage?.impact === impact && triage.likelihood === likelihood)
                  return <td key={likelihood}><span className="grid min-w-40 gap-1"><span className="quiet">{attentionLooks[attentionOf({ impact, likelihood, time: 'now' })].word}</span>{here.map(({ id, title, attention, triage }) => <span key={id}>{attention && <StatusMark quiet tone={attentionLooks[attention].tone} word={title} />}<span className="quiet block">{triage && timeWords[triage.time]}</span></span>)}</span></td>
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
