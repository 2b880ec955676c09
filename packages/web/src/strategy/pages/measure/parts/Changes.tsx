import type { MeasureDetail } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { partWords, periodWords, valueText } from '../../../measure-words.ts'

/** Why the measure changed from one period to the next, in parts that sum to the change exactly; only where its actuals came with parts. */
export function Changes({ detail: { changes, row } }: { readonly detail: MeasureDetail }) {
  const format = useFormat()
  if (changes.length === 0) return null
  const keys = [...new Set(changes.flatMap(({ parts }) => parts.map(({ key }) => key)))]
  return (
    <Card flush title="Why it changed" note="Parts sum to the change exactly">
      <Table
        caption="Changes in their parts"
        rows={changes}
        rowKey={({ to }) => to.from}
        columns={[
          { key: 'period', label: 'Into', cell: ({ to }) => periodWords(format, to) },
          ...keys.map((key) => ({ key, label: partWords[key], numeric: true, cell: ({ parts }: MeasureDetail['changes'][number]) => { const part = parts.find((one) => one.key === key); return part ? format.signed(part.amount, 2) : <span className="quiet">–</span> } })),
          { key: 'total', label: 'Change', numeric: true, cell: ({ total }) => <WhyFigure why={explanationFromWire(total.why)}>{metricCell(total.metric, (value) => valueText(format, row.unit, value))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}
