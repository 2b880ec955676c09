import type { DriftedTarget, GoalList } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { valueText } from '../../../measure-words.ts'
import { reasonWords } from '../../../words.ts'
import { goalWords } from '../words.ts'

/** Targets that are not what was first agreed: how far each is from it, by which moves, and why. */
export function MovedTargets({ moved }: { readonly moved: GoalList['moved'] }) {
  const format = useFormat()
  if (moved.length === 0) return <Card title={goalWords.moved}><p className="quiet">{goalWords.noneMoved}</p></Card>
  const beyond = moved.filter((one) => one.beyond).length
  return (
    <Card flush title={goalWords.moved} note={`${format.count(moved.length, 'target is', 'targets are')} no longer what was first agreed; ${format.number(beyond, 0)} beyond the leeway.`}>
      <Table<DriftedTarget>
        caption="Targets that moved since they were first agreed" rows={moved} rowKey={({ measureId }) => measureId} maxHeight={420}
        columns={[
          { key: 'measure', label: 'Measure', cell: ({ measureId, measure }) => <a href={`/strategy/measures/${encodeURIComponent(measureId)}`}>{measure}</a> },
          { key: 'first', label: 'First agreed', numeric: true, cell: ({ unit, first, firstOn }) => <>{valueText(format, unit, first)}<span className="quiet block">{format.date(firstOn)}</span></> },
          { key: 'now', label: 'Now', numeric: true, cell: ({ unit, now }) => valueText(format, unit, now) },
          { key: 'drift', label: 'Drift', numeric: true, cell: ({ drift }) => <WhyFigure why={explanationFromWire(drift.why)}>{metricCell(drift.metric, (share) => format.percent(share, 1))}</WhyFigure> },
          { key: 'leeway', label: 'Leeway', cell: ({ leeway, beyond: past }) => (leeway === null ? <span className="quiet">none agreed</span> : <StatusMark quiet tone={past ? 'warn' : 'good'} word={`${past ? 'Beyond' : 'Within'} ${format.percent(leeway, 1)}`} />) },
          { key: 'moves', label: 'Moves', cell: (row) => <Moves row={row} /> },
        ]}
      />
    </Card>
  )
}

function Moves({ row: { unit, moves } }: { readonly row: DriftedTarget }) {
  const format = useFormat()
  return (
    <ul className="grid gap-1">
      {moves.map(({ to, on, share, because }) => (
        <li key={`${on} ${to}`}>
          <span className="figures">{valueText(format, unit, to)}</span> from {format.date(on)} (<WhyFigure why={explanationFromWire(share.why)}>{metricCell(share.metric, (value) => format.percent(value, 1))}</WhyFigure>)
          <span className="quiet block">{because ? `${reasonWords[because.kind]}: ${because.words}` : goalWords.noReason}</span>
        </li>
      ))}
    </ul>
  )
}
