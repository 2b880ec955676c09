import type { UnitStrategy } from '@throughline/contract/strategy'
import type { StakeGoal, StakeHolder } from '@throughline/engine/strategy'
import type { StoredStrategy } from '../store.ts'
import { treeNodes } from '../tree/nodes.ts'
import { ownWeights } from '../tree/own-weights.ts'

export type UnitOfTree = { readonly id: string; readonly code: string; readonly name: string; readonly parentId: string | null }
/** Whose goals they are, and where they stand: in a strategy of its own, or among those of the organisation. */
export type Holder = StakeHolder & { readonly goalsOf: 'own_strategy' | 'organisation' }

/** Units and functions with a strategy of their own, then units without one that own objectives of the organisation. */
export function holdersOf(stored: StoredStrategy, units: readonly UnitOfTree[]): readonly Holder[] {
  const strategies = stored.inForce.unit_strategies as readonly UnitStrategy[]
  const own = strategies.map((one): Holder => ({ id: one.id, name: one.name, unitId: unitAbove(one, strategies), goals: goalsIn(one, stored, strategies), goalsOf: 'own_strategy' }))
  const withStrategy = new Set(strategies.map(({ unitId }) => unitId))
  const serving = Map.groupBy(stored.contributions, ({ objective_id }) => objective_id)
  const owned = units.filter(({ id }) => !withStrategy.has(id)).flatMap((unit): Holder[] => {
    const goals = stored.objectives.filter(({ owner }) => owner !== null && isCalled(owner, unit)).map(({ id, statement, weight }): StakeGoal => ({ id, statement, weight: Number(weight), contributions: (serving.get(id) ?? []).map(({ initiative_id: initiativeId, contribution }) => ({ initiativeId, contribution: Number(contribution) })) }))
    return goals.length === 0 ? [] : [{ id: unit.id, name: unit.name, unitId: unit.id, goals, goalsOf: 'organisation' }]
  })
  return [...own, ...owned]
}

function goalsIn({ objectives }: UnitStrategy, stored: StoredStrategy, strategies: readonly UnitStrategy[]): readonly StakeGoal[] {
  const root = { id: stored.inForce.id, name: '', objectives: stored.objectives.map(({ stable_key: key, statement, weight }) => ({ key, statement, weight: Number(weight) })) }
  const weightIn = ownWeights(treeNodes(root, strategies), strategies)
  return objectives.map(({ id, statement, contributions }) => ({ id, statement, weight: weightIn.get(id) ?? 0, contributions }))
}

/** The unit of a strategy; a function that stands below the strategy of a unit is in the hands of that unit. */
function unitAbove(strategy: UnitStrategy, strategies: readonly UnitStrategy[]): string | null {
  const seen = new Set<string>()
  for (let at: UnitStrategy | undefined = strategy; at && !seen.has(at.id); at = strategies.find(({ id }) => id === at?.parentId)) {
    if (at.unitId !== null) return at.unitId
    seen.add(at.id)
  }
  return null
}

/** An owner is written as text; it is a unit where it is called exactly as the unit is, by name or code. */
const isCalled = (owner: string, { name, code }: UnitOfTree): boolean => [name, code].some((one) => one.trim().toLowerCase() === owner.trim().toLowerCase())
