import type { StrategyMap } from '@throughline/contract/strategy'

/** Sizes of the map in px. Cards of every band stand on one grid, so that the gutters between columns run through all of it. */
export const sizes = { cardWidth: 208, cardHeight: 88, columnGap: 36, rowGap: 32, bandHead: 42, bandGap: 20, side: 20 } as const

export type Placed = { readonly id: string; readonly column: number; readonly row: number; readonly x: number; readonly y: number }
export type BandPlace = { readonly id: string; readonly name: string; readonly y: number; readonly height: number; readonly count: number }
export type EdgePath = { readonly id: string; readonly path: string; /** Where it ends, for its sign. */ readonly x: number; readonly y: number }
export type MapLayout = { readonly width: number; readonly height: number; readonly columns: number; readonly bands: readonly BandPlace[]; readonly cards: ReadonlyMap<string, Placed>; readonly edges: readonly EdgePath[] }

type Given = Pick<StrategyMap, 'perspectives'> & { readonly objectives: readonly { readonly id: string; readonly perspectiveId: string }[]; readonly links: readonly { readonly id: string; readonly from: string; readonly to: string }[] }
type Order = readonly (readonly string[])[]

/** Sweeps of the ordering: more change nothing on maps that people draw. */
const sweeps = 8

/** The map at a width: bands from the outermost down, cards ordered so that few links cross, links routed in the gutters between cards. */
export function layoutMap({ perspectives, objectives, links }: Given, width: number): MapLayout {
  const { cardWidth, cardHeight, columnGap, rowGap, bandHead, bandGap, side } = sizes
  const columns = Math.max(1, Math.floor((width - 2 * side + columnGap) / (cardWidth + columnGap)))
  const bandsInOrder = perspectives.toSorted((a, b) => a.order - b.order)
  const order = ordered(bandsInOrder.map(({ id }) => objectives.filter(({ perspectiveId }) => perspectiveId === id).map((each) => each.id)), links, columns)
  const pitch = columns === 1 ? 0 : (width - 2 * side - cardWidth) / (columns - 1)
  const cards = new Map<string, Placed>()
  let y = 0
  const bands = bandsInOrder.map(({ id, name }, band): BandPlace => {
    const ids = order[band] ?? []
    const rows = Math.max(1, Math.ceil(ids.length / columns))
    const top = y
    for (const [at, card] of ids.entries()) {
      const { column, row } = placeOf(at, ids.length, columns)
      cards.set(card, { id: card, column, row, x: side + column * pitch, y: top + bandHead + rowGap / 2 + row * (cardHeight + rowGap) })
    }
    const height = bandHead + rows * (cardHeight + rowGap)
    y += height + bandGap
    return { id, name, y: top, height, count: ids.length }
  })
  const edges = links.flatMap((link, at) => {
    const [from, to] = [cards.get(link.from), cards.get(link.to)]
    return from && to && link.from !== link.to ? [routed(link.id, from, to, lanes[at % lanes.length] ?? 0, columns === 1 ? columnGap : pitch - cardWidth)] : []
  })
  return { width, height: Math.max(0, y - bandGap), columns, bands, cards, edges }
}

/** Where the n-th of some cards stands: column by column, so that neighbours in the order stay neighbours; few cards stand in the middle. */
function placeOf(at: number, count: number, columns: number): { readonly column: number; readonly row: number } {
  const rows = Math.max(1, Math.ceil(count / columns))
  const used = Math.ceil(count / rows)
  return { column: Math.floor((columns - used) / 2) + Math.floor(at / rows), row: at % rows }
}

/** Cards of each band, ordered by where what they are linked with stands; the order with fewest crossings that the sweeps come by. */
function ordered(bands: Order, links: Given['links'], columns: number): Order {
  let [best, fewest] = [bands, crossings(bands, links, columns)]
  let now = bands
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep += 1) {
    now = swept(now, links, columns, sweep % 2 === 0)
    const found = crossings(now, links, columns)
    if (found < fewest) [best, fewest] = [now, found]
  }
  return best
}

/** One sweep over the bands: each is ordered by the mean column of what its cards are linked with. */
function swept(bands: Order, links: Given['links'], columns: number, downwards: boolean): Order {
  const result = [...bands]
  const indices = bands.map((_, band) => band)
  for (const band of downwards ? indices : indices.toReversed()) {
    const columnOf = columnsOf(result, columns)
    const own = result[band] ?? []
    const mean = new Map(own.map((id, at) => {
      const others = links.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])).flatMap((other) => columnOf.get(other) ?? [])
      return [id, others.length === 0 ? (placeOf(at, own.length, columns).column) : others.reduce((sum, column) => sum + column, 0) / others.length] as const
    }))
    result[band] = own.toSorted((a, b) => (mean.get(a) ?? 0) - (mean.get(b) ?? 0))
  }
  return result
}

