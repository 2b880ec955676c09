/** Kinds of nodes of a benefits dependency network, from what is done to why (Ward & Daniel). */
export const nodeKinds = ['enabler', 'enabling_change', 'business_change', 'benefit', 'objective', 'driver'] as const
export type NodeKind = (typeof nodeKinds)[number]

export type NetworkNode = { readonly id: string; readonly kind: NodeKind; readonly name: string; readonly ownerId: string | null; readonly measured?: { readonly hasMeasure: boolean; readonly hasBaseline: boolean }; readonly counted?: boolean }
/** An edge from what enables to what it leads to. */
export type NetworkEdge = { readonly from: string; readonly to: string }
export type BenefitNetwork = { readonly nodes: readonly NetworkNode[]; readonly edges: readonly NetworkEdge[] }

/** What each kind may lead to. A benefit may lead to another: then the first is a step on the way. */
const leadsTo: Readonly<Record<NodeKind, readonly NodeKind[]>> = {
  enabler: ['enabler', 'enabling_change', 'business_change'],
  enabling_change: ['enabling_change', 'business_change'],
  business_change: ['business_change', 'benefit'],
  benefit: ['benefit', 'objective'],
  objective: ['driver'],
  driver: [],
}

/** What is wrong with a network, or missing from it. `edge_wrong`, `node_unknown` and `cycle` may not be saved; the rest are gaps to be closed. */
export type NetworkFinding =
  | { readonly code: 'node_unknown'; readonly edge: NetworkEdge }
  | { readonly code: 'edge_wrong'; readonly edge: NetworkEdge; readonly found: readonly [NodeKind, NodeKind] }
  | { readonly code: 'cycle'; readonly nodeIds: readonly string[] }
  | { readonly code: 'counted_twice'; readonly nodeIds: readonly string[] }
  | { readonly code: 'benefit_without_change' | 'change_without_benefit' | 'benefit_without_objective' | 'objective_without_benefit' | 'without_owner' | 'without_measure' | 'without_baseline'; readonly nodeId: string }

/** Everything that the grammar forbids, and every gap (benefits network): in the order of edges, then nodes. */
export function findingsOf({ nodes, edges }: BenefitNetwork): readonly NetworkFinding[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const grammar = edges.flatMap((edge): readonly NetworkFinding[] => {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)]
    if (!from || !to) return [{ code: 'node_unknown', edge }]
    return leadsTo[from.kind].includes(to.kind) ? [] : [{ code: 'edge_wrong', edge, found: [from.kind, to.kind] }]
  })
  const cycle = cycleIn({ nodes, edges })
  if (cycle) return [...grammar, { code: 'cycle', nodeIds: cycle }]
  const counted = nodes.filter(({ kind, counted: counts }) => kind === 'benefit' && counts === true)
  const twice = counted.flatMap(({ id }) => [...trace({ nodes, edges }, id, 'forward')].filter((other) => other !== id && counted.some((one) => one.id === other)).map((other): NetworkFinding => ({ code: 'counted_twice', nodeIds: [id, other] })))
  return [...grammar, ...twice, ...nodes.flatMap((node) => gapsOf(node, { nodes, edges }))]
}

function gapsOf(node: NetworkNode, network: BenefitNetwork): readonly NetworkFinding[] {
  const reaches = (direction: 'forward' | 'back', kind: NodeKind): boolean => [...trace(network, node.id, direction)].some((id) => id !== node.id && network.nodes.some((other) => other.id === id && other.kind === kind))
  const gap = (when: boolean, code: Extract<NetworkFinding, { readonly nodeId: string }>['code']): readonly NetworkFinding[] => (when ? [{ code, nodeId: node.id }] : [])
  const unowned = gap(node.ownerId === null && node.kind !== 'driver', 'without_owner')
  switch (node.kind) {
    case 'benefit':
      return [...unowned, ...gap(!reaches('back', 'business_change'), 'benefit_without_change'), ...gap(!reaches('forward', 'objective'), 'benefit_without_objective'), ...gap(!node.measured?.hasMeasure, 'without_measure'), ...gap(node.measured?.hasMeasure === true && !node.measured.hasBaseline, 'without_baseline')]
    case 'business_change':
    case 'enabling_change':
      return [...unowned, ...gap(!reaches('forward', 'benefit'), 'change_without_benefit')]
    case 'objective':
      return [...unowned, ...gap(!reaches('back', 'benefit'), 'objective_without_benefit')]
    case 'enabler':
    case 'driver':
      return unowned
  }
}

/** All nodes that one leads to, or that lead to it; itself among them. */
export function trace({ edges }: BenefitNetwork, start: string, direction: 'forward' | 'back'): ReadonlySet<string> {
  const found = new Set([start])
  for (const at of found) for (const edge of edges) if ((direction === 'forward' ? edge.from : edge.to) === at) found.add(direction === 'forward' ? edge.to : edge.from)
  return found
}

/** Benefits on one path with another, before or after it: at most one of them is counted (V-11). */
export function sharesPathWith(network: BenefitNetwork, benefitId: string): readonly string[] {
  const around = new Set([...trace(network, benefitId, 'forward'), ...trace(network, benefitId, 'back')])
  return network.nodes.filter(({ id, kind }) => kind === 'benefit' && id !== benefitId && around.has(id)).map(({ id }) => id)
}

/** A circle of nodes, from one of them round to itself; null where there is none. */
function cycleIn({ nodes, edges }: BenefitNetwork): readonly string[] | null {
  const done = new Set<string>()
  const walk = (id: string, path: readonly string[]): readonly string[] | null => {
    if (path.includes(id)) return [...path.slice(path.indexOf(id)), id]
    if (done.has(id)) return null
    for (const { to } of edges.filter(({ from }) => from === id)) {
      const found = walk(to, [...path, id])
      if (found) return found
    }
    done.add(id)
    return null
  }
  for (const { id } of nodes) {
    const found = walk(id, [])
    if (found) return found
  }
  return null
}
