import type { Cockpit } from '@throughline/contract/portfolio'
import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { places, ratingWords, useFormat, type Format } from '../../../../format/index.ts'
import { Card } from '../../../../ui/display/Card.tsx'
import { moveKinds, moveWords, scaleChanged, type MoveKind } from '../words.ts'
import { More } from './More.tsx'
import { usePages, type LoadPage } from './use-pages.ts'

type Item = Cockpit['moved']['items'][number]

/** What changed from the previous publication to this one: counts that filter the list below them, which is read on as far as one asks. */
export function Moved({ moved, previous, load, className }: { readonly moved: Cockpit['moved']; readonly previous: Cockpit['previous']; readonly load: LoadPage<Item, MoveKind>; readonly className?: string }) {
  const format = useFormat()
  const { kind: only, items, total, state, choose, more } = usePages<Item, MoveKind>({ total: moved.inAll, items: moved.items }, load)
  if (!previous)
    return (
      <Card title="What moved" {...(className ? { className } : {})}>
        <p className="quiet">There is no earlier publication to compare with. With the next import, what joined, left, slipped or changed is listed here.</p>
      </Card>
    )
  return (
    <Card flush title="What moved" note={`Since ${format.date(previous.asOf)}`} actions={<a className="no-print" href={places.changes}>By cause</a>} {...(className ? { className } : {})}>
      <div className="flex h-full flex-col">
        <div className="grid grid-cols-2 gap-px border-y border-border bg-border sm:grid-cols-4" role="group" aria-label="Show only">
          {moveKinds.map((kind) => (
            <button key={kind} type="button" aria-pressed={only === kind} disabled={moved.counts[kind] === 0} className="flex flex-col bg-surface px-3 py-1.5 text-left hover:bg-hover disabled:hover:bg-surface aria-pressed:bg-selected" onClick={() => choose(only === kind ? undefined : kind)}>
              <span className="figures text-section font-semibold">{format.number(moved.counts[kind], 0)}</span>
              <span className="text-label text-ink-3">{moveWords[kind]}</span>
            </button>
          ))}
        </div>
        {only === 'notComparable' && <p className="quiet px-4 pt-2">{scaleChanged}</p>}
        <ul className="h-0 min-h-64 grow overflow-auto print:h-auto print:min-h-0" tabIndex={0} aria-label="Movements">
          {items.map((item, index) => (
            <li key={index} className="flex items-baseline gap-3 border-b border-border px-4 py-1.5 last:border-b-0 print:[&:nth-child(n+7)]:hidden">
              <a className="min-w-0 grow truncate text-ink" href={places.initiative(item.initiative.id)} title={item.initiative.name}>{item.initiative.name}</a>
              <span className="figures flex-none text-ink-2">{moveWordsOf(item, format)}</span>
            </li>
          ))}
          {items.length === 0 && state === 'still' && <li className="quiet px-4 py-3">Nothing moved.</li>}
          <More shown={items.length} total={total} state={state} onMore={more} />
        </ul>
      </div>
    </Card>
  )
}

/** What moved, in words: `Amber to Amber/Red`, with an arrow for those who see; `Cost +£1.2bn`, `End +7 months`. */
function moveWordsOf(item: Item, format: Format): ReactNode {
  switch (item.kind) {
    case 'joined':
      return 'Joined'
    case 'left':
      return 'Left'
    case 'rating':
      return <>{ratingWords(item.fromRating)} <ArrowRight className="inline size-3.5" role="img" aria-label="to" /> {ratingWords(item.toRating)}</>
    case 'end':
      return item.days === null ? 'End moved' : `End ${format.slip(item.days)}`
    case 'cost':
    case 'benefits':
      return `${item.kind === 'cost' ? 'Cost' : 'Benefits'} ${item.change.status === 'ok' ? format.moneyChange(item.change.value) : 'not comparable'}`
  }
}
