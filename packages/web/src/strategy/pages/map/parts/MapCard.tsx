import type { Objective } from '@throughline/contract/strategy'
import { useState, type KeyboardEvent } from 'react'
import { explanationFromWire, metricCell, useFormat } from '../../../../format/index.ts'
import { StatusMark } from '../../../../ui/display/Status.tsx'
import { WhyFigure } from '../../../../ui/display/WhyFigure.tsx'
import type { Outcome } from '../../../acts.ts'
import { sizes, type Placed } from '../layout.ts'

export type MapCardProps = {
  readonly objective: Objective; /** How many serve it, through objectives of units too. */ readonly initiatives: number; readonly place: Placed; readonly canEdit: boolean; readonly selected: boolean; readonly dimmed: boolean; /** Whether Tab stops here. */ readonly stop: boolean; readonly renaming: boolean
  onSelect(): void
  onRenaming(on: boolean): void
  onRename(statement: string): Outcome
}

/** An objective on the map: what it says, how far it is, what serves it. A double click or F2 renames it where it stands. */
export function MapCard(props: MapCardProps) {
  const { objective, initiatives, place, canEdit, selected, dimmed, stop, renaming, onSelect, onRenaming } = props
  const format = useFormat()
  const look = selected ? 'border-accent bg-surface ring-1 ring-accent' : dimmed ? 'border-border bg-canvas hover:border-border-strong' : 'border-border bg-surface hover:border-border-strong'
  return (
    <article className={`absolute flex flex-col rounded-node border px-3 py-2 ${look}`} style={{ left: place.x, top: place.y, width: sizes.cardWidth, height: sizes.cardHeight }}>
      {renaming ? <Rename {...props} /> : (
        <button type="button" data-card={objective.id} tabIndex={stop ? 0 : -1} aria-pressed={selected} title={objective.statement} className={`line-clamp-2 text-left after:absolute after:inset-0 after:rounded-node ${dimmed ? 'text-ink-3' : 'font-medium'}`} onClick={onSelect} onDoubleClick={() => canEdit && onRenaming(true)}>
          {objective.statement}
        </button>
      )}
      <span className="mt-auto flex items-baseline gap-3 text-label">
        <span className={`figures relative z-10 ${dimmed ? 'text-ink-3' : ''}`}><WhyFigure why={explanationFromWire(objective.attainment.why)}>{metricCell(objective.attainment.metric, (share) => format.percent(share))}</WhyFigure>{objective.attainment.metric.status === 'ok' && <span className="text-ink-3"> attained</span>}</span>
        <span className="ml-auto">{initiatives > 0 ? <span className="figures text-ink-3">{format.count(initiatives, 'initiative', 'initiatives')}</span> : <StatusMark quiet tone="bad" word="Unserved" />}</span>
      </span>
    </article>
  )
}

function Rename({ objective, onRename, onRenaming }: MapCardProps) {
  const [statement, setStatement] = useState(objective.statement)
  const save = (): void => {
    const said = statement.trim()
    if (said !== '' && said !== objective.statement) void onRename(said)
    onRenaming(false)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Enter') save()
    if (event.key === 'Escape') onRenaming(false)
  }
  return <input autoFocus aria-label="What the objective says" className="input relative z-10 w-full" maxLength={300} value={statement} onChange={(event) => setStatement(event.target.value)} onKeyDown={onKeyDown} onBlur={save} />
}
