import type { Allocation, AllocationMismatch, PoolAllocation } from '@throughline/contract/portfolio'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { allocationWords as words, poolUnits } from '../words.ts'

/** Pools whose skills are scarce, with what of them goes to the top quarter. */
export function ScarcePools({ allocation: { pools, ample, unrecorded } }: { readonly allocation: Allocation }) {
  const format = useFormat()
  const others = [ample > 0 ? `${format.count(ample, 'pool is', 'pools are')} not scarce` : '', unrecorded > 0 ? `of ${format.number(unrecorded, 0)} no capacity is recorded` : ''].filter((one) => one !== '').join('; ')
  return (
    <Card flush title="Scarce skills" note={`Pools of which at least nine tenths are needed in a period. ${others === '' ? '' : `${others[0]?.toUpperCase()}${others.slice(1)}.`}`}>
      <Table<PoolAllocation>
        caption="Scarce pools with what goes to the top quarter" rows={pools} rowKey={({ pool }) => pool.id} empty={words.ample}
        columns={[
          { key: 'pool', label: 'Pool', cell: ({ pool }) => <span className="block min-w-32">{pool.name}</span> },
          { key: 'scarce', label: 'Scarce in', cell: ({ scarce }) => <span className="block min-w-40">{scarce.join(', ')}</span> },
          { key: 'peak', label: 'Load at most', numeric: true, cell: ({ peak }) => format.percent(peak) },
          { key: 'bar', label: 'To the top quarter', cell: ({ share: { metric } }) => <span className="bar-track block min-w-32" aria-hidden="true">{metric.status === 'ok' && metric.value > 0 && <i style={{ color: 'var(--chart-1)', left: 0, width: `${metric.value * 100}%` }} />}</span> },
          { key: 'share', label: 'Share', numeric: true, cell: ({ share: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
          { key: 'top', label: 'Of demand', numeric: true, cell: ({ top, all, pool }) => `${format.number(Number(top), 0)} of ${format.number(Number(all), 0)} ${poolUnits[pool.unit]}` },
        ]}
      />
    </Card>
  )
}

/** Initiatives of the top quarter that are short of a pool, and what there is to do. */
export function Mismatches({ mismatches, omitted }: Pick<Allocation, 'mismatches' | 'omitted'>) {
  const format = useFormat()
  const amount = (quantity: string, { pool }: AllocationMismatch) => (Number(quantity) === 0 ? <span className="quiet">–</span> : `${format.number(Number(quantity), 1)} ${poolUnits[pool.unit]}`)
  return (
    <Card flush title="Counts most, and is short" note={`What a pool lacks falls on all that draw on it, in proportion to what they need${omitted > 0 ? `. ${format.count(omitted, 'more is', 'more are')} not listed: the earliest periods come first` : ''}`}>
      <Table<AllocationMismatch>
        caption="Initiatives of the top quarter that are short of a pool" rows={mismatches} rowKey={({ initiative, pool, period }) => `${initiative.id} ${pool.id} ${period.from}`} empty={words.fits} maxHeight={640}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="block min-w-48 text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'pool', label: 'Pool', cell: ({ pool }) => pool.name },
          { key: 'period', label: 'Period', cell: ({ period }) => <span className="whitespace-nowrap">{period.label}</span> },
          { key: 'demand', label: 'Needs', numeric: true, cell: (one) => amount(one.demand, one) },
          { key: 'short', label: 'Is short of', numeric: true, cell: (one) => amount(one.short, one) },
          { key: 'reallocate', label: 'Reallocate', numeric: true, cell: (one) => amount(one.reallocate, one) },
          { key: 'from', label: 'From what counts less', cell: ({ lower, lowerCount, reallocate }) => (Number(reallocate) === 0 ? <span className="quiet">–</span> : <span className="block min-w-56">{lower.map(({ initiative }) => initiative.name).join(', ')}{lowerCount > lower.length && <span className="quiet"> and {format.number(lowerCount - lower.length, 0)} more</span>}</span>) },
          { key: 'add', label: 'Train or hire', numeric: true, cell: (one) => amount(one.add, one) },
        ]}
      />
    </Card>
  )
}

/** The quarter of initiatives with most strategic impact. */
export function TopQuarter({ top: { initiatives, assessed, unassessed } }: Pick<Allocation, 'top'>) {
  const format = useFormat()
  return (
    <Card flush title="The top quarter" note={`The quarter of ${format.count(assessed, 'initiative', 'initiatives')} that serves the strategy most${unassessed > 0 ? `; of ${format.number(unassessed, 0)} more nobody has judged what they serve` : ''}`}>
      <Table
        caption="Initiatives with most strategic impact" rows={initiatives} rowKey={({ initiative }) => initiative.id} empty="Nobody has judged what any initiative of the plan serves." maxHeight={420}
        columns={[
          { key: 'initiative', label: 'Initiative', cell: ({ initiative }) => <a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> },
          { key: 'impact', label: 'Alignment', numeric: true, cell: ({ impact: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (value) => format.ratio(value))}</WhyFigure> },
        ]}
      />
    </Card>
  )
}