const columnsOf = (bands: Order, columns: number): ReadonlyMap<string, number> => new Map(bands.flatMap((ids) => ids.map((id, at) => [id, placeOf(at, ids.length, columns).column + at / 1000] as const)))

/** Pairs of links between different bands that cross when drawn straight. */
export function crossings(bands: Order, links: Given['links'], columns: number): number {
  const columnOf = columnsOf(bands, columns)
  const bandOf = new Map(bands.flatMap((ids, band) => ids.map((id) => [id, band] as const)))
  const ends = links.flatMap(({ from, to }) => {
    const [a, b] = [bandOf.get(from), bandOf.get(to)]
    if (a === undefined || b === undefined || a === b) return []
    const [top, bottom] = a < b ? [from, to] : [to, from]
    return [{ top: columnOf.get(top) ?? 0, bottom: columnOf.get(bottom) ?? 0, upper: Math.min(a, b), lower: Math.max(a, b) }]
  })
  let count = 0
  for (const [at, one] of ends.entries())
    for (const other of ends.slice(at + 1)) if (Math.max(one.upper, other.upper) < Math.min(one.lower, other.lower) && (one.top - other.top) * (one.bottom - other.bottom) < 0) count += 1
  return count
}

/** Links beside each other keep this far apart, in px. */
const lanes = [0, 5, -5, 9, -9, 3, -3, 7, -7] as const

/** How far outside the card the sign stands, in px. */
const signPx = 9

/** A link through the gutters: out of its card, along the row gutter, up or down a column gutter, and along to the other card. */
function routed(id: string, from: Placed, to: Placed, lane: number, gap: number): EdgePath {
  const { cardWidth, cardHeight, rowGap } = sizes
  const [sx, tx] = [from.x + cardWidth / 2 + lane * 2, to.x + cardWidth / 2 - lane * 2]
  const up = to.y <= from.y
  const [sy, ty] = up ? [from.y, to.y === from.y ? to.y : to.y + cardHeight] : [from.y + cardHeight, to.y]
  const first = up ? sy - rowGap / 2 + lane : sy + rowGap / 2 + lane
  const last = to.y === from.y ? first : up ? ty + rowGap / 2 + lane : ty - rowGap / 2 + lane
  const direct = to.y === from.y || Math.abs(first - last) <= rowGap
  // The column gutter on the side of the target; at the edges of the map the one inside.
  const right = to.column > from.column || (to.column === from.column && from.x === sizes.side)
  const gutter = (right ? from.x + cardWidth + gap / 2 : from.x - gap / 2) + lane
  const points: readonly (readonly [number, number])[] = direct ? [[sx, sy], [sx, first], [tx, first], [tx, ty]] : [[sx, sy], [sx, first], [gutter, first], [gutter, last], [tx, last], [tx, ty]]
  // The sign stands just outside the card that is driven.
  return { id, path: rounded(points), x: tx, y: to.y + cardHeight === ty ? ty + signPx : ty - signPx }
}

/** Radius of the corners, in px. */
const radius = 6

/** A path through points with round corners. */
function rounded(points: readonly (readonly [number, number])[]): string {
  const parts = points.map(([x, y], at) => {
    const [before, after] = [points[at - 1], points[at + 1]]
    if (!before) return `M${x} ${y}`
    if (!after) return `L${x} ${y}`
    const near = ([ox, oy]: readonly [number, number]): string => {
      const length = Math.hypot(ox - x, oy - y)
      const step = length === 0 ? 0 : Math.min(radius, length / 2) / length
      return `${x + (ox - x) * step} ${y + (oy - y) * step}`
    }
    return `L${near(before)} Q${x} ${y} ${near(after)}`
  })
  return parts.join(' ')
}

/** The card that an arrow key goes to: the nearest in that direction, straight ahead before aside. */
export function cardTowards(cards: ReadonlyMap<string, Placed>, from: string, arrow: string): string | undefined {
  const at = cards.get(from)
  const way = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[arrow]
  const [wx = 0, wy = 0] = way ?? []
  if (!at || !way) return undefined
  const ahead = [...cards.values()].flatMap((card) => {
    const [dx, dy] = [card.x - at.x, card.y - at.y]
    const straight = dx * wx + dy * wy
    return straight > 1 ? [{ id: card.id, distance: straight + 2.5 * Math.abs(dx * wy + dy * wx) }] : []
  })
  return ahead.toSorted((a, b) => a.distance - b.distance)[0]?.id
}
