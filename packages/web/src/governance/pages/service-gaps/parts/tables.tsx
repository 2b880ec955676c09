import type { CapabilityArea, LeveledService, NeedyObjective, ServiceGap, ServiceGaps } from '@throughline/contract/governance'
import { capabilityAreas } from '@throughline/engine/governance'
import { known, numberFigure, type Metric } from '@throughline/engine/kernel'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { areaWords, gapWords as words, planWords } from '../words.ts'

/** A figure for a cell; where nobody has judged a service, that. */
const told = (metric: Metric<number>, write: (value: number) => string): string => (metric.status === 'missing' ? words.unjudged : metricCell(metric, write))

/** Each need with its gap, what weighs most first. */
export function GapsTable({ gaps, onPlan }: { readonly gaps: readonly ServiceGap[]; /** Plans a step in an area; undefined for who may not. */ readonly onPlan?: ((area: CapabilityArea) => void) | undefined }) {
  const format = useFormat()
  return (
    <Card title="By priority" note="The gap in levels times the share of the objective’s weight; what nobody has judged comes last." flush>
      <Table<ServiceGap>
        caption="What objectives need of the PMO, by priority" rows={gaps} rowKey={({ objective, area }) => `${objective.id} ${area}`} maxHeight={560}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ objective }) => <a className="block min-w-56 text-ink" href={places.objective(objective.id)}>{objective.statement}</a> },
          { key: 'area', label: 'Area', cell: ({ area }) => areaWords[area] },
          { key: 'need', label: 'Needed', numeric: true, cell: ({ need }) => format.number(need, 0) },
          { key: 'gap', label: 'Gap', numeric: true, cell: ({ gap: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{told(metric, (one) => format.number(one, 0))}</WhyFigure> },
          { key: 'priority', label: 'Priority', numeric: true, cell: ({ priority: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{told(metric, (one) => format.number(one, 2))}</WhyFigure> },
          { key: 'met', label: '', cell: ({ gap: { metric }, plan }) => <StatusMark quiet tone={metric.status !== 'ok' ? 'none' : metric.value === 0 ? 'good' : 'warn'} word={metric.status !== 'ok' ? 'Nobody has judged it' : metric.value === 0 ? 'Met' : planWords[plan]} /> },
          ...(onPlan ? [{ key: 'plan', label: '', cell: ({ gap: { metric }, plan, area, objective }: ServiceGap) => !(metric.status === 'ok' && metric.value === 0) && plan !== 'whole' && <Button kind="quiet" aria-label={`Plan a step in ${areaWords[area]} for ${objective.statement}`} onClick={() => onPlan(area)}>Plan a step</Button> }] : []),
        ]}
      />
    </Card>
  )
}

/** Needs against areas: what is needed, and what is lacking of it. */
export function NeedsTable({ gaps: { objectives, areas, gaps } }: { readonly gaps: ServiceGaps }) {
  const format = useFormat()
  const byPlace = new Map(gaps.map((gap) => [`${gap.objective.id} ${gap.area}`, gap]))
  const cell = (id: string, area: CapabilityArea) => {
    const gap = byPlace.get(`${id} ${area}`)
    if (!gap) return <span className="quiet">–</span>
    const lacking = gap.gap.metric.status === 'ok' && gap.gap.metric.value > 0 ? `${format.number(gap.need, 0)}, lacks ${format.number(gap.gap.metric.value, 0)}` : format.number(gap.need, 0)
    return <WhyFigure why={explanationFromWire(gap.gap.why)}>{lacking}</WhyFigure>
  }
  const level = (of: CapabilityArea) => areas.find(({ area }) => area === of)?.level
  return (
    <Card title="Needs and levels" note="What each objective needs in an area, and by how much the best service falls short; a dash where nobody has said." flush>
      <Table<NeedyObjective>
        caption="Needs of objectives by area" rows={objectives} rowKey={({ id }) => id} maxHeight={560}
        columns={[
          { key: 'objective', label: 'Objective', cell: ({ statement }) => <span className="block min-w-56">{statement}</span>, foot: 'Level of the PMO' },
          ...capabilityAreas.map((area) => {
            const found = level(area)
            return { key: area, label: areaWords[area], numeric: true, cell: ({ id }: NeedyObjective) => cell(id, area), foot: found && <WhyFigure why={explanationFromWire(found.why)}>{told(found.metric, (one) => format.number(one, 0))}</WhyFigure> }
          }),
        ]}
      />
    </Card>
  )
}

/** What each service that is offered is able to do. */
export function LevelsTable({ gaps: { services } }: { readonly gaps: ServiceGaps }) {
  const format = useFormat()
  if (services.length === 0) return <Card title="What services are able to do"><p className="quiet">{words.noServices}</p></Card>
  return (
    <Card title="What services are able to do" note="From 0, none, to 5; a dash where nobody has judged it." flush>
      <Table<LeveledService>
        caption="Levels of services by area" rows={services} rowKey={({ id }) => id} maxHeight={560}
        columns={[
          { key: 'service', label: 'Service', cell: ({ name }) => <span className="block min-w-56">{name}</span> },
          ...capabilityAreas.map((area) => ({ key: area, label: areaWords[area], numeric: true, cell: ({ levels }: LeveledService) => {
            const given = levels.find((one) => one.area === area)
            return given ? <WhyFigure why={{ term: areaWords[area], figure: known(numberFigure(given.level)), source: { kind: 'entered', by: given.by, at: given.at }, note: given.reason }}>{format.number(given.level, 0)}</WhyFigure> : <span className="quiet">–</span>
          } })),
        ]}
      />
    </Card>
  )
}
