import type { MapUnitObjective } from '@throughline/contract/strategy'
import { explanationFromWire, useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import { sizes, type Placed } from '../layout.ts'

type UnitCardProps = { readonly objective: MapUnitObjective; readonly place: Placed; readonly selected: boolean; readonly dimmed: boolean; /** Whether Tab stops here. */ readonly stop: boolean; onSelect(): void }

/** An objective of a unit on the map, told apart by its dashed edge and the name of its unit. It is changed with its strategy, not here. */
export function UnitCard({ objective, place, selected, dimmed, stop, onSelect }: UnitCardProps) {
  const format = useFormat()
  const { attainment } = objective
  const look = selected ? 'border-accent bg-surface ring-1 ring-accent' : dimmed ? 'border-border bg-canvas' : 'border-border-strong bg-canvas'
  return (
    <article className={`absolute flex flex-col rounded-node border border-dashed px-3 py-2 ${look}`} style={{ left: place.x, top: place.y, width: sizes.cardWidth, height: sizes.cardHeight }}>
      <button type="button" data-card={objective.id} tabIndex={stop ? 0 : -1} aria-pressed={selected} title={objective.statement} className={`line-clamp-2 text-left after:absolute after:inset-0 after:rounded-node ${dimmed ? 'text-ink-3' : ''}`} onClick={onSelect}>{objective.statement}</button>
      <span className="mt-auto flex items-baseline gap-3 text-label">
        <span className="truncate text-ink-3">{objective.unit ?? objective.strategy}</span>
        {attainment.metric.status === 'ok' && <span className={`figures relative z-10 ${dimmed ? 'text-ink-3' : ''}`} title="Attained"><WhyFigure why={explanationFromWire(attainment.why)}>{format.percent(attainment.metric.value)}</WhyFigure></span>}
        <span className="ml-auto shrink-0">{objective.initiatives > 0 ? <span className="figures text-ink-3">{format.count(objective.initiatives, 'initiative', 'initiatives')}</span> : <StatusMark quiet tone="bad" word="Unserved" />}</span>
      </span>
    </article>
  )
}
