import { servedInTheEnd, sharedWeights, waivedUnits, type ObjectiveFacts, type StatedObjective, type StrategyNode, type Waiver } from '@throughline/engine/strategy'
import type { UnitStrategy } from '@throughline/contract/strategy'
import type { CivilDate } from '@throughline/engine/kernel'
import { treeNodes } from '../tree/nodes.ts'

/** How a unit weighs the objectives: as the organisation does, or by shares of its own, by the key of the objective. */
export type UnitStatement = { readonly unitId: string; readonly weights: 'inherited' | 'local'; readonly shares: readonly { readonly key: string; readonly weight: number }[] }

/** What is stated in the whole organisation and in its units, and which units have leave to go their own way. */
export type Statements = { readonly objectives: readonly ObjectiveFacts[]; readonly perspectives: ReadonlyMap<string, string>; readonly units: readonly UnitStatement[]; readonly waivers: readonly Waiver[]; readonly strategies: readonly UnitStrategy[] }

/** A contribution to an objective of a unit, and to what that serves in the end. */
export type Routed = { readonly objectiveId: string; readonly contribution: number }

/** A unit with a strategy of its own: what it weighs, and what its initiatives serve by it. */
export type OwnStrategy = { readonly id: string; readonly name: string; readonly routed: ReadonlyMap<string, readonly Routed[]> }

/** The weights that hold in the organisation and in each unit that weighs by itself, and the units that have leave on a day. */
export type StatedWeights = { readonly top: readonly StatedObjective[]; readonly own: ReadonlyMap<string, readonly StatedObjective[]>; readonly strategies: ReadonlyMap<string, OwnStrategy>; readonly waived: ReadonlySet<string> }

/** What is stated on a day. An objective that a unit with weights of its own does not name weighs nothing there. */
export function statedWeights({ objectives, units, waivers, strategies }: Statements, today: CivilDate): StatedWeights {
  const top = objectives.map(({ id, statement, weight }) => ({ id, statement, weight }))
  const local = units.filter(({ weights }) => weights === 'local').map(({ unitId, shares }) => {
    const weighed = new Map(shares.map(({ key, weight }) => [key, weight]))
    return [unitId, objectives.map(({ id, key, statement }) => ({ id, statement, weight: weighed.get(key) ?? 0 }))] as const
  })
  const nodes = treeNodes({ id: '', name: '', objectives }, strategies)
  const owned = strategies.flatMap((one) => (one.unitId === null ? [] : [{ unitId: one.unitId, one }]))
  return {
    top, own: new Map([...local, ...owned.map(({ unitId, one }) => [unitId, statedBy(one, nodes, objectives)] as const)]),
    strategies: new Map(owned.map(({ unitId, one: { id, name } }) => [unitId, { id, name, routed: routedBy(strategies, nodes, objectives) }])), waived: waivedUnits(waivers, today),
  }
}

/** The objectives of the organisation as the unit’s own strategy weighs them, and after them what it wants beside them. */
function statedBy({ id }: UnitStrategy, nodes: readonly StrategyNode[], objectives: readonly ObjectiveFacts[]): readonly StatedObjective[] {
  const { top, own } = sharedWeights(nodes, id)
  return [...objectives.map(({ id: objectiveId, key, statement }) => ({ id: objectiveId, statement, weight: top.get(key) ?? 0 })), ...own.map(({ objectiveId, statement, weight }) => ({ id: objectiveId, statement, weight }))]
}

/** What initiatives serve through objectives of units, by initiative; the strongest where several lead to one. */
function routedBy(strategies: readonly UnitStrategy[], nodes: readonly StrategyNode[], objectives: readonly ObjectiveFacts[]): ReadonlyMap<string, readonly Routed[]> {
  const [end, ids] = [servedInTheEnd(nodes), new Map(objectives.map(({ id, key }) => [key, id]))]
  const found = new Map<string, Map<string, number>>()
  for (const { id, contributions } of strategies.flatMap((one) => one.objectives)) {
    const served = end(id)
    for (const { initiativeId, contribution } of contributions) {
      const own = found.get(initiativeId) ?? new Map<string, number>()
      const objectiveId = ids.get(served) ?? served
      own.set(objectiveId, Math.max(own.get(objectiveId) ?? -1, contribution))
      found.set(initiativeId, own)
    }
  }
  return new Map([...found].map(([id, own]) => [id, [...own].map(([objectiveId, contribution]) => ({ objectiveId, contribution }))]))
}
