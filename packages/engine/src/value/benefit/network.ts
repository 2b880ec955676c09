import type { CivilDate } from '../../kernel/index.ts'

/** Kinds of nodes of a benefits dependency network, from what is done to why (Ward & Daniel). */
export const nodeKinds = ['enabler', 'enabling_change', 'business_change', 'benefit', 'objective', 'driver'] as const
export type NodeKind = (typeof nodeKinds)[number]

export type NetworkNode = {
  readonly id: string
  readonly kind: NodeKind
  readonly name: string
  readonly ownerId: string | null
  readonly measured?: { readonly hasMeasure: boolean; readonly hasBaseline: boolean }
  readonly counted?: boolean
  /** Given up or removed where it is kept: nothing new hangs on it, and nothing is carried by it any more. */
  readonly retired?: boolean
  /** When it is to be there. */
  readonly dueOn?: CivilDate | null
}
/** An edge from what enables to what it leads to: which percentage of the effect is put down to it, and after how many months it shows. */
export type NetworkEdge = { readonly from: string; readonly to: string; readonly share?: number | null; readonly lagMonths?: number | null }
export type BenefitNetwork = { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] }
export type Direction = 'forward' | 'back'

/** What each kind may lead to. A benefit may lead to another: then the first is a step on the way. */
export const leadsTo: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  enabler: ['enabler', 'enabling_change', 'business_change'],
  enabling_change: ['enabling_change', 'business_change'],
  business_change: ['business_change', 'benefit'],
  benefit: ['benefit', 'objective'],
  objective: ['driver'],
  driver: [],
}

/** All nodes that one leads to, or that lead to it; itself among them. */
export const trace = (network: BenefitNetwork, start: string, direction: Direction): ReadonlySet<string> => tracerOf(network)(start, direction)

/** Traces of one network, each in the time of what it finds. */
export function tracerOf({ edges }: Pick<BenefitNetwork, 'edges'>): (start: string, direction: Direction) => ReadonlySet<string> {
  const [after, before] = [neighbours(edges, 'forward'), neighbours(edges, 'back')]
  return (start, direction) => {
    const found = new Set([start])
    for (const at of found) for (const next of (direction === 'forward' ? after : before).get(at) ?? []) found.add(next)
    return found
  }
}

/** What each node leads to, or what leads to it. */
export function neighbours(edges: readonly NetworkEdge[], direction: Direction): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const { from, to } of edges) {
    const [at, next] = direction === 'forward' ? [from, to] : [to, from]
    const known = found.get(at)
    if (known) known.push(next)
    else found.set(at, [next])
  }
  return found
}

/** The part of a network that leads to a node or that it leads to, with the edges within. */
export function networkAround<Node extends { readonly id: string }, Edge extends NetworkEdge>({ nodes, edges }: { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] }, id: string): { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } {
  const traced = tracerOf({ edges })
  const [ahead, behind] = [traced(id, 'forward'), traced(id, 'back')]
  const within = (one: string, other: string): boolean => (ahead.has(one) && ahead.has(other)) || (behind.has(one) && behind.has(other))
  return { nodes: nodes.filter((node) => ahead.has(node.id) || behind.has(node.id)), edges: edges.filter(({ from, to }) => within(from, to)) }
}

/** Benefits on one path with another, before or after it: at most one of them is counted (V-11). */
export const sharesPathWith = (network: BenefitNetwork, benefitId: string): readonly string[] => pathMatesIn(network)(benefitId)

/** Benefits on one path with each benefit of a network, in the order of its nodes. */
export function pathMatesIn(network: BenefitNetwork): (benefitId: string) => readonly string[] {
  const traced = tracerOf(network)
  const place = new Map(network.nodes.flatMap(({ id, kind }, at) => (kind === 'benefit' ? [[id, at] as const] : [])))
  return (id) => {
    const around = new Set([...traced(id, 'forward'), ...traced(id, 'back')])
    return [...around].filter((other) => other !== id && place.has(other)).sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  }
}

/** A circle of nodes, from one of them round to itself; null where there is none. */
export function cycleIn({ nodes, edges }: BenefitNetwork): readonly string[] | null {
  const after = neighbours(edges, 'forward')
  const done = new Set<string>()
  for (const { id } of nodes) {
    // A walk kept by hand: a network may be deeper than calls may nest.
    const path: string[] = []
    const open: { readonly id: string; next: number }[] = done.has(id) ? [] : [{ id, next: 0 }]
    const within = new Set<string>()
    for (let top = open.at(-1); top; top = open.at(-1)) {
      if (top.next === 0) {
        path.push(top.id)
        within.add(top.id)
      }
      const next = after.get(top.id)?.[top.next++]
      if (next === undefined) {
        done.add(top.id)
        within.delete(top.id)
        path.pop()
        open.pop()
      } else if (within.has(next)) return [...path.slice(path.indexOf(next)), next]
      else if (!done.has(next)) open.push({ id: next, next: 0 })
    }
  }
  return null
}
