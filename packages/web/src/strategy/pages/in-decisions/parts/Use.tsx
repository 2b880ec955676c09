import type { CitedShare, ObjectiveUse, PeriodUse, UnitUse } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Figure, FigureStrip } from '../../../../ui/display/Figure.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { inDecisionsWords as words } from '../words.ts'

/** The share of all decisions, and its course by quarter. */
export function Trend({ use: { all, periods, fewest } }: { readonly use: ObjectiveUse }) {
  const format = useFormat()
  const few = `fewer than ${format.number(fewest, 0)} decisions`
  return (
    <>
      <FigureStrip label="Decisions that cite an objective">
        <Figure label="Decisions that cite an objective" value={all.share.metric.status === 'ok' ? format.percent(all.share.metric.value) : null} absent="Too few" why={explanationFromWire(all.share.why)} comparison={{ words: `${format.number(all.citing, 0)} of ${format.count(all.decisions, 'decision', 'decisions')}${all.share.metric.status === 'ok' ? '' : `; ${few}`}` }} />
      </FigureStrip>
      <Card flush title="By quarter" note={`No share of ${few}`}>
        <Table<PeriodUse>
          caption="Quarters with how often decisions cite an objective" rows={periods} rowKey={({ label }) => label} maxHeight={560}
          columns={[
            { key: 'quarter', label: 'Quarter', cell: ({ label }) => label },
            { key: 'decisions', label: 'Decisions', numeric: true, cell: ({ decisions }) => format.number(decisions, 0) },
            { key: 'citing', label: 'Cite an objective', numeric: true, cell: ({ citing }) => format.number(citing, 0) },
            { key: 'bar', label: 'Of all of them', cell: ({ share: { metric } }) => <span className="bar-track block min-w-32" aria-hidden="true">{metric.status === 'ok' && metric.value > 0 && <i style={{ color: 'var(--chart-1)', left: 0, width: `${metric.value * 100}%` }} />}</span> },
            { key: 'share', label: 'Share', numeric: true, cell: (one) => <Share of={one} /> },
          ]}
        />
      </Card>
    </>
  )
}

/** Units whose initiatives were moved, with who is offered coaching. */
export function Units({ units }: Pick<ObjectiveUse, 'units'>) {
  const format = useFormat()
  return (
    <Card flush title="By unit" note="A decision counts in every unit whose initiatives it moved">
      <Table<UnitUse>
        caption="Units with how often decisions cite an objective" rows={units} rowKey={({ unitId }) => unitId ?? ''} maxHeight={560}
        columns={[
          { key: 'unit', label: 'Unit', cell: ({ unit }) => unit ?? words.whole },
          { key: 'decisions', label: 'Decisions', numeric: true, cell: ({ decisions }) => format.number(decisions, 0) },
          { key: 'citing', label: 'Cite an objective', numeric: true, cell: ({ citing }) => format.number(citing, 0) },
          { key: 'share', label: 'Share', numeric: true, cell: (one) => <Share of={one} /> },
          { key: 'coaching', label: '', cell: ({ coaching }) => coaching && <StatusMark quiet tone="warn" word="Coaching" /> },
        ]}
      />
    </Card>
  )
}

function Share({ of: { share: { metric, why } } }: { readonly of: CitedShare }) {
  const format = useFormat()
  return <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? metricCell(metric, (share) => format.percent(share)) : 'Too few'}</WhyFigure>
}

/** Objectives by how many decisions cite them, with examples. */
export function Objectives({ objectives }: Pick<ObjectiveUse, 'objectives'>) {
  const format = useFormat()
  if (objectives.length === 0) return <Card title="By objective"><p className="quiet">{words.noObjective}</p></Card>
  return (
    <Card flush title="By objective">
      <Table<ObjectiveUse['objectives'][number]>
        caption="Objectives with the decisions that cite them" rows={objectives} rowKey={({ key }) => key} maxHeight={560}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ statement }) => statement },
          { key: 'decisions', label: 'Decisions', numeric: true, cell: ({ decisions }) => format.number(decisions, 0) },
          { key: 'examples', label: 'Such as', cell: ({ examples }) => <ul>{examples.map(({ id, question }) => <li key={id}><a className="underline" href={places.decision(id)}>{question}</a></li>)}</ul> },
        ]}
      />
    </Card>
  )
}
