import type { AlignmentOutcome, ClosedInitiative, OutcomeVerdict } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { tercileWords, verdictLooks } from '../words.ts'

/** Closed initiatives with their alignment at approval and what was judged; those that nobody judged first. */
export function Closed({ outcome: { initiatives, omitted }, canJudge, onJudge }: { readonly outcome: AlignmentOutcome; readonly canJudge: boolean; onJudge(initiative: ClosedInitiative): void }) {
  const format = useFormat()
  return (
    <Card title="Closed initiatives" note={`Those that nobody judged first.${omitted > 0 ? ` ${format.count(omitted, 'more is', 'more are')} not listed.` : ''}`} flush>
      <Table<ClosedInitiative>
        caption="Closed initiatives with their alignment at approval and their verdicts" rows={initiatives} rowKey={({ id }) => id} maxHeight={640}
        columns={[
          { key: 'name', label: 'Initiative', cell: ({ id, name, approval }) => <span className="block min-w-44"><a href={places.initiative(id)}>{name}</a><span className="quiet block">{approval === null ? 'Approval not on record' : `Approved ${format.date(approval.on)}${approval.strategy === null ? '' : `, ${approval.strategy}`}`}</span></span> },
          { key: 'alignment', label: 'Alignment', numeric: true, cell: ({ alignment, basis }) => <span className="block"><WhyFigure why={explanationFromWire(alignment.why)}>{metricCell(alignment.metric, format.ratio)}</WhyFigure>{basis === 'stated' && <span className="quiet block">stated</span>}</span> },
          { key: 'third', label: 'Tercile', cell: ({ tercile }) => (tercile === null ? <span className="quiet">–</span> : tercileWords[tercile]) },
          { key: 'intent', label: 'Intent', cell: ({ judgement }) => <Verdict of={judgement?.intent} /> },
          { key: 'goal', label: 'Goals', cell: ({ judgement }) => <Verdict of={judgement?.goal} /> },
          { key: 'judge', label: 'Judged by', cell: ({ judgement }) => (judgement ? <span className="block min-w-28">{judgement.judge}<span className="quiet block">{format.date(judgement.recordedAt.slice(0, 10))}</span></span> : <span className="quiet">–</span>) },
          { key: 'act', label: '', cell: (one) => canJudge && <Button kind={one.judgement ? 'quiet' : 'secondary'} aria-label={`Judge ${one.name}`} onClick={() => onJudge(one)}>Judge</Button> },
        ]}
      />
    </Card>
  )
}

const Verdict = ({ of }: { readonly of: { readonly verdict: OutcomeVerdict; readonly reason: string } | undefined }) =>
  of === undefined ? <span className="quiet">–</span> : <span className="block min-w-36"><StatusMark quiet {...verdictLooks[of.verdict]} /><span className="quiet block">{of.reason}</span></span>
