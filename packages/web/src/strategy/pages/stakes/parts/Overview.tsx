import type { UnitStake } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, RatingMark, useFormat } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { stakesWords as words } from '../words.ts'

/** Every unit and function with how far it depends on others; choosing one shows on whom. */
export function Overview({ units, chosen, onChoose }: { readonly units: readonly UnitStake[]; readonly chosen: string | undefined; onChoose(id: string): void }) {
  const format = useFormat()
  return (
    <Card flush title="Who depends on others" note="By weight of the goals, and by the benefits that are put down to them">
      <Table<UnitStake>
        caption="Units with how far they depend on others" rows={units} maxHeight={560} rowKey={({ id }) => id}
        columns={[
          { key: 'unit', label: 'Whose goals', cell: ({ id, name, unit, goalsOf }) => <span className="block min-w-40"><button type="button" className="why text-left" aria-pressed={id === chosen} onClick={() => onChoose(id)}>{name}</button>{(unit === null || goalsOf === 'organisation') && <span className="quiet block">{unit === null ? words.function : words.ofOrganisation}</span>}</span> },
          { key: 'goals', label: 'Goals', numeric: true, cell: ({ goals }) => format.number(goals.length, 0) },
          { key: 'share', label: 'Hang on others', cell: ({ dependence: { metric } }) => <span className="bar-track block min-w-32" aria-hidden="true">{metric.status === 'ok' && metric.value > 0 && <i style={{ color: 'var(--chart-5)', left: 0, width: `${metric.value * 100}%` }} />}</span> },
          { key: 'dependence', label: 'Of their weight', numeric: true, cell: ({ dependence: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, (share) => format.percent(share))}</WhyFigure> },
          { key: 'exposed', label: 'At stake with others', numeric: true, cell: ({ exposed: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure> },
          { key: 'own', label: 'In its own hands', numeric: true, cell: ({ own: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure> },
          { key: 'classes', label: 'At stake by delivery confidence', cell: ({ classes }) => (classes.length === 0 ? <span className="quiet">–</span> : (
            <ul className="grid">
              {classes.map(({ rating, initiatives, value: { metric, why } }) => (
                <li key={rating ? `${rating.scale} ${rating.level}` : ''} className="flex min-h-6 items-center gap-2 whitespace-nowrap"><RatingMark rating={rating} /><span className="quiet">{format.number(initiatives, 0)}</span><WhyFigure why={explanationFromWire(why)}>{metricCell(metric, format.moneyShort)}</WhyFigure></li>
              ))}
            </ul>
          )) },
        ]}
      />
    </Card>
  )
}
