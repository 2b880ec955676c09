import type { PlanTotal } from '@throughline/contract/value'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { amountWords, unitWords } from '../../../amounts.ts'
import { kindWord } from '../words.ts'

/** Each kind in each unit of account: covered + without a vehicle = ambition. What one line has too much of covers no other. */
export function Totals({ totals }: { readonly totals: readonly PlanTotal[] }) {
  const format = useFormat()
  const amount = (total: PlanTotal, key: 'ambition' | 'covered' | 'uncovered' | 'over') => <WhyFigure why={explanationFromWire(total[key].why)}>{metricCell(total[key].metric, (value) => amountWords(value, total.unit, format))}</WhyFigure>
  return (
    <Card flush title="Coverage of the plan" note="Covered + without a delivery vehicle = ambition; units are never added">
      <Table<PlanTotal>
        caption="Coverage of the plan by kind and unit of account" rows={totals} rowKey={({ kind, unit }) => `${kind} ${unit}`}
        columns={[
          { key: 'kind', label: 'Kind', cell: ({ kind, unit, lines }) => <span className="grid min-w-40">{kindWord(kind)}<span className="quiet">{`${unitWords(unit)}, ${format.count(lines, 'line', 'lines')}`}</span></span> },
          { key: 'ambition', label: 'Plan ambition', numeric: true, cell: (total) => amount(total, 'ambition') },
          { key: 'covered', label: 'Covered', numeric: true, cell: (total) => amount(total, 'covered') },
          { key: 'uncovered', label: 'No delivery vehicle', numeric: true, cell: (total) => amount(total, 'uncovered') },
          { key: 'coverage', label: 'Coverage', numeric: true, cell: ({ coverage }) => <WhyFigure why={explanationFromWire(coverage.why)}>{metricCell(coverage.metric, (value) => format.percent(value))}</WhyFigure> },
          { key: 'over', label: 'Beyond the plan', numeric: true, cell: (total) => amount(total, 'over') },
          { key: 'flags', label: 'To look at', cell: ({ overCovered, unknown }) => (
            <span className="grid gap-1">
              {overCovered > 0 && <StatusMark quiet tone="warn" word={`${format.count(overCovered, 'period', 'periods')} with more than the plan moves`} />}
              {unknown > 0 && <StatusMark quiet tone="none" word={`${format.count(unknown, 'period', 'periods')} without a baseline, in no figure`} />}
            </span>
          ) },
        ]}
      />
    </Card>
  )
}
