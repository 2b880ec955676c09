import type { Objective, Strategy } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'

/** The same objectives as a table: everything the bands show, row by row. */
export function ObjectiveTable({ strategy, onSelect }: { readonly strategy: Strategy; onSelect(objectiveId: string): void }) {
  const format = useFormat()
  const order = new Map(strategy.perspectives.map(({ id, order: place }) => [id, place]))
  const names = new Map(strategy.perspectives.map(({ id, name }) => [id, name]))
  const rows = [...strategy.objectives].sort((a, b) => (order.get(a.perspectiveId) ?? 0) - (order.get(b.perspectiveId) ?? 0))
  return (
    <Card flush title="Objectives" note={`${format.weight(strategy.weightTotal)} of the weight is given out`}>
      <Table<Objective>
        caption="Objectives by perspective"
        rows={rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'statement', label: 'Objective', cell: ({ id, statement }) => <button type="button" className="text-left text-accent hover:underline" onClick={() => onSelect(id)}>{statement}</button> },
          { key: 'perspective', label: 'Perspective', cell: ({ perspectiveId }) => names.get(perspectiveId) ?? '' },
          { key: 'weight', label: 'Weight', numeric: true, cell: ({ weight }) => format.weight(weight), foot: format.weight(strategy.weightTotal) },
          { key: 'owner', label: 'Owner', cell: ({ owner }) => owner ?? <span className="quiet">None</span> },
          { key: 'deadline', label: 'Deadline', cell: ({ deadline }) => <span className="figures">{deadline ? format.date(deadline) : ''}</span> },
          { key: 'served', label: 'Served by', numeric: true, cell: ({ initiatives }) => (initiatives > 0 ? format.number(initiatives, 0) : 'Nothing') },
          { key: 'hurt', label: 'Hurt by', numeric: true, cell: ({ hurtBy }) => (hurtBy > 0 ? format.number(hurtBy, 0) : 'None') },
          { key: 'cost', label: 'Cost', numeric: true, cell: ({ cost }) => <WhyFigure why={explanationFromWire(cost.why)}>{format.moneyCell(cost.metric)}</WhyFigure> },
          { key: 'benefits', label: 'Benefits', numeric: true, cell: ({ benefits }) => <WhyFigure why={explanationFromWire(benefits.why)}>{format.moneyCell(benefits.metric)}</WhyFigure> },
          { key: 'attainment', label: 'Attained', numeric: true, cell: ({ attainment }) => <WhyFigure why={explanationFromWire(attainment.why)}>{metricCell(attainment.metric, (share) => format.percent(share))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}
