import type { Network, NetworkEdge, NetworkNode } from '@throughline/contract/value'
import { tracerOf } from '@throughline/engine/value'

/** Initiatives that serve an objective by what the strategy says alone, told as one: `37 initiatives`. */
export type Bundle = { readonly id: string; readonly kind: 'enabler'; readonly objectiveId: string; readonly initiativeIds: readonly string[] }
/** An edge of the picture: one of the network, or what another room says and no path shows. */
export type DrawnEdge = { readonly from: string; readonly to: string; readonly edge: NetworkEdge | null }
export type Shown = { readonly nodes: readonly NetworkNode[]; readonly bundles: readonly Bundle[]; readonly edges: readonly DrawnEdge[] }

/** Fewer initiatives than this are drawn one by one. */
const leastBundle = 2

/** What is drawn of a network: initiatives that no edge and no benefit ties in stand together by the objective that they are said to serve, until that is opened. */
export function shownOf({ nodes, edges, said }: Network, opened: ReadonlySet<string>): Shown {
  const tied = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...said.filter((tie) => tie.said === 'promises').map(({ from }) => from)])
  const loose = said.filter((tie) => tie.said === 'serves' && !tied.has(tie.from))
  const bundles = [...Map.groupBy(loose, ({ to }) => to)].filter(([to, own]) => own.length >= leastBundle && !opened.has(to)).map(([to, own]): Bundle => ({ id: `bundle ${to}`, kind: 'enabler', objectiveId: to, initiativeIds: own.map(({ from }) => from) }))
  const bundled = new Set(bundles.map(({ objectiveId }) => objectiveId))
  const alone = new Set(loose.filter(({ to }) => !bundled.has(to)).map(({ from }) => from))
  const keptOut = new Set(loose.map(({ from }) => from).filter((id) => !alone.has(id)))
  const unshown = said.filter((tie) => !tie.shown && !keptOut.has(tie.from) && !(tie.said === 'serves' && bundled.has(tie.to) && !tied.has(tie.from)))
  return {
    nodes: nodes.filter(({ id }) => !keptOut.has(id)), bundles,
    edges: [...edges.map((edge) => ({ from: edge.from, to: edge.to, edge })), ...bundles.map(({ id, objectiveId }) => ({ from: id, to: objectiveId, edge: null })), ...unshown.map(({ from, to }) => ({ from, to, edge: null }))],
  }
}

/** What a node drives and what drives it, itself among both; by edges of the network, and from what is only said one step. */
export function tracedIn({ edges }: Shown, id: string): ReadonlySet<string> {
  const traced = tracerOf({ edges: edges.filter(({ edge }) => edge !== null) })
  const found = new Set([...traced(id, 'forward'), ...traced(id, 'back')])
  for (const { from, to, edge } of edges) if (edge === null && (from === id || to === id)) found.add(from).add(to)
  return found
}
