import { leadsTo, tracerOf, type BenefitNetwork, type NetworkEdge, type NodeKind } from './network.ts'

/** Why an edge cannot be, in the order in which it is looked for. */
export type LinkRefusal = { readonly code: 'link_unknown' | 'link_retired' | 'link_not_allowed' | 'link_there' | 'link_cycle'; readonly values: Readonly<Record<string, string>> }

/** A kind as it is said: `business change`. */
export const kindSaid = (kind: NodeKind): string => kind.replaceAll('_', ' ')

/** What a kind may lead to, as it is said; `nothing` at the end of the line. */
export const mayLeadTo = (kind: NodeKind): string => leadsTo[kind].map(kindSaid).join(' or ') || 'nothing'

/** Why one node cannot lead to another; null where it can. */
export function linkRefusal(network: BenefitNetwork, { from, to }: Pick<NetworkEdge, 'from' | 'to'>): LinkRefusal | null {
  const [cause, effect] = [from, to].map((id) => network.nodes.find((node) => node.id === id))
  if (!cause || !effect) return { code: 'link_unknown', values: { id: cause ? to : from } }
  const names = { from: cause.name, to: effect.name }
  const retired = [cause, effect].find((node) => node.retired)
  if (retired) return { code: 'link_retired', values: { ...names, name: retired.name } }
  if (!leadsTo[cause.kind].includes(effect.kind)) return { code: 'link_not_allowed', values: { ...names, fromKind: kindSaid(cause.kind), toKind: kindSaid(effect.kind), expected: mayLeadTo(cause.kind) } }
  if (network.edges.some((edge) => edge.from === from && edge.to === to)) return { code: 'link_there', values: names }
  return tracerOf(network)(to, 'forward').has(from) ? { code: 'link_cycle', values: { ...names, way: wayFrom(network, to, from).join(', ') } } : null
}

/** The names along a shortest way from one node to another that it leads to. */
function wayFrom({ nodes, edges }: BenefitNetwork, start: string, end: string): readonly string[] {
  const cameFrom = new Map<string, string | null>([[start, null]])
  for (const [at] of cameFrom) for (const { from, to } of edges) if (from === at && !cameFrom.has(to)) cameFrom.set(to, at)
  const names = new Map(nodes.map(({ id, name }) => [id, name]))
  const way: string[] = []
  for (let at: string | null | undefined = end; at; at = cameFrom.get(at)) way.unshift(names.get(at) ?? at)
  return way
}
