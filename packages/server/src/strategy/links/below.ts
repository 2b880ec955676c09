import type { StrategyMap, UnitStrategy } from '@throughline/contract/strategy'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { factsOf, type StoredStrategy } from '../store.ts'
import { measuredIn } from '../tree/measured.ts'
import { servedThrough, unitObjectivesOf } from '../tree/unit-objectives.ts'

/** Objectives of units and functions on the map, each in the band of what it serves in the end, and what the organisation’s objectives have of them. */
export function belowOnMap(stored: StoredStrategy, initiatives: readonly InitiativeFacts[], unitNames: ReadonlyMap<string, string>): Pick<StrategyMap, 'unitObjectives' | 'throughUnits'> {
  const { objectives, contributions } = factsOf(stored)
  const current = new Set(initiatives.filter((one) => one.current).map(({ id }) => id))
  const bandOf = new Map(objectives.map(({ id, perspectiveId }) => [id, perspectiveId]))
  const below = unitObjectivesOf(stored.inForce.unit_strategies as readonly UnitStrategy[], objectives)
  const { attainmentOf } = measuredIn(stored)
  return {
    unitObjectives: below.map(({ unitId, serves, endsAt, contributions: own, ...one }) => ({
      ...one, unit: unitId === null ? null : (unitNames.get(unitId) ?? ''), serves: serves?.id ?? null, endsAt, perspectiveId: endsAt === null ? null : (bandOf.get(endsAt) ?? null),
      attainment: attainmentOf(one.id), initiatives: own.filter(({ initiativeId, contribution }) => contribution > 0 && current.has(initiativeId)).length,
    })),
    throughUnits: [...servedThrough(below, contributions, (id) => current.has(id))].map(([objectiveId, ids]) => ({ objectiveId, initiatives: ids.size })),
  }
}
