import type { Measure } from '@throughline/contract/strategy'
import { toWire, type ExplainedNumber } from '@throughline/contract/wire'
import { objectiveAttainment } from '@throughline/engine/strategy'
import { compositeOf, type Composite } from '../measures/composite.ts'
import { presentMeasure } from '../present.ts'
import { everyMeasure, measureFacts, measureRows, type StoredStrategy } from '../store.ts'

/** What objectives are measured by, those of units and of the organisation alike: how far each is, its measures as they travel, and several by their weights. */
export type Measured = {
  readonly attainmentOf: (objectiveId: string) => ExplainedNumber
  readonly measuresOf: (objectiveId: string) => Measure[]
  readonly compositeOf: (term: string, weights: ReadonlyMap<string, number>) => Composite
}

/** The measures in force, by the objective that they tell of. */
export function measuredIn(stored: Pick<StoredStrategy, 'measures' | 'unitMeasures' | 'measureLinks' | 'actuals'>): Measured {
  const actualsOf = Map.groupBy(stored.actuals, (row) => row.measure_id)
  const byObjective = Map.groupBy(measureRows(everyMeasure(stored), stored.measureLinks).map((row) => ({ row, own: actualsOf.get(row.id) ?? [], facts: measureFacts(row, actualsOf.get(row.id) ?? []) })), ({ row }) => row.objective_id)
  const factsOf = (id: string) => (byObjective.get(id) ?? []).map(({ facts }) => facts)
  return {
    attainmentOf: (id) => toWire(objectiveAttainment(factsOf(id))) as ExplainedNumber,
    measuresOf: (id) => (byObjective.get(id) ?? []).map(({ row, own, facts }) => presentMeasure(row, own, facts, stored.measureLinks)),
    compositeOf: (term, weights) => compositeOf(term, [...weights.keys()].flatMap(factsOf), weights),
  }
}
