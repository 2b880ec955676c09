import type { CausalLink, MapUnitObjective, StrategyMap } from '@throughline/contract/strategy'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import type { MapActs } from '../acts.ts'
import { drawnMap, servingCounts } from '../below.ts'
import { cardTowards, layoutMap, sizes, type EdgePath } from '../layout.ts'
import { tracedOn } from '../traced.ts'
import { useWidth } from '../use-width.ts'
import { evidenceLooks, lagWords, mapWords as words, polarityWords } from '../words.ts'
import { MapCard } from './MapCard.tsx'
import { UnitCard } from './UnitCard.tsx'

export type CanvasProps = { readonly map: StrategyMap; /** Objectives of units that are drawn. */ readonly below: readonly MapUnitObjective[]; readonly selected: string | undefined; readonly canEdit: boolean; onSelect(id: string | undefined): void; onRename: MapActs['changeObjective'] }

/** The map drawn: bands, cards, and links that run between the cards. Narrower than one card wide it scrolls. */
export function Canvas({ map, below, selected, canEdit, onSelect, onRename }: CanvasProps) {
  const { box, width } = useWidth()
  const [renaming, setRenaming] = useState<string>()
  const cards = useRef<HTMLDivElement>(null)
  const layout = layoutMap(drawnMap(map, below), Math.max(width, sizes.cardWidth + 2 * sizes.side))
  const traced = tracedOn(map, selected)
  const counts = servingCounts(map)
  const byId = new Map(below.map((one) => [one.id, one]))
  const ids = [...map.objectives, ...below].map(({ id }) => id).toSorted((a, b) => byPlace(layout.cards, a, b))
  const objectives = new Map(map.objectives.map((one) => [one.id, one]))
  const first = [...layout.cards.keys()][0]
  const stop = selected !== undefined && layout.cards.has(selected) ? selected : first
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const at = event.target instanceof HTMLElement ? event.target.dataset['card'] : undefined
    if (at === undefined) return
    if (event.key === 'Escape') return onSelect(undefined)
    if (event.key === 'F2' && canEdit && objectives.has(at)) return setRenaming(at)
    const next = cardTowards(layout.cards, at, event.key)
    if (next === undefined) return
    event.preventDefault()
    cards.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(next)}"]`)?.focus()
  }
  return (
    <div ref={box} className="min-w-0 overflow-x-auto">
      <div ref={cards} role="group" aria-label={`${words.title}. ${words.keys}`} className="relative" style={{ width: layout.width, height: layout.height }} onKeyDown={onKeyDown}>
        {layout.bands.map((band) => <Band key={band.id} {...band} />)}
        <Edges edges={layout.edges} links={map.links} traced={traced.links} selected={selected !== undefined} width={layout.width} height={layout.height} />
        {ids.map((id) => {
          const [place, objective, ofUnit] = [layout.cards.get(id), objectives.get(id), byId.get(id)]
          if (place && ofUnit) return <UnitCard key={id} objective={ofUnit} place={place} selected={id === selected} dimmed={!traced.objectives.has(id)} stop={id === stop} onSelect={() => onSelect(id === selected ? undefined : id)} />
          return place && objective && (
            <MapCard
              key={objective.id} objective={objective} initiatives={counts.get(id) ?? 0} place={place} canEdit={canEdit} selected={objective.id === selected} dimmed={!traced.objectives.has(objective.id)} stop={objective.id === stop} renaming={renaming === objective.id}
              onSelect={() => onSelect(objective.id === selected ? undefined : objective.id)} onRenaming={(on) => setRenaming(on ? objective.id : undefined)} onRename={(statement) => onRename(objective, { statement })}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Tab and readers go through the cards as they stand: band by band, row by row. */
function byPlace(cards: ReturnType<typeof layoutMap>['cards'], a: string, b: string): number {
  const [one, other] = [cards.get(a), cards.get(b)]
  return one && other ? one.y - other.y || one.x - other.x : 0
}

function Band({ name, y, height, count }: { readonly name: string; readonly y: number; readonly height: number; readonly count: number }) {
  const format = useFormat()
  return (
    <div className="absolute inset-x-0 rounded-card bg-sunken" style={{ top: y, height }}>
      <h2 className="relative z-10 mt-2.5 ml-4 flex w-fit items-baseline gap-2 bg-sunken px-1 text-body font-semibold">{name} <span className="quiet figures font-normal">{format.count(count, 'objective', 'objectives')}</span></h2>
    </div>
  )
}

const colours: Readonly<Record<CausalLink['evidence']['state'], string>> = { supported: 'var(--good)', contradicted: 'var(--bad)', hypothesised: 'var(--border-strong)', untested: 'var(--border-strong)' }

type EdgesProps = { readonly edges: readonly EdgePath[]; readonly links: readonly CausalLink[]; readonly traced: ReadonlySet<string>; readonly selected: boolean; readonly width: number; readonly height: number }

/** The links: those traced stand out, the others fade; the other way is dashed; each ends in its sign. The table says the same in words. */
function Edges({ edges, links, traced, selected, width, height }: EdgesProps) {
  const byId = new Map(links.map((link) => [link.id, link]))
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0" width={width} height={height} viewBox={`0 0 ${width} ${height}`} fill="none">
      {edges.toSorted((a, b) => Number(traced.has(a.id)) - Number(traced.has(b.id))).map(({ id, path, x, y }) => {
        const link = byId.get(id)
        const on = traced.has(id)
        // Objectives of two units that belong together: dashes and dots, and neither moves the other. What an objective of a unit serves: dotted, and without a sign, for it is no claim about movement.
        if (id.startsWith('common ')) return <path key={id} d={path} opacity={on ? 1 : 0.15} stroke={on && selected ? 'var(--accent)' : 'var(--chart-2)'} strokeWidth="1.5" strokeDasharray="7 3 1.5 3" />
        if (!link) return <path key={id} d={path} opacity={on ? 1 : 0.15} stroke={on && selected ? 'var(--accent)' : 'var(--border-strong)'} strokeWidth="1.25" strokeDasharray="1 3" />
        const plain = link.evidence.state === 'hypothesised' || link.evidence.state === 'untested'
        const colour = on && selected && plain ? 'var(--accent)' : colours[link.evidence.state]
        return (
          <g key={id} opacity={on ? 1 : 0.15}>
            <title>{`${polarityWords[link.polarity].words}, ${lagWords(link.lag)}: ${evidenceLooks[link.evidence.state].words}`}</title>
            <path d={path} stroke={colour} strokeWidth={on && selected ? 2 : 1.25} strokeDasharray={link.polarity === 'opposite' ? '5 4' : undefined} />
            <circle cx={x} cy={y} r="7" fill="var(--surface)" stroke={colour} strokeWidth="1.5" />
            <path d={link.polarity === 'same' ? `M${x - 3.5} ${y}H${x + 3.5}M${x} ${y - 3.5}V${y + 3.5}` : `M${x - 3.5} ${y}H${x + 3.5}`} stroke={colour} strokeWidth="1.5" />
          </g>
        )
      })}
    </svg>
  )
}
