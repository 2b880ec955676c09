import type { MeasureSheet, ObjectiveMix, UnitStrategy } from '@throughline/contract/strategy'
import { measureMix, type MixedMeasure } from '@throughline/engine/strategy'
import { everyMeasure, measureRows, type StoredStrategy } from '../store.ts'

/** What each objective in force is measured by, as it counts among the others, of the organisation’s and of units’; by the id of the objective. */
export const mixedMeasuresOf = (stored: Pick<StoredStrategy, 'measures' | 'unitMeasures' | 'measureLinks'>): ReadonlyMap<string, readonly MixedMeasure[]> =>
  new Map([...Map.groupBy(measureRows(everyMeasure(stored), stored.measureLinks), (row) => row.objective_id)].map(([id, rows]) => [id, rows.map((row) => ({ name: row.name, tellsOf: (row.sheet as MeasureSheet | null)?.tellsOf ?? null, leading: row.is_leading }))]))

/** What the measures of each objective in force tell of, of the organisation’s and of units’; those with warnings first, else in their order. */
export function objectiveMixes(stored: Pick<StoredStrategy, 'objectives' | 'inForce' | 'measures' | 'unitMeasures' | 'measureLinks'>): ObjectiveMix[] {
  const measuresOf = mixedMeasuresOf(stored)
  const below = (stored.inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ id, name, objectives }) => objectives.map((one) => ({ id: one.id, statement: one.statement, strategy: { id, name } })))
  const mixes = [...stored.objectives.map(({ id, statement }) => ({ id, statement, strategy: null })), ...below].map(({ id, statement, strategy }): ObjectiveMix => {
    const { warnings, ...counts } = measureMix(measuresOf.get(id) ?? [])
    return { objectiveId: id, statement, strategy, ...counts, warnings: [...warnings] }
  })
  return mixes.toSorted((a, b) => Number(b.warnings.length > 0) - Number(a.warnings.length > 0))
}
