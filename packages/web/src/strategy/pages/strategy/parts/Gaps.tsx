import type { InitiativeRef, Strategy } from '@throughline/contract/strategy'
import { Link2 } from 'lucide-react'
import { places, useFormat } from '../../../../format/index.ts'
import { Button } from '../../../../ui/controls/Button.tsx'
import { Card } from '../../../../ui/display/Card.tsx'

/** Where the line is broken: objectives that nothing serves, and initiatives that serve nothing. */
export function Gaps({ strategy, canEdit, onSelect, onLink }: { readonly strategy: Strategy; readonly canEdit: boolean; onSelect(objectiveId: string): void; onLink(initiative: InitiativeRef): void }) {
  const format = useFormat()
  const unserved = strategy.objectives.filter(({ id }) => strategy.unserved.includes(id))
  return (
    <div className="grid items-start gap-4 lg:grid-cols-2">
      <Card title="Unserved objectives" note={unserved.length === 0 ? 'Every objective is served' : `${format.count(unserved.length, 'objective', 'objectives')} that no current initiative serves`}>
        <ul>
          {unserved.map(({ id, statement, weight }) => (
            <li key={id} className="flex min-h-8 items-center gap-3">
              <button type="button" className="min-w-0 grow truncate text-left text-accent hover:underline" onClick={() => onSelect(id)}>{statement}</button>
              <span className="figures quiet">{format.weight(weight)}</span>
            </li>
          ))}
        </ul>
      </Card>
      <Card title="Serves nothing" note={strategy.orphans.length === 0 ? 'Every initiative serves an objective' : `${format.count(strategy.orphans.length, 'current initiative', 'current initiatives')} without an objective`}>
        <ul className="max-h-64 overflow-auto" tabIndex={strategy.orphans.length > 7 ? 0 : undefined} aria-label="Initiatives that serve no objective">
          {strategy.orphans.map((initiative) => (
            <li key={initiative.id} className="flex min-h-8 items-center gap-3">
              <a className="min-w-0 grow truncate" href={places.initiative(initiative.id)} title={initiative.name}>{initiative.name}</a>
              {canEdit && strategy.objectives.length > 0 && <Button kind="quiet" icon={<Link2 aria-hidden="true" />} aria-label={`Link ${initiative.name} to an objective`} onClick={() => onLink(initiative)}>Link</Button>}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
