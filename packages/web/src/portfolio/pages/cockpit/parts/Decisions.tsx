import type { Cockpit, DecisionNeeded } from '@throughline/contract/portfolio'
import { RatingMark, places, useFormat } from '../../../../format/index.ts'
import { Select } from '../../../../ui/controls/Select.tsx'
import { Card } from '../../../../ui/display/Card.tsx'
import { Chip } from '../../../../ui/display/Status.tsx'
import { decisionWords } from '../words.ts'
import { More } from './More.tsx'
import { usePages, type LoadPage } from './use-pages.ts'

type Kind = DecisionNeeded['kind']

/** What waits for a person, what is at stake, and where to decide it. */
export function Decisions({ decisions, counts, inAll, load, className }: { readonly decisions: Cockpit['decisions']; readonly counts: Cockpit['decisionCounts']; readonly inAll: number; readonly load: LoadPage<DecisionNeeded, Kind>; readonly className?: string }) {
  const format = useFormat()
  const { kind: only = 'all', items: shown, total, state, choose, more } = usePages<DecisionNeeded, Kind>({ total: inAll, items: decisions }, load)
  const kinds = (Object.keys(decisionWords) as Kind[]).filter((kind) => counts[kind] > 0)
  const options = [{ value: 'all' as const, label: `All kinds (${format.number(inAll, 0)})` }, ...kinds.map((kind) => ({ value: kind, label: `${decisionWords[kind]} (${format.number(counts[kind], 0)})` }))]
  const filter = kinds.length > 1 && <Select<Kind | 'all'> label="Kind of decision" labelHidden className="small w-44" value={only} options={options} onChange={(kind) => choose(kind === 'all' ? undefined : kind)} />
  return (
    <Card flush title="Needs a decision" note={inAll > decisions.length && only === 'all' ? `The ${shown.length} with most at stake, of ${format.number(inAll, 0)}` : 'Most at stake first'} actions={filter} {...(className ? { className } : {})}>
      <div className="flex h-full flex-col">
        <ul className="h-0 min-h-80 grow overflow-auto print:h-auto print:min-h-0" tabIndex={0} aria-label="Decisions">
          {shown.map((decision, index) => (
            <li key={index} className="grid grid-cols-[1fr_auto] gap-x-4 border-t border-border px-4 py-2 print:[&:nth-child(n+7)]:hidden">
              <span className="flex min-w-0 items-center gap-2">
                <a className="truncate font-medium text-ink" href={placeOf(decision)} title={decision.subject.name}>{decision.subject.name}</a>
                <Chip {...(decision.kind === 'rated_red' ? { tone: 'bad' as const } : {})}>{decisionWords[decision.kind]}</Chip>
              </span>
              <span className="figures text-right">{decision.atStake.status === 'ok' ? format.moneyShort(decision.atStake.value) : ''}</span>
              <span className="text-ink-2">{decision.words}</span>
              <span className="text-right text-label text-ink-3">{decision.rating && <RatingMark rating={decision.rating} />}</span>
            </li>
          ))}
          {shown.length === 0 && state === 'still' && <li className="quiet border-t border-border px-4 py-3">Nothing waits for a decision.</li>}
          <More shown={shown.length} total={total} state={state} onMore={more} />
        </ul>
      </div>
    </Card>
  )
}

function placeOf({ subject }: DecisionNeeded): string {
  switch (subject.type) {
    case 'initiative':
      return places.initiative(subject.id)
    case 'objective':
      return places.objective(subject.id)
    case 'strategy':
      return places.strategy
  }
}
