import { cycleIn, nodeKinds, type NodeKind } from '@throughline/engine/value'

export type LayoutNode = { readonly id: string; readonly kind: NodeKind }
export type LayoutEdge = { readonly from: string; readonly to: string }
/** Where a node stands, from the upper left corner. */
export type Placed = { readonly x: number; readonly y: number; readonly column: number }
export type Band = { readonly kind: NodeKind; readonly x: number; readonly width: number }
export type Layout = { readonly places: ReadonlyMap<string, Placed>; /** For each edge the points that it goes through, columns left to right. */ readonly ways: readonly (readonly (readonly [number, number])[])[]; readonly bands: readonly Band[]; readonly width: number; readonly height: number; /** How often edges cross. */ readonly crossings: number }
export type Sizes = { readonly node: readonly [number, number]; readonly gap: readonly [number, number] }

export const usualSizes: Sizes = { node: [158, 68], gap: [34, 10] }

type Item = { readonly key: string; readonly height: number }
type Segment = readonly [from: string, to: string]

/**
 * Bands by kind from left to right, each as many columns wide as there are steps in it. Within a column the order is the best of a few
 * sweeps by the middle of the neighbours (Sugiyama, Tagawa and Toda 1981), where edges over several columns have a place in each of them;
 * then every column is set as near to its neighbours as its order allows, from the fullest on. The same network is always drawn alike.
 */
export function layoutNetwork(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], sizes: Sizes = usualSizes): Layout {
  const { columnOf, bands, count } = columnsOf(nodes, edges, sizes)
  const [step, [width, height]] = [sizes.node[0] + sizes.gap[0], sizes.node]
  const columns: Item[][] = Array.from({ length: count }, () => [])
  for (const { id } of nodes) columns[columnOf.get(id) ?? 0]?.push({ key: id, height })
  const drawn = edges.map((edge, at) => wayOf(edge, at, columnOf))
  for (const { between } of drawn) for (const { key, column } of between) columns[column]?.push({ key, height: 8 })
  const segments = drawn.flatMap(({ keys }) => keys.slice(1).map((key, at): Segment => [keys[at] ?? '', key]))
  const ordered = bestOrder(columns, segments)
  const middles = setRows(ordered, segments, sizes.gap[1])
  const places = new Map(nodes.map(({ id }) => [id, { x: (columnOf.get(id) ?? 0) * step, y: (middles.get(id) ?? 0) - height / 2, column: columnOf.get(id) ?? 0 }]))
  const ways = drawn.map(({ keys, between }) => {
    const [first, last] = [keys[0] ?? '', keys.at(-1) ?? '']
    const points = between.flatMap(({ key, column }): readonly (readonly [number, number])[] => [[column * step, middles.get(key) ?? 0], [column * step + width, middles.get(key) ?? 0]])
    return [[(columnOf.get(first) ?? 0) * step + width, middles.get(first) ?? 0] as const, ...points, [(columnOf.get(last) ?? 0) * step, middles.get(last) ?? 0] as const]
  })
  const bottom = Math.max(height, ...ordered.flatMap((items) => items.map(({ key, height: own }) => (middles.get(key) ?? 0) + own / 2)))
  return { places, ways, bands, width: count * step - sizes.gap[0], height: bottom, crossings: crossingsOf(ordered, segments) }
}

/** The column of each node: behind the bands before its own, and behind what leads to it within its own. */
function columnsOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[], { node: [width], gap: [gap] }: Sizes) {
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const within = edges.filter(({ from, to }) => kindOf.has(from) && kindOf.get(from) === kindOf.get(to))
  const depth = new Map(nodes.map(({ id }) => [id, 0]))
  // A circle has no depth: it is drawn in one column.
  const sound = cycleIn({ nodes: nodes.map((node) => ({ ...node, name: '', ownerId: null })), edges: within }) === null
  for (let moved = sound; moved; ) {
    moved = false
    for (const { from, to } of within) {
      const least = (depth.get(from) ?? 0) + 1
      if ((depth.get(to) ?? 0) >= least) continue
      depth.set(to, least)
      moved = true
    }
  }
  const bands: (Band & { readonly first: number })[] = []
  let count = 0
  for (const kind of nodeKinds) {
    const columns = Math.max(1, ...nodes.filter((node) => node.kind === kind).map(({ id }) => (depth.get(id) ?? 0) + 1))
    bands.push({ kind, first: count, x: count * (width + gap), width: columns * (width + gap) - gap })
    count += columns
  }
  const firstOf = new Map(bands.map(({ kind, first }) => [kind, first]))
  return { columnOf: new Map(nodes.map(({ id, kind }) => [id, (firstOf.get(kind) ?? 0) + (depth.get(id) ?? 0)])), bands, count }
}

/** An edge with a place in each column that it passes. */
function wayOf({ from, to }: LayoutEdge, at: number, columnOf: ReadonlyMap<string, number>) {
  const [start, end] = [columnOf.get(from) ?? 0, columnOf.get(to) ?? 0]
  const between = Array.from({ length: Math.max(0, end - start - 1) }, (_, step) => ({ key: `${at}/${start + step + 1}`, column: start + step + 1 }))
  return { between, keys: [from, ...between.map(({ key }) => key), to] }
}

const sweeps = 6

