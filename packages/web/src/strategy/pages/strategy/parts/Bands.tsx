import type { Contribution, Objective, Perspective, Strategy } from '@throughline/contract/strategy'
import { Pencil } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { IconButton } from '../../../../ui/controls/Button.tsx'
import { ObjectiveCard } from './ObjectiveCard.tsx'

export type BandsProps = {
  readonly strategy: Strategy
  readonly selected: string | undefined
  readonly canEdit: boolean
  onSelect(objectiveId: string): void
  onEditPerspective(perspective: Perspective): void
}

/** The strategy as bands: one for each perspective, in order, with a card for each objective. Arrow keys go from card to card. */
export function Bands({ strategy, selected, canEdit, onSelect, onEditPerspective }: BandsProps) {
  const format = useFormat()
  const shared = sharedWith(strategy.contributions, selected)
  const most = Math.max(0, ...strategy.objectives.map(({ weight }) => weight))
  return (
    <div className="grid gap-4" onKeyDown={moveFocus}>
      {[...strategy.perspectives].sort((a, b) => a.order - b.order).map((perspective) => {
        const objectives = strategy.objectives.filter(({ perspectiveId }) => perspectiveId === perspective.id)
        return (
          <section key={perspective.id} aria-label={perspective.name} className="rounded-card bg-sunken p-4 pt-3">
            <div className="mb-2 flex min-h-8 items-center gap-3">
              <h2 className="text-body font-semibold">{perspective.name}</h2>
              <span className="quiet figures">{format.count(objectives.length, 'objective', 'objectives')}, {format.weight(sum(objectives))} of the weight</span>
              {canEdit && <span className="ml-auto no-print"><IconButton label={`Change perspective ${perspective.name}`} icon={<Pencil aria-hidden="true" />} onClick={() => onEditPerspective(perspective)} /></span>}
            </div>
            {objectives.length === 0 && <p className="quiet">No objectives in this perspective yet.</p>}
            <ul className="grid gap-3 grid-cols-[repeat(auto-fit,minmax(min(100%,205px),1fr))]">
              {objectives.map((objective) => (
                <li key={objective.id} className="flex">
                  <ObjectiveCard objective={objective} most={most} selected={objective.id === selected} shared={objective.id === selected ? 0 : (shared.get(objective.id) ?? 0)} dimmed={selected !== undefined && objective.id !== selected && !shared.has(objective.id)} onSelect={() => onSelect(objective.id)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

/** How many initiatives each objective shares with the selected one. */
export function sharedWith(contributions: readonly Contribution[], selected: string | undefined): ReadonlyMap<string, number> {
  const serving = new Set(contributions.filter(({ objectiveId }) => objectiveId === selected).map(({ initiative }) => initiative.id))
  const shared = new Map<string, number>()
  for (const { initiative, objectiveId } of contributions)
    if (objectiveId !== selected && serving.has(initiative.id)) shared.set(objectiveId, (shared.get(objectiveId) ?? 0) + 1)
  return shared
}

const sum = (objectives: readonly Pick<Objective, 'weight'>[]): number => objectives.reduce((total, { weight }) => total + weight, 0)

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement) || !event.target.matches('[data-objective]')) return
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-objective]')]
  const next = cards[cards.indexOf(event.target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
