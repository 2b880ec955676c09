import type { ServiceStep } from '@throughline/contract/governance'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { Table } from '../../../../ui/display/Table.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { areaWords, gapWords as words, stepTones, stepWords } from '../words.ts'

type RoadmapProps = { readonly steps: readonly ServiceStep[]; readonly canEdit: boolean; onChange(step: ServiceStep): void; onDrop(step: ServiceStep): void }

/** Steps that close gaps, by the day until when. */
export function Roadmap({ steps, canEdit, onChange, onDrop }: RoadmapProps) {
  const format = useFormat()
  if (steps.length === 0) return <Card title={words.roadmap}><p className="quiet">{words.noSteps}</p></Card>
  const about = ({ service, area, toLevel }: ServiceStep): string => `${service.name}, ${areaWords[area]}, to level ${toLevel}`
  return (
    <Card title={words.roadmap} note={words.roadmapNote} flush>
      <Table<ServiceStep>
        caption="Steps of the PMO by the day until when" rows={steps} rowKey={({ id }) => id} maxHeight={560}
        columns={[
          { key: 'until', label: 'Until', cell: ({ dueOn }) => <span className="whitespace-nowrap">{format.date(dueOn)}</span> },
          { key: 'what', label: 'What', cell: ({ service, area, words: said, dropped }) => <span className="block min-w-56"><a className="text-ink" href={`/governance/services?service=${service.id}`}>{service.name}</a>, {areaWords[area]}{said !== '' && <span className="quiet block">{said}</span>}{dropped && <span className="quiet block">{dropped.by}, {format.instant(dropped.at)}: {dropped.words}</span>}</span> },
          { key: 'level', label: 'Level', numeric: true, cell: ({ level, toLevel }) => <span className="whitespace-nowrap">{level === null ? '?' : format.number(level, 0)} → {format.number(toLevel, 0)}</span> },
          { key: 'closes', label: 'Closes', numeric: true, cell: ({ closes: { metric, why } }) => <WhyFigure why={explanationFromWire(why)}>{metric.status === 'missing' ? words.unjudged : metricCell(metric, (one) => format.number(one, 2))}</WhyFigure> },
          { key: 'owner', label: 'Seen to by', cell: ({ owner }) => owner.name },
          { key: 'initiative', label: 'Delivered by', cell: ({ initiative }) => (initiative ? <a className="text-ink" href={places.initiative(initiative.id)}>{initiative.name}</a> : <span className="quiet">–</span>) },
          { key: 'state', label: 'State', cell: ({ state }) => <StatusMark quiet tone={stepTones[state]} word={stepWords[state]} /> },
          ...(canEdit ? [{ key: 'acts', label: '', cell: (step: ServiceStep) => (step.state === 'open' || step.state === 'late' || step.state === 'stranded') && <span className="flex gap-1">{step.state !== 'stranded' && <Button kind="quiet" aria-label={`Change ${about(step)}`} onClick={() => onChange(step)}>Change</Button>}<Button kind="quiet" aria-label={`Give up ${about(step)}`} onClick={() => onDrop(step)}>Give up</Button></span> }] : []),
        ]}
      />
    </Card>
  )
}
