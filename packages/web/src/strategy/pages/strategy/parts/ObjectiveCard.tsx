import type { Objective } from '@throughline/contract/strategy'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { Chip, StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'

export type ObjectiveCardProps = {
  readonly objective: Objective
  /** The largest weight of all, which fills the bar. */
  readonly most: number
  readonly selected: boolean
  /** Initiatives it shares with the objective that is selected. */
  readonly shared: number
  /** Whether another objective is selected that has nothing to do with this one. */
  readonly dimmed: boolean
  onSelect(): void
}

/** One objective: what it says, what it weighs, what serves it, what it brings. The whole card selects; its figures say why. */
export function ObjectiveCard({ objective, most, selected, shared, dimmed, onSelect }: ObjectiveCardProps) {
  const format = useFormat()
  const look = selected ? 'border-accent bg-surface ring-1 ring-accent' : dimmed ? 'border-border hover:border-border-strong' : 'border-border bg-surface hover:border-border-strong'
  return (
    <article className={`relative flex w-full flex-col gap-2 rounded-node border p-3 ${look}`}>
      <button type="button" data-objective="" aria-pressed={selected} className="text-left font-medium after:absolute after:inset-0 after:rounded-node" onClick={onSelect}>
        {objective.statement}
      </button>
      <span className="flex items-center gap-2" title={`Weight ${format.weight(objective.weight)}`}>
        <span className="h-1 grow rounded-full bg-sunken" aria-hidden="true">
          <span className="block h-1 rounded-full bg-accent" style={{ width: `${most === 0 ? 0 : (objective.weight / most) * 100}%` }} />
        </span>
        <span className="figures text-label text-ink-2"><span className="visually-hidden">Weight </span>{format.weight(objective.weight)}</span>
      </span>
      <dl className="mt-auto grid grid-cols-2 gap-x-3 gap-y-1 text-label [&_dt]:text-ink-3">
        <div>
          <dt>Served by</dt>
          <dd>{objective.initiatives > 0 ? <span className="figures">{format.count(objective.initiatives, 'initiative', 'initiatives')}</span> : <StatusMark quiet tone="bad" word="Nothing" />}</dd>
        </div>
        <div>
          <dt>Hurt by</dt>
          <dd>{objective.hurtBy > 0 ? <span className="figures inline-flex items-center"><StatusMark quiet tone="warn" word={format.count(objective.hurtBy, 'initiative', 'initiatives')} /></span> : 'None'}</dd>
        </div>
        <div className="relative z-10 w-fit">
          <dt>Benefits</dt>
          <dd className="figures"><WhyFigure why={explanationFromWire(objective.benefits.why)}>{format.moneyCell(objective.benefits.metric)}</WhyFigure></dd>
        </div>
        <div className="relative z-10 w-fit">
          <dt>Attained</dt>
          <dd className="figures"><WhyFigure why={explanationFromWire(objective.attainment.why)}>{metricCell(objective.attainment.metric, (share) => format.percent(share))}</WhyFigure></dd>
        </div>
      </dl>
      {(objective.owner || objective.mandatory || shared > 0) && (
        <span className="flex flex-wrap items-center gap-1.5 text-label text-ink-3">
          {objective.owner}
          {objective.mandatory && <Chip>Mandatory</Chip>}
          {shared > 0 && <Chip tone="done">{format.count(shared, 'initiative', 'initiatives')} shared</Chip>}
        </span>
      )}
    </article>
  )
}
