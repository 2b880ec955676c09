import { known, notApplicable, type Metric } from '../../kernel/index.ts'
import type { NodeObjective, StrategyNode } from './facts.ts'
import { cyclesOf } from './issues.ts'

/** The effective weight of an objective; not applicable where it inherits and serves no parent in force. */
export type EffectiveWeight = { readonly objectiveId: string; readonly strategyId: string; readonly weight: Metric<number> }

/**
 * Effective weights of every objective in force: a local strategy's own shares, or the parent objective's effective weight divided
 * among those of the same strategy that serve it. Strategies in a cycle inherit nothing.
 */
export function effectiveWeights(nodes: readonly StrategyNode[]): readonly EffectiveWeight[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const circling = new Set(cyclesOf(nodes.map(({ id, parentId }) => ({ id, parentId }))).flat())
  const found = new Map<string, readonly EffectiveWeight[]>()
  const weightsOf = (node: StrategyNode): readonly EffectiveWeight[] => {
    const before = found.get(node.id)
    if (before) return before
    const parent = byId.get(node.parentId ?? '')
    const from = node.weights === 'local' || parent === undefined ? null : circling.has(node.id) ? new Map<string, Metric<number>>() : new Map(weightsOf(parent).map((each) => [each.objectiveId, each.weight]))
    const weights = from === null ? local(node) : inherited(node, from)
    found.set(node.id, weights)
    return weights
  }
  return nodes.flatMap(weightsOf)
}

const inForce = (node: StrategyNode): readonly NodeObjective[] => node.objectives.filter(({ retired }) => !retired)

function local(node: StrategyNode): readonly EffectiveWeight[] {
  const total = inForce(node).reduce((sum, { weight }) => sum + weight, 0)
  return inForce(node).map(({ id, weight }) => ({ objectiveId: id, strategyId: node.id, weight: total === 0 ? notApplicable : known(weight / total) }))
}

function inherited(node: StrategyNode, from: ReadonlyMap<string, Metric<number>>): readonly EffectiveWeight[] {
  const siblings = Map.groupBy(inForce(node), ({ serves }) => serves)
  return inForce(node).map(({ id, weight, serves }) => {
    const above = serves === null ? undefined : from.get(serves)
    const among = siblings.get(serves)?.reduce((sum, each) => sum + each.weight, 0) ?? 0
    const own: Metric<number> = above?.status === 'ok' && among > 0 ? known((above.value * weight) / among) : notApplicable
    return { objectiveId: id, strategyId: node.id, weight: own }
  })
}
