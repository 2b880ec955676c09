import type { BriefGroup, ComprehensionReport } from '@throughline/contract/strategy'
import type { Metric } from '@throughline/engine/kernel'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { StackedBar, StackLegend, type StackPart } from '../../../../ui/charts/StackedBar.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { comprehensionWords as words } from '../words.ts'

/** Reach and comprehension by unit, as bars with their figures; groups of too few people are named and nothing is told of them. */
export function Groups({ report: { groups } }: { readonly report: ComprehensionReport }) {
  const format = useFormat()
  const count = (of: Metric<number>) => (of.status === 'ok' ? format.number(of.value, 0) : <span className="quiet">–</span>)
  return (
    <Card title="By unit" note="People with a role in one unit are counted there, others with those of their role. Of fewer than five people nothing is told." flush>
      <div className="px-4 pt-3"><StackLegend parts={legend} /></div>
      <Table<BriefGroup>
        caption="Reach and comprehension by unit" rows={groups} rowKey={({ kind, id }) => `${kind} ${id}`} empty="Nobody takes part yet"
        columns={[
          { key: 'name', label: 'Unit or role', cell: ({ name }) => name },
          { key: 'bar', label: 'How far', cell: ({ name, reach }) => (reach.audience.status === 'ok' ? <span className="block min-w-40"><StackedBar label={name} parts={partsOf(reach)} format={(value) => format.number(value, 0)} /></span> : <span className="quiet">{words.withheld}</span>) },
          { key: 'audience', label: 'Audience', numeric: true, cell: ({ reach }) => count(reach.audience) },
          { key: 'delivered', label: 'Delivered', numeric: true, cell: ({ reach }) => count(reach.delivered) },
          { key: 'opened', label: 'Opened', numeric: true, cell: ({ reach }) => count(reach.opened) },
          { key: 'asked', label: 'Asked', numeric: true, cell: ({ reach }) => count(reach.asked) },
          { key: 'answered', label: 'Answered', numeric: true, cell: ({ reach }) => count(reach.answered) },
          { key: 'understood', label: 'Understood', numeric: true, cell: ({ understood: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'ok' ? format.percent(metric.value) : words.withheld}</WhyFigure> },
        ]}
      />
    </Card>
  )
}

const legend = [{ tone: 'done', label: 'Answered, or nothing to ask' }, { tone: 'good', label: 'Asked, not answered' }, { tone: 'warn', label: 'Delivered, not opened' }, { tone: 'none', label: 'Not delivered' }] as const

/** The people of a group by the furthest that the brief came with each. */
function partsOf({ audience, delivered, opened, asked, answered }: BriefGroup['reach']): readonly StackPart[] {
  const [all, have, read, questioned, done] = [audience, delivered, opened, asked, answered].map((metric) => (metric.status === 'ok' ? metric.value : 0)) as [number, number, number, number, number]
  const counts = [done + read - questioned, questioned - done, have - read, all - have]
  return legend.map((part, at) => ({ ...part, value: counts[at] ?? 0 }))
}
