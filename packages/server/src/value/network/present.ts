import { findingsOf, networkAround, tracerOf, type NetworkFinding as Found } from '@throughline/engine/value'
import type { Network, NetworkFinding, NetworkGap } from '@throughline/contract/value'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import type { Tx } from '../../database/index.ts'
import { gather, servesInPlan, type Gathered, type GatheredNode } from './gather.ts'

/** The network with its gaps: all of it, or the part around a node. Gaps are those of the whole, so that a part never hides or makes one. */
export async function presentNetwork(tx: Tx, around: string | undefined): Promise<Result<Network, Refusal<'link_unknown'>>> {
  const whole = await gather(tx, around === undefined ? {} : { ids: [around] }, await servesInPlan(tx))
  if (around !== undefined && !whole.nodes.some(({ id }) => id === around)) return refuse({ code: 'link_unknown', values: { id: around } })
  const byId = new Map(whole.nodes.map((node) => [node.id, node]))
  const findings = findingsOf(whole.facts).map((found) => told(found, byId))
  const gaps = new Map<string, NetworkGap[]>()
  for (const { code, nodeIds } of findings) for (const id of new Set(nodeIds)) gaps.set(id, [...(gaps.get(id) ?? []), code])
  const part = around === undefined ? whole : partAround(whole, around)
  const kept = new Set(part.nodes.map(({ id }) => id))
  return ok({
    nodes: part.nodes.map((node) => ({ ...node, gaps: [...new Set(gaps.get(node.id))] })), edges: [...part.edges], said: shownOf(whole, kept),
    findings: findings.filter(({ nodeIds }) => nodeIds.some((id) => kept.has(id))),
  })
}

/** What leads to a node and what it leads to, with those that are only said to. */
function partAround({ nodes, edges, said }: Gathered, id: string): Pick<Gathered, 'nodes' | 'edges'> {
  const traced = networkAround({ nodes, edges }, id)
  const kept = new Set(traced.nodes.map((node) => node.id))
  const more = said.flatMap(({ from, to }) => (from === id ? [to] : kept.has(to) ? [from] : []))
  for (const one of more) kept.add(one)
  return { nodes: nodes.filter((node) => kept.has(node.id)), edges: traced.edges }
}

/** What other rooms say between nodes that are shown, and whether a path of the network shows it. */
function shownOf({ said, edges }: Gathered, kept: ReadonlySet<string>): Network['said'] {
  const traced = tracerOf({ edges })
  const reached = new Map<string, ReadonlySet<string>>()
  const reach = (id: string): ReadonlySet<string> => {
    const known = reached.get(id) ?? traced(id, 'forward')
    reached.set(id, known)
    return known
  }
  return said.filter(({ from, to }) => kept.has(from) && kept.has(to)).map((tie) => ({ ...tie, shown: reach(tie.from).has(tie.to) }))
}

function told(found: Found, byId: ReadonlyMap<string, GatheredNode>): NetworkFinding {
  const name = (id: string): string => byId.get(id)?.name ?? id
  switch (found.code) {
    case 'node_unknown':
    case 'edge_wrong':
      // Edges are judged before they are kept, and those whose ends are gone are not gathered.
      invariant(false, `an edge that is kept is sound (${found.code})`)
      break
    case 'cycle':
      return { code: 'cycle', nodeIds: found.nodeIds.slice(0, -1), words: `Goes round: ${found.nodeIds.map(name).join(', ')}` }
    case 'counted_twice':
      return { code: 'counted_twice', nodeIds: [...found.nodeIds], words: `${found.nodeIds.map(name).join(' and ')} lie on one path and both are counted in money` }
    case 'due_too_early':
      return { code: 'due_too_early', nodeIds: [found.edge.to, found.edge.from], words: `${name(found.edge.to)} is expected by ${found.due}, and what it needs shows from ${found.notBefore} on: ${name(found.edge.from)}` }
    default:
      return { code: found.code, nodeIds: [found.nodeId], words: `${name(found.nodeId)} ${lacking[found.code]}` }
  }
}

const lacking: Readonly<Record<Extract<Found, { readonly nodeId: string }>['code'], string>> = {
  without_owner: 'has no owner',
  benefit_without_change: 'rests on no business change',
  benefit_without_objective: 'leads to no objective',
  without_measure: 'is measured by nothing',
  without_baseline: 'has a measure without a baseline',
  change_without_benefit: 'leads to no benefit',
  enabler_without_benefit: 'leads to no benefit',
  objective_without_benefit: 'is reached by no benefit',
  driver_without_objective: 'is answered by no objective',
  shares_above_whole: 'has shares of more than 100 % put down to what leads to it',
}
