import type { Workshop, WorkshopDecision, WorkshopResults } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { useState } from 'react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { NumberField } from '../../../../ui/controls/NumberField.tsx'
import { TextArea } from '../../../../ui/controls/TextField.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { FormDialog, ProblemNote } from '../../../../wire/index.ts'
import type { Outcome } from '../../../acts.ts'
import { partsOf, partsOfPercent, percentOf, scaleToWhole, weightOf, whole } from '../../../weights.ts'
import { useHandIn } from '../use-hand-in.ts'
import { weightIn } from './Results.tsx'

export type Decided = { readonly weights: readonly { readonly key: string; readonly weight: number }[]; readonly rationale: string; readonly expected: string }
type DecideProps = { readonly workshop: Workshop; readonly results: WorkshopResults; onDecide(decided: Decided): Outcome; onClose(): void }

/** The weights that are decided on, beginning with the joint ones; together they are the whole of the level. */
export function Decide({ workshop, results, onDecide, onClose }: DecideProps) {
  const format = useFormat()
  const [parts, setParts] = useState<readonly number[]>(() => scaleToWhole(workshop.objectives.map(({ key }) => partsOf(weightIn(results.weights, key)))))
  const [rationale, setRationale] = useState('')
  const [expected, setExpected] = useState('')
  const sum = parts.reduce((total, part) => total + part, 0)
  const decided = (): Decided => ({ weights: workshop.objectives.map(({ key }, at) => ({ key, weight: weightOf(parts[at] ?? 0) })), rationale: rationale.trim(), expected: expected.trim() })
  return (
    <FormDialog size="wide" title="Which weights were agreed on?" subtitle="It begins with what all judgements come to. The decision is recorded with its reason." act="Record the decision" notYet={sum !== whole ? 'The weights are not 100%.' : rationale.trim() === '' ? 'Say why.' : undefined} onSubmit={() => onDecide(decided())} onClose={onClose}>
      <ul className="grid gap-1">
        {workshop.objectives.map(({ key, statement }, at) => (
          <li key={key} className="grid grid-cols-[1fr_120px] items-center gap-4">
            <span>{statement}</span>
            <NumberField labelHidden label={`Weight of ${statement}`} className="small" unit="%" min={0} max={100} value={percentOf(parts[at] ?? 0)} onChange={(percent) => setParts((all) => all.map((part, index) => (index === at ? partsOfPercent(percent) : part)))} />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3" aria-live="polite">
        <strong className="figures">Sum {format.weight(weightOf(sum))}</strong>
        {sum === whole ? <StatusMark tone="good" word="Sums to 100%" /> : <StatusMark tone="warn" word={sum < whole ? `${format.weight(weightOf(whole - sum))} left to give` : `${format.weight(weightOf(sum - whole))} too much`} />}
        <Button className="ml-auto" disabled={sum === whole} onClick={() => setParts(scaleToWhole(parts))}>Scale to 100%</Button>
      </div>
      <TextArea label="Why" hint="What settled the disagreement." maxLength={4000} value={rationale} onChange={setRationale} />
      <TextArea label="What is expected of it" maxLength={4000} value={expected} onChange={setExpected} />
    </FormDialog>
  )
}

/** What was decided, by whom and why. */
export function DecisionCard({ workshop, decision, onTake }: { readonly workshop: Workshop; readonly decision: WorkshopDecision; readonly onTake: ((workshop: Workshop) => Outcome) | undefined }) {
  const format = useFormat()
  const [taken, setTaken] = useState(false)
  const take = useHandIn(async () => {
    const done = onTake ? await onTake(workshop) : ok({})
    setTaken(done.ok)
    return done
  })
  return (
    <Card title="What was decided" note={`${decision.decidedBy}, ${format.instant(decision.decidedAt)}`} actions={decision.decisionId && <a href={places.decision(decision.decisionId)}>Read the decision</a>}>
      <ul className="grid gap-1">
        {workshop.objectives.map(({ key, statement }) => <li key={key} className="grid grid-cols-[1fr_96px] gap-4"><span>{statement}</span><strong className="figures text-right font-semibold">{format.weight(weightIn(decision.weights, key))}</strong></li>)}
      </ul>
      <p className="mt-3 max-w-3xl whitespace-pre-wrap">{decision.rationale}</p>
      {onTake && <div className="mt-3 flex flex-wrap items-center gap-3"><Button busy={take.busy} disabled={taken} onClick={take.handIn}>Put them into the next version</Button>{taken && <span role="status"><StatusMark tone="good" word="They are in the draft" /> <a href="/strategy/recalibrate">See what follows</a></span>}<ProblemNote problem={take.problem} /></div>}
      {decision.expected && <p className="quiet max-w-3xl whitespace-pre-wrap">Expected: {decision.expected}</p>}
    </Card>
  )
}
