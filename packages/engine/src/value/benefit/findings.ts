import { civilDate, daysInMonth, type CivilDate } from '../../kernel/index.ts'
import { cycleIn, leadsTo, neighbours, tracerOf, type BenefitNetwork, type NetworkEdge, type NetworkNode, type NodeKind } from './network.ts'

/** What a single node lacks. */
export const nodeGaps = ['without_owner', 'benefit_without_change', 'benefit_without_objective', 'without_measure', 'without_baseline', 'change_without_benefit', 'enabler_without_benefit', 'objective_without_benefit', 'driver_without_objective', 'shares_above_whole'] as const
export type NodeGap = (typeof nodeGaps)[number]

/** What is wrong with a network, or missing from it. `edge_wrong`, `node_unknown` and `cycle` may not be saved; the rest are gaps to be closed. */
export type NetworkFinding =
  | { readonly code: 'node_unknown'; readonly edge: NetworkEdge }
  | { readonly code: 'edge_wrong'; readonly edge: NetworkEdge; readonly found: readonly [NodeKind, NodeKind] }
  | { readonly code: 'cycle'; readonly nodeIds: readonly string[] }
  | { readonly code: 'counted_twice'; readonly nodeIds: readonly string[] }
  /** What an edge leads to is due before what it needs is there and shows. */
  | { readonly code: 'due_too_early'; readonly edge: NetworkEdge; readonly due: CivilDate; readonly notBefore: CivilDate }
  | { readonly code: NodeGap; readonly nodeId: string }

/** Everything that the grammar forbids, and every gap (benefits network): in the order of edges, then nodes. What is retired carries nothing and lacks nothing. */
export function findingsOf({ nodes: all, edges: every }: BenefitNetwork): readonly NetworkFinding[] {
  const known = new Map(all.map((node) => [node.id, node]))
  const grammar = every.flatMap((edge): readonly NetworkFinding[] => {
    const [from, to] = [known.get(edge.from), known.get(edge.to)]
    if (!from || !to) return [{ code: 'node_unknown', edge }]
    return leadsTo[from.kind].includes(to.kind) ? [] : [{ code: 'edge_wrong', edge, found: [from.kind, to.kind] }]
  })
  const living = (id: string): boolean => known.get(id)?.retired !== true
  const network: BenefitNetwork = { nodes: all.filter(({ id }) => living(id)), edges: every.filter(({ from, to }) => living(from) && living(to)) }
  const cycle = cycleIn(network)
  if (cycle) return [...grammar, { code: 'cycle', nodeIds: cycle }]
  const reach = { forward: kindsReached(network, 'forward'), back: kindsReached(network, 'back') }
  const shares = new Map<string, number>()
  for (const { to, share } of network.edges) shares.set(to, (shares.get(to) ?? 0) + (share ?? 0))
  return [...grammar, ...countedTwice(network), ...network.edges.flatMap((edge) => tooEarly(edge, known)), ...network.nodes.flatMap((node) => gapsOf(node, reach, shares.get(node.id) ?? 0))]
}

function countedTwice(network: BenefitNetwork): readonly NetworkFinding[] {
  const counted = new Set(network.nodes.filter((node) => node.kind === 'benefit' && node.counted === true).map(({ id }) => id))
  const traced = tracerOf(network)
  return [...counted].flatMap((id) => [...traced(id, 'forward')].filter((other) => other !== id && counted.has(other)).map((other): NetworkFinding => ({ code: 'counted_twice', nodeIds: [id, other] })))
}

/** A due day that comes before the one of what it needs, with the months until that shows. */
function tooEarly(edge: NetworkEdge, known: ReadonlyMap<string, NetworkNode>): readonly NetworkFinding[] {
  const [cause, effect] = [known.get(edge.from)?.dueOn, known.get(edge.to)?.dueOn]
  if (!cause || !effect) return []
  const notBefore = monthsLater(cause, edge.lagMonths ?? 0)
  return effect < notBefore ? [{ code: 'due_too_early', edge, due: effect, notBefore }] : []
}

/** The same day some months later, or the last day of that month where it is shorter. */
function monthsLater(day: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const [inYear, inMonth] = [year + Math.floor((month - 1 + months) / 12), ((month - 1 + months) % 12) + 1]
  return civilDate(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth)))
}

type Reached = ReadonlyMap<string, ReadonlySet<NodeKind>>

/** The kinds that each node of a network without circles reaches, itself apart: each edge is looked at once. */
function kindsReached({ nodes, edges }: BenefitNetwork, direction: 'forward' | 'back'): Reached {
  const [next, previous] = [neighbours(edges, direction), neighbours(edges, direction === 'forward' ? 'back' : 'forward')]
  const kindOf = new Map(nodes.map(({ id, kind }) => [id, kind]))
  const found = new Map(nodes.map(({ id }) => [id, new Set<NodeKind>()]))
  const waiting = new Map(nodes.map(({ id }) => [id, next.get(id)?.length ?? 0]))
  // From the ends on: a node is done when everything that it leads to is.
  const ready = nodes.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id)
  for (const id of ready)
    for (const before of previous.get(id) ?? []) {
      const kinds = found.get(before)
      for (const kind of found.get(id) ?? []) kinds?.add(kind)
      const own = kindOf.get(id)
      if (own) kinds?.add(own)
      const left = (waiting.get(before) ?? 0) - 1
      waiting.set(before, left)
      if (left === 0) ready.push(before)
    }
  return found
}

function gapsOf(node: NetworkNode, reach: { readonly forward: Reached; readonly back: Reached }, shares: number): readonly NetworkFinding[] {
  const lacks = (direction: 'forward' | 'back', kind: NodeKind): boolean => reach[direction].get(node.id)?.has(kind) !== true
  const gaps: Readonly<Record<NodeGap, boolean>> = {
    without_owner: node.ownerId === null && node.kind !== 'driver',
    benefit_without_change: node.kind === 'benefit' && lacks('back', 'business_change'),
    benefit_without_objective: node.kind === 'benefit' && lacks('forward', 'objective'),
    without_measure: node.kind === 'benefit' && !node.measured?.hasMeasure,
    without_baseline: node.kind === 'benefit' && node.measured?.hasMeasure === true && !node.measured.hasBaseline,
    change_without_benefit: (node.kind === 'business_change' || node.kind === 'enabling_change') && lacks('forward', 'benefit'),
    enabler_without_benefit: node.kind === 'enabler' && lacks('forward', 'benefit'),
    objective_without_benefit: node.kind === 'objective' && lacks('back', 'benefit'),
    driver_without_objective: node.kind === 'driver' && lacks('back', 'objective'),
    shares_above_whole: shares > 100,
  }
  return nodeGaps.flatMap((code) => (gaps[code] ? [{ code, nodeId: node.id }] : []))
}
