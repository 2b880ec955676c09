import type { StrategicMilestone } from '@throughline/contract/delivery'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { standingLooks } from '../../../milestone-words.ts'

/** Every milestone by the day on which it is wanted. */
export function Overview({ milestones, chosen, onChoose }: { readonly milestones: readonly StrategicMilestone[]; readonly chosen: string; onChoose(id: string): void }) {
  const format = useFormat()
  return (
    <Card flush title="Milestones of objectives" note="By the day on which they are wanted; choose one to see what it depends on">
      <Table<StrategicMilestone>
        caption="Strategic milestones with their forecasts" rows={milestones} rowKey={({ id }) => id} maxHeight={420}
        columns={[
          { key: 'name', label: 'Milestone', cell: ({ id, name, objective }) => <span className="grid min-w-48"><Button kind="link" className="w-fit text-left" aria-pressed={id === chosen} onClick={() => onChoose(id)}>{name}</Button>{objective ? <a className="quiet w-fit leading-6" href={places.objective(objective.id)}>{objective.statement}</a> : <span className="quiet">Its objective is in force no more</span>}</span> },
          { key: 'standing', label: 'Standing', cell: ({ standing }) => <StatusMark quiet {...standingLooks[standing]} /> },
          { key: 'wanted', label: 'Wanted on', cell: ({ wantedOn }) => format.date(wantedOn) },
          { key: 'forecast', label: 'Forecast, P10 to P90', cell: ({ reachedOn, p50On, p10On, p90On }) => (reachedOn !== null ? `Reached on ${format.date(reachedOn)}` : <span className="grid"><span><WhyFigure why={explanationFromWire(p50On.why)}>{metricCell(p50On.metric, format.date)}</WhyFigure></span>{p10On.status === 'ok' && p90On.status === 'ok' && <span className="quiet">{format.date(p10On.value)} to {format.date(p90On.value)}</span>}</span>) },
          { key: 'confidence', label: 'Keeps the day', numeric: true, cell: ({ confidence }) => <WhyFigure why={explanationFromWire(confidence.why)}>{metricCell(confidence.metric, (share) => format.percent(share))}</WhyFigure> },
          { key: 'driver', label: 'Driven by', cell: ({ driver }) => (driver ? <span className="grid"><a className="w-fit leading-6" href={places.initiative(driver.initiativeId)}>{driver.name}</a><span className="quiet">{`last in ${format.percent(driver.criticality)} of runs`}</span></span> : <span className="quiet">–</span>) },
        ]}
      />
    </Card>
  )
}
