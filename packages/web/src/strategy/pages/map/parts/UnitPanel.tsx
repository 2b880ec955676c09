import type { MapUnitObjective, StrategyMap } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { mapWords as words } from '../words.ts'
import { PanelFrame } from './PanelFrame.tsx'

type UnitPanelProps = { readonly map: StrategyMap; readonly objective: MapUnitObjective; onSelect(id: string | undefined): void }

/** The selected objective of a unit: whose it is, what it serves, what serves it, and where it is changed. */
export function UnitPanel({ map, objective, onSelect }: UnitPanelProps) {
  const format = useFormat()
  const names = new Map([...map.objectives, ...map.unitObjectives].map(({ id, statement }) => [id, statement]))
  return (
    <PanelFrame label="Objective of a unit" title={objective.statement} onClose={() => onSelect(undefined)}>
      <p className="quiet figures">{[objective.strategy, ...(objective.unit === null || objective.unit === objective.strategy ? [] : [objective.unit])].join(' · ')} · weighs {format.weight(objective.weight)} there · {format.count(objective.initiatives, 'initiative', 'initiatives')} · <WhyFigure why={explanationFromWire(objective.attainment.why)}>{metricCell(objective.attainment.metric, (share) => format.percent(share))}</WhyFigure>{objective.attainment.metric.status === 'ok' && ' attained'}</p>
      <p className="flex flex-wrap gap-x-4"><a href={`/strategy/units?objective=${objective.id}`}>Measures and what is said</a><a href={places.sight('unit_objective', objective.id)}>Line of sight</a></p>
      <Named title={words.serves} none={words.servesNothing} ids={objective.serves === null ? [] : [objective.serves]} {...{ names, onSelect }} />
      <Named title={words.servedBy} none={words.nothing} ids={map.unitObjectives.filter(({ serves }) => serves === objective.id).map(({ id }) => id)} {...{ names, onSelect }} />
      {map.commonLinks.some(({ from, to }) => from.id === objective.id || to.id === objective.id) && <Named title={words.together} none={words.nothing} ids={map.commonLinks.flatMap(({ from, to }) => (from.id === objective.id ? [to.id] : to.id === objective.id ? [from.id] : []))} {...{ names, onSelect }} />}
    </PanelFrame>
  )
}

type NamedProps = { readonly title: string; readonly none: string; readonly ids: readonly string[]; readonly names: ReadonlyMap<string, string>; onSelect(id: string): void }

/** Objectives by their words, each to go to. */
export function Named({ title, none, ids, names, onSelect }: NamedProps) {
  return (
    <section aria-label={title} className="border-t border-border pt-3">
      <h3 className="mb-1">{title} <span className="figures quiet font-normal">{ids.length}</span></h3>
      {ids.length === 0 && <p className="quiet">{none}</p>}
      <ul className="grid gap-1">{ids.map((id) => <li key={id}><Button kind="link" onClick={() => onSelect(id)}>{names.get(id) ?? ''}</Button></li>)}</ul>
    </section>
  )
}
