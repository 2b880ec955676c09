import type { Network, NetworkNode } from '@throughline/contract/value'
import { leadsTo, ownKinds, type NodeKind } from '@throughline/engine/value'
import { Check, Plus, TriangleAlert } from 'lucide-react'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useFormat } from '../../../../format/index.ts'
import { IconButton } from '../../../../ui/controls/Button.tsx'
import { layoutNetwork, usualSizes, type Layout } from '../layout.ts'
import { shownOf, tracedIn, type Bundle, type Shown } from '../shown.ts'
import { gapWords, kindWords, stateWords } from '../words.ts'
import type { OwnKind } from './NodeDialog.tsx'

export type PictureProps = {
  readonly network: Network
  readonly selected: string | undefined
  /** The node whose effect is being pointed at. */
  readonly linking: string | undefined
  readonly canEdit: boolean
  onSelect(id: string | undefined): void
  onLink(to: string): void
  onLinking(from: string | undefined): void
  onAdd(kind: OwnKind): void
  onEdit(node: NetworkNode): void
}

const [width, height] = usualSizes.node
const headHeight = 72

/** The network in bands by kind, left to right. Arrows go along the edges and up and down; Enter selects, L points at what it leads to, E edits, Escape lets go. */
export function Picture(props: PictureProps) {
  const { network, selected, linking, canEdit, onSelect, onLink, onLinking, onAdd, onEdit } = props
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => shownOf(network, opened), [network, opened])
  const layout = useMemo(() => layoutNetwork([...shown.nodes, ...shown.bundles], shown.edges), [shown])
  const traced = useMemo(() => (selected ? tracedIn(shown, selected) : undefined), [shown, selected])
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<string>()
  const byId = new Map(network.nodes.map((node) => [node.id, node]))
  const from = linking === undefined ? undefined : byId.get(linking)
  const fits = (kind: NodeKind): boolean => from !== undefined && leadsTo[from.kind].includes(kind)
  const current = [at, selected].find((id) => id !== undefined && layout.places.has(id)) ?? [...layout.places.keys()][0]
  // What was chosen in the table, in the list of gaps or by a link is brought into sight.
  useEffect(() => {
    if (selected) box.current?.querySelector(`[data-node="${selected}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [selected, layout])
  const press = (node: NetworkNode): void => (from && fits(node.kind) && node.id !== from.id ? onLink(node.id) : onSelect(node.id === selected ? undefined : node.id))
  const onKeyDown = (event: KeyboardEvent): void => {
    const node = current === undefined ? undefined : byId.get(current)
    const next = current === undefined ? undefined : stepFrom(current, event.key, layout, shown)
    if (next !== undefined) {
      event.preventDefault()
      setAt(next)
      box.current?.querySelector<HTMLElement>(`[data-node="${next}"]`)?.focus()
    } else if (event.key === 'Escape' && linking !== undefined) onLinking(undefined)
    else if (event.key === 'Escape') onSelect(undefined)
    else if (canEdit && node && event.key.toLowerCase() === 'l') onLinking(node.id)
    else if (canEdit && node && (event.key === 'F2' || event.key.toLowerCase() === 'e')) onEdit(node)
  }
  return (
    <div className="min-w-0">
      {from && <p role="status" className="mb-3 rounded-control bg-selected px-3 py-2">Choose what “{from.name}” leads to: {leadsTo[from.kind].map((kind) => kindWords[kind].one.toLowerCase()).join(' or ') || 'a driver leads to nothing'}. Escape lets go.</p>}
      <div ref={box} className="card relative overflow-auto px-4 pb-4 max-h-[calc(100vh-240px)] min-h-80" role="group" tabIndex={0} aria-label="Benefits network, from what is built to why" onKeyDown={onKeyDown}>
        <BandHeads {...{ layout, canEdit, onAdd }} />
        <div className="relative shrink-0" style={{ width: layout.width, height: layout.height }}>
          <Edges {...{ layout, shown, traced, selected }} />
          {shown.bundles.map((bundle) => (
            <BundleCard key={bundle.id} {...{ bundle, layout }} dimmed={traced !== undefined && !traced.has(bundle.id)} tab={current === bundle.id} objective={byId.get(bundle.objectiveId)?.name ?? ''} onFocus={() => setAt(bundle.id)} onOpen={() => setOpened(new Set([...opened, bundle.objectiveId]))} />
          ))}
          {shown.nodes.map((node) => (
            <NodeCard key={node.id} {...{ node, layout }} chosen={node.id === selected} dimmed={from ? !fits(node.kind) && node.id !== from.id : traced !== undefined && !traced.has(node.id)} target={fits(node.kind)} tab={current === node.id} onFocus={() => setAt(node.id)} onPress={() => press(node)} onEdit={() => canEdit && onEdit(node)} />
          ))}
        </div>
      </div>
      <p className="quiet mt-2 text-label">A triangle marks a gap. Dashed lines are said elsewhere and shown by no path. {canEdit ? 'Arrow keys move, Enter selects, L links, E edits.' : 'Arrow keys move, Enter selects.'}{opened.size > 0 && <> <button type="button" className="text-accent underline" onClick={() => setOpened(new Set())}>Put initiatives together again</button></>}</p>
    </div>
  )
}

/** What each band holds, in sight while the picture scrolls. */
function BandHeads({ layout, canEdit, onAdd }: { readonly layout: Layout; readonly canEdit: boolean; onAdd(kind: OwnKind): void }) {
  return (
    <div className="sticky top-0 z-10 mb-3 shrink-0 bg-surface" style={{ width: layout.width, height: headHeight }}>
      {layout.bands.map(({ kind, x, width: wide }) => (
        <div key={kind} className="absolute top-0 flex h-full items-start pt-3 justify-between border-b border-border" style={{ left: x, width: wide }}>
          <div className="min-w-0">
            <h3 className="text-label font-semibold text-ink">{kindWords[kind].many}</h3>
            <p className="text-meta text-ink-3">{kindWords[kind].about}</p>
          </div>
          {canEdit && isOwn(kind) && <IconButton label={`Add ${kindWords[kind].one.toLowerCase()}`} icon={<Plus aria-hidden="true" />} onClick={() => onAdd(kind)} />}
        </div>
      ))}
    </div>
  )
}

const isOwn = (kind: NodeKind): kind is OwnKind => (ownKinds as readonly NodeKind[]).includes(kind)

/** Where a key leads: along an edge to the right or left, else to the nearest there; up and down within the column. */
function stepFrom(id: string, key: string, { places }: Layout, { edges }: Shown): string | undefined {
  const place = places.get(id)
  if (!place) return undefined
  const nearest = (ids: readonly string[]): string | undefined => ids.toSorted((a, b) => Math.abs((places.get(a)?.y ?? 0) - place.y) - Math.abs((places.get(b)?.y ?? 0) - place.y))[0]
  const all = [...places]
  const beside = (side: 1 | -1): string | undefined => {
    const columns = all.map(([, other]) => (other.column - place.column) * side).filter((steps) => steps > 0)
    return nearest(all.filter(([, other]) => (other.column - place.column) * side === Math.min(...columns)).map(([other]) => other))
  }
  switch (key) {
    case 'ArrowRight':
      return nearest(edges.filter((edge) => edge.from === id).map(({ to }) => to)) ?? beside(1)
    case 'ArrowLeft':
      return nearest(edges.filter((edge) => edge.to === id).map((edge) => edge.from)) ?? beside(-1)
    case 'ArrowDown':
      return nearest(all.filter(([, other]) => other.column === place.column && other.y > place.y).map(([other]) => other))
    case 'ArrowUp':
      return nearest(all.filter(([, other]) => other.column === place.column && other.y < place.y).map(([other]) => other))
    default:
      return undefined
  }
}

/** A line through its points, level where it passes a column and bent between. */
function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], at) => {
    const before = points[at - 1]
    if (!before) return `M${x} ${y}`
    const middle = (before[0] + x) / 2
    return before[1] === y ? `L${x} ${y}` : `C${middle} ${before[1]} ${middle} ${y} ${x} ${y}`
  }).join('')
}

function Edges({ layout, shown, traced, selected }: { readonly layout: Layout; readonly shown: Shown; readonly traced: ReadonlySet<string> | undefined; readonly selected: string | undefined }) {
  const lit = (from: string, to: string, said: boolean): boolean => traced !== undefined && traced.has(from) && traced.has(to) && (!said || from === selected || to === selected)
  return (
    <svg className="absolute top-0 left-0" width={layout.width} height={layout.height} aria-hidden="true">
      {shown.edges.map(({ from, to, edge }, at) => {
        const on = lit(from, to, edge === null)
        const points = layout.ways[at] ?? []
        const end = points.at(-1)
        return (
          <g key={`${from} ${to} ${edge?.id ?? 'said'}`} className={on ? 'text-accent' : traced ? 'text-border' : 'text-border-strong'}>
            <path d={pathOf(points)} fill="none" stroke="currentColor" strokeWidth={on ? 2 : 1.25} strokeDasharray={edge === null ? '2 4' : undefined} />
            {end && edge && <path d={`M${end[0] - 6} ${end[1] - 4}L${end[0]} ${end[1]}L${end[0] - 6} ${end[1] + 4}`} fill="none" stroke="currentColor" strokeWidth={on ? 2 : 1.25} />}
          </g>
        )
      })}
    </svg>
  )
}

const card = 'absolute scroll-mx-6 scroll-mt-28 scroll-mb-8 flex flex-col justify-between overflow-hidden rounded-node border px-2 py-1.5 text-left focus-visible:outline-2 focus-visible:outline-accent'

type CardProps = { readonly layout: Layout; readonly dimmed: boolean; readonly tab: boolean; onFocus(): void }

function NodeCard({ node, layout, chosen, dimmed, target, tab, onFocus, onPress, onEdit }: CardProps & { readonly node: NetworkNode; readonly chosen: boolean; readonly target: boolean; onPress(): void; onEdit(): void }) {
  const place = layout.places.get(node.id)
  const gaps = node.gaps.map((gap) => gapWords[gap])
  const look = chosen ? 'border-accent bg-selected' : target ? 'border-accent bg-surface' : 'border-border-strong bg-surface hover:bg-hover'
  return (
    <button type="button" data-node={node.id} tabIndex={tab ? 0 : -1} aria-pressed={chosen} title={node.name} className={`${card} ${look} ${dimmed ? 'text-ink-3' : 'text-ink'} ${node.state === 'retired' ? 'border-dashed' : ''}`} style={{ left: place?.x, top: place?.y, width, height }} onFocus={onFocus} onClick={onPress} onDoubleClick={onEdit}>
      <span className={`line-clamp-2 text-label font-medium ${node.state === 'retired' ? 'line-through' : ''}`}><span className="visually-hidden">{kindWords[node.kind].one}: </span>{node.name}</span>
      <span className="flex items-center gap-1 text-meta text-ink-3">
        <span className="min-w-0 grow truncate">{node.owner ?? 'No owner'}</span>
        {node.state === 'done' && <Check className="size-3" aria-hidden="true" />}
        {node.state && <span className="visually-hidden">, {stateWords[node.state]}</span>}
        {gaps.length > 0 && <span className="flex items-center gap-0.5 text-warn-text"><TriangleAlert className="size-3" aria-hidden="true" />{gaps.length}<span className="visually-hidden"> {gaps.length === 1 ? 'gap' : 'gaps'}: {gaps.join('; ')}</span></span>}
      </span>
    </button>
  )
}

function BundleCard({ bundle, layout, dimmed, tab, objective, onFocus, onOpen }: CardProps & { readonly bundle: Bundle; readonly objective: string; onOpen(): void }) {
  const format = useFormat()
  const place = layout.places.get(bundle.id)
  const count = format.count(bundle.initiativeIds.length, 'initiative', 'initiatives')
  return (
    <button type="button" data-node={bundle.id} tabIndex={tab ? 0 : -1} className={`${card} border-dashed border-border-strong bg-sunken hover:bg-hover ${dimmed ? 'text-ink-3' : 'text-ink-2'}`} style={{ left: place?.x, top: place?.y, width, height }} onFocus={onFocus} onClick={onOpen}>
      <span className="text-label font-medium">{count}<span className="visually-hidden"> said to serve {objective}</span></span>
      <span className="flex items-center gap-1 text-meta text-ink-3"><span className="min-w-0 grow truncate">no benefit yet<span className="visually-hidden">. Show them one by one</span></span><TriangleAlert className="size-3 text-warn-text" aria-hidden="true" /></span>
    </button>
  )
}
