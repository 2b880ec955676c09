import type { PlanFigures } from '@throughline/contract/portfolio'
import type { Metric } from '@throughline/engine/kernel'
import { explanationFromWire, metricText, useFormat } from '../../../format/index.ts'
import { Table } from '../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../ui/display/WhyFigure.tsx'

/** One plan of several side by side. */
export type PlanColumn = { readonly key: string; readonly name: string; readonly figures: PlanFigures }

type Line = { readonly label: string; cell(figures: PlanFigures): React.ReactNode }

/** The figures of two to four plans, one column each; each can say why. */
export function PlanColumns({ plans, caption }: { readonly plans: readonly PlanColumn[]; readonly caption: string }) {
  const format = useFormat()
  const money = ({ metric, why }: PlanFigures['cost']) => <WhyFigure why={explanationFromWire(why)}>{metricText(metric, (amount) => format.moneyShort(amount))}</WhyFigure>
  const share = ({ metric, why }: PlanFigures['served'], write: (value: number) => string) => <WhyFigure why={explanationFromWire(why)}>{metricText(metric, write)}</WhyFigure>
  const plain = (metric: Metric<number>, write: (value: number) => string) => metricText(metric, write)
  const lines: readonly Line[] = [
    { label: 'Initiatives in the plan', cell: ({ initiatives }) => format.number(initiatives, 0) },
    { label: 'of them funded', cell: ({ funded }) => format.number(funded, 0) },
    { label: 'Cost of funded work', cell: ({ cost }) => money(cost) },
    { label: 'Benefits of funded work', cell: ({ benefits }) => money(benefits) },
    { label: 'Benefits less cost', cell: ({ net }) => money(net) },
    { label: 'Benefit-cost ratio', cell: ({ ratio }) => share(ratio, format.ratio) },
    { label: 'Objectives’ weight served', cell: ({ served }) => share(served, (value) => format.percent(value)) },
    { label: 'Strategic value', cell: ({ strategic }) => plain(strategic, (value) => `${format.number(value, 0)} points`) },
    { label: 'Cost of everything current, as the cockpit counts', cell: ({ current }) => money(current.cost) },
    { label: 'Benefits of everything current, as the cockpit counts', cell: ({ current }) => money(current.benefits) },
  ]
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ label }) => label}
      columns={[{ key: 'label', label: 'Figure', cell: ({ label }) => label }, ...plans.map(({ key, name, figures }) => ({ key, label: name, numeric: true, cell: (line: Line) => line.cell(figures) }))]}
    />
  )
}