function bestOrder(columns: readonly (readonly Item[])[], segments: readonly Segment[]): readonly (readonly Item[])[] {
  const [before, after] = [neighboursIn(segments, 1), neighboursIn(segments, 0)]
  let [order, best]: [readonly (readonly Item[])[], readonly (readonly Item[])[]] = [columns, columns]
  let least = crossingsOf(columns, segments)
  for (let sweep = 0; sweep < sweeps && least > 0; sweep += 1) {
    const place = new Map(order.flatMap((items) => items.map(({ key }, at) => [key, at] as const)))
    const next = [...order]
    const around = sweep % 2 === 0 ? before : after
    for (const at of sweep % 2 === 0 ? next.keys() : [...next.keys()].toReversed()) {
      const middle = (key: string): number => mean((around.get(key) ?? []).map((other) => place.get(other) ?? 0)) ?? place.get(key) ?? 0
      const sorted = (next[at] ?? []).map((item) => ({ item, by: middle(item.key) })).sort((a, b) => a.by - b.by).map(({ item }) => item)
      next[at] = sorted
      for (const [row, { key }] of sorted.entries()) place.set(key, row)
    }
    order = next
    const found = crossingsOf(order, segments)
    if (found < least) [best, least] = [order, found]
  }
  return best
}

/** Crossings between neighbouring columns: pairs of segments whose ends are in another order than their beginnings. */
function crossingsOf(columns: readonly (readonly Item[])[], segments: readonly Segment[]): number {
  const place = new Map(columns.flatMap((items, column) => items.map(({ key }, at) => [key, [column, at] as const] as const)))
  const byColumn = Map.groupBy(segments, ([from]) => place.get(from)?.[0] ?? 0)
  return [...byColumn.values()].reduce((sum, own) => {
    const ends = own.map(([from, to]) => [place.get(from)?.[1] ?? 0, place.get(to)?.[1] ?? 0] as const).sort((a, b) => a[0] - b[0] || a[1] - b[1])
    return sum + inversions(ends.map(([, to]) => to))
  }, 0)
}

/** Pairs that stand in the wrong order, by merging sorted halves. */
function inversions(values: readonly number[]): number {
  const sort = (part: readonly number[]): { readonly sorted: readonly number[]; readonly count: number } => {
    if (part.length < 2) return { sorted: part, count: 0 }
    const [left, right] = [sort(part.slice(0, part.length >> 1)), sort(part.slice(part.length >> 1))]
    const sorted: number[] = []
    let [a, b, count] = [0, 0, left.count + right.count]
    while (a < left.sorted.length || b < right.sorted.length) {
      const fromRight = a >= left.sorted.length || (b < right.sorted.length && (right.sorted[b] ?? 0) < (left.sorted[a] ?? 0))
      if (fromRight) count += left.sorted.length - a
      sorted.push((fromRight ? right.sorted[b++] : left.sorted[a++]) ?? 0)
    }
    return { sorted, count }
  }
  return sort(values).count
}

function neighboursIn(segments: readonly Segment[], side: 0 | 1): ReadonlyMap<string, readonly string[]> {
  return new Map([...Map.groupBy(segments, (segment) => segment[side])].map(([key, own]) => [key, own.map((segment) => segment[side === 0 ? 1 : 0])]))
}

/**
 * The middle of each item: the fullest column stands as close as it can, and from it to both sides every column is as near as it can be to
 * the middles of its neighbours there. Nothing is pulled back, so that what is spread out stays so.
 */
function setRows(columns: readonly (readonly Item[])[], segments: readonly Segment[], gap: number): ReadonlyMap<string, number> {
  const middles = new Map<string, number>()
  const full = columns.map((items) => items.reduce((sum, { height }) => sum + height + gap, 0))
  const anchor = full.indexOf(Math.max(...full))
  const set = (at: number, around: ReadonlyMap<string, readonly string[]> | undefined): void => {
    const items = columns[at] ?? []
    const near = items.map(({ key }) => mean((around?.get(key) ?? []).map((other) => middles.get(other) ?? 0)))
    // What has no neighbour there stays by the one above it, else by the one below.
    const wanted = near.map((own, row) => own ?? near.slice(0, row).findLast((other) => other !== undefined) ?? near.find((other) => other !== undefined) ?? 0)
    nearest(items, gap, wanted).forEach((middle, row) => middles.set(items[row]?.key ?? '', middle))
  }
  set(anchor, undefined)
  const [before, after] = [neighboursIn(segments, 1), neighboursIn(segments, 0)]
  for (let at = anchor + 1; at < columns.length; at += 1) set(at, before)
  for (let at = anchor - 1; at >= 0; at -= 1) set(at, after)
  const top = Math.min(...columns.flatMap((items) => items.map(({ key, height }) => (middles.get(key) ?? 0) - height / 2)))
  return new Map([...middles].map(([key, middle]) => [key, middle - (Number.isFinite(top) ? top : 0)]))
}

/** Middles in the given order without overlap whose squared distances from the wanted ones sum to the least: pooled where they would overlap. */
function nearest(items: readonly Item[], gap: number, wanted: readonly number[]): readonly number[] {
  let offset = 0
  const offsets = items.map(({ height }, at) => (offset += at === 0 ? 0 : (height + (items[at - 1]?.height ?? 0)) / 2 + gap))
  const pools: { sum: number; count: number }[] = []
  for (const [at, want] of wanted.entries()) {
    pools.push({ sum: want - (offsets[at] ?? 0), count: 1 })
    for (let [last, before] = [pools.at(-1), pools.at(-2)]; last && before && before.sum / before.count > last.sum / last.count; [last, before] = [pools.at(-1), pools.at(-2)]) {
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count })
    }
  }
  return pools.flatMap(({ sum, count }) => Array.from({ length: count }, () => sum / count)).map((middle, at) => middle + (offsets[at] ?? 0))
}

const mean = (values: readonly number[]): number | undefined => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length)
