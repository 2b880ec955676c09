import type { RecalibrationCase } from '@throughline/contract/strategy'
import type { CoverageChange, Recalibration } from '@throughline/engine/portfolio'
import type { Metric } from '@throughline/engine/kernel'
import { metricText, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'

/** Whether what goes ahead is promised to be enough for each objective of the next version; of those of which nothing is known, why. */
export function Coverage({ of, recalibration }: { readonly of: RecalibrationCase; readonly recalibration: Recalibration }) {
  const format = useFormat()
  const keys = new Set(of.after.objectives.map(({ key }) => key))
  const all = recalibration.consequences.coverage.filter(({ key }) => keys.has(key))
  const known = all.filter(({ after }) => after.metric.status === 'ok')
  const unknown = Map.groupBy(all.filter(({ after }) => after.metric.status !== 'ok'), ({ after }) => reasonOf(after.metric))
  const share = ({ metric, why }: CoverageChange['after']) => <WhyFigure why={why}>{metricText(metric, (value) => format.percent(value, 0))}</WhyFigure>
  return (
    <Card title="Is enough promised?" note="What initiatives that go ahead have promised in the value ledger, over the way from the baseline of a measure to its target." flush>
      {known.length > 0 && (
        <Table
          caption="Coverage of objectives"
          maxHeight={400}
          rows={known}
          rowKey={({ key }) => key}
          columns={[
            { key: 'objective', label: 'Objective', cell: ({ statement, measure }) => <span className="block">{statement}<span className="quiet block">{measure}</span></span> },
            { key: 'before', label: 'By what runs', numeric: true, cell: ({ before }) => share(before) },
            { key: 'after', label: 'By what would run', numeric: true, cell: ({ after }) => share(after) },
          ]}
        />
      )}
      {[...unknown].map(([reason, objectives]) => <p key={reason} className="quiet px-4 py-2">{format.count(objectives.length, 'objective', 'objectives')} without a figure, {reason}: {objectives.map(({ statement }) => statement).join(' · ')}</p>)}
    </Card>
  )
}

/** Why there is no figure, after a comma. */
function reasonOf(metric: Metric<number>): string {
  if (metric.status === 'missing') return `for want of ${metric.inputs.join(' and ')}`
  return `because ${metricText(metric, () => '').replace(/^Undefined: /, '').toLowerCase()}`
}
