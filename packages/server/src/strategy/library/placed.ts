import type { MeasureSheet, MeasureUse, UnitStrategy } from '@throughline/contract/strategy'
import { definitionText, type PlacedObjective, type UsedMeasure } from '@throughline/engine/strategy'
import { everyMeasure, unitOf, type StoredStrategy } from '../store.ts'

type Row = StoredStrategy['measures'][number]
export type Placing = Pick<StoredStrategy, 'strategy' | 'inForce' | 'objectives' | 'perspectives' | 'measures' | 'unitMeasures' | 'measureLinks'>

/** What a measure is calculated as, in the form by which it is known; undefined where nobody wrote it. */
export const textOf = ({ definition, unit, direction, aggregation }: Pick<Row, 'definition' | 'unit' | 'direction' | 'aggregation'>): string | undefined => definitionText({ calculation: definition, unit: unitOf(unit), direction, aggregation })

/** The objectives in force of the organisation and its units by their ids, each with whose it is and what it serves. */
export function placedObjectives({ strategy, inForce, objectives, perspectives }: Placing): ReadonlyMap<string, PlacedObjective> {
  const [bands, keys] = [new Map(perspectives.map(({ id, name }) => [id, name])), new Map(objectives.map(({ id, stable_key }) => [stable_key, id]))]
  const top = objectives.map((row): PlacedObjective => ({ id: row.id, statement: row.statement, perspective: bands.get(row.perspective_id) ?? null, strategyId: strategy.id, strategy: strategy.name, serves: row.parent_key === null ? null : (keys.get(row.parent_key) ?? null) }))
  const below = (inForce.unit_strategies as readonly UnitStrategy[]).flatMap(({ id: strategyId, name, parentId, objectives: own }) => own.map(({ id, statement, serves }): PlacedObjective => {
    const above = serves === null ? null : parentId === null ? (keys.get(serves) ?? null) : serves
    const band = objectives.find((row) => row.id === above)?.perspective_id
    return { id, statement, perspective: band === undefined ? null : (bands.get(band) ?? null), strategyId, strategy: name, serves: above }
  }))
  return new Map([...top, ...below].map((one) => [one.id, one]))
}

/** Every measure in use, with the objectives that it measures. */
export function usedMeasures(stored: Placing, placed: ReadonlyMap<string, PlacedObjective>): readonly UsedMeasure[] {
  const linked = Map.groupBy(stored.measureLinks, ({ measure_id }) => measure_id)
  return everyMeasure(stored).map((row) => ({
    id: row.id, name: row.name, text: textOf(row), tellsOf: (row.sheet as MeasureSheet | null)?.tellsOf ?? null, leading: row.is_leading,
    objectives: [row.objective_id, ...(linked.get(row.id) ?? []).map(({ objective_id }) => objective_id)].flatMap((id) => placed.get(id) ?? []),
  }))
}

/** Where measures are used, one line for each objective. */
export const usesOf = (measures: readonly UsedMeasure[]): MeasureUse[] => measures.flatMap(({ id: measureId, name: measure, objectives }) => objectives.map((one) => ({ measureId, measure, objectiveId: one.id, objective: one.statement, strategy: one.strategy })))

/** Uses in words: “Safe roads” of Highways, “Sound roads” of Bridges. */
export const usesInWords = (uses: readonly Pick<MeasureUse, 'objective' | 'strategy'>[]): string => (uses.length === 0 ? 'no objective yet' : uses.map(({ objective, strategy }) => `“${objective}” of ${strategy}`).join(', '))
