import type { UnitStrategy } from '@throughline/contract/strategy'
import { effectiveWeights, type StrategyNode } from '@throughline/engine/strategy'

/** How each strategy below the organisation’s weighs its own objectives, as shares of 1: what it inherits is scaled to that, for what arrives from above sums to less. By the id of the objective. */
export function ownWeights(nodes: readonly StrategyNode[], below: readonly UnitStrategy[]): ReadonlyMap<string, number> {
  const effective = new Map(effectiveWeights(nodes).map(({ objectiveId, weight }) => [objectiveId, weight.status === 'ok' ? weight.value : 0]))
  return new Map(below.flatMap(({ weights, objectives }) => {
    const arrived = objectives.reduce((sum, { id }) => sum + (effective.get(id) ?? 0), 0)
    return objectives.map(({ id, weight }) => [id, weights === 'local' ? weight : arrived === 0 ? 1 / objectives.length : (effective.get(id) ?? 0) / arrived] as const)
  }))
}
