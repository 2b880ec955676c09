import type { MeasureList, UnitStrategy } from '@throughline/contract/strategy'
import type { MeasureFacts } from '@throughline/engine/strategy'
import { perObjective, type StoredStrategy } from '../store.ts'
import { treeNodes } from '../tree/nodes.ts'
import { ownWeights } from '../tree/own-weights.ts'
import { compositeOf } from './composite.ts'
import type { Presenting } from './present-row.ts'

/** The scorecard of the organisation, and one of each strategy below it by the weights that hold there. */
export function scorecardsOf(stored: StoredStrategy, facts: readonly MeasureFacts[], { objectives, unitNames }: Pick<Presenting, 'objectives' | 'unitNames'>): Omit<MeasureList, 'measures' | 'warned'> {
  const strategies = stored.inForce.unit_strategies as readonly UnitStrategy[]
  const bandOf = (one: MeasureFacts): string | null => objectives.get(one.objectiveId)?.perspectiveId ?? null
  const by = Map.groupBy(perObjective(facts, stored.measureLinks, ({ id }) => id, (one, objectiveId) => ({ ...one, objectiveId })), ({ objectiveId }) => objectives.get(objectiveId)?.strategy?.id ?? '')
  const top = new Map(stored.objectives.map((row) => [row.id, Number(row.weight)]))
  const scored = (id: string | null, name: string, own: readonly MeasureFacts[], weights: ReadonlyMap<string, number>) => ({ id, name, ...compositeOf(name, own.filter((one) => bandOf(one) === id), weights) })
  const below = ownWeights(treeNodes({ id: stored.inForce.id, name: '', objectives: stored.objectives.map(({ stable_key: key, statement, weight }) => ({ key, statement, weight: Number(weight) })) }, strategies), strategies)
  const own = by.get('') ?? []
  return {
    perspectives: stored.perspectives.map(({ id, name }) => scored(id, name, own, top)),
    ...compositeOf(stored.strategy.name || 'The strategy', own, top),
    units: strategies.flatMap(({ id, name, unitId }) => {
      const measures = by.get(id)
      if (!measures) return []
      const bands = [...stored.perspectives.map((one) => ({ id: one.id as string | null, name: one.name })), { id: null, name: 'Aims of its own' }].filter((band) => measures.some((one) => bandOf(one) === band.id))
      return [{ id, name, unit: unitId === null ? null : (unitNames.get(unitId) ?? ''), perspectives: bands.map((band) => scored(band.id, band.name, measures, below)), ...compositeOf(name, measures, below) }]
    }),
  }
}
