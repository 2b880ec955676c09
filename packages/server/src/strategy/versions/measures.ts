import type { UnitStrategy, VersionMeasure, VersionUnitStrategy } from '@throughline/contract/strategy'
import { treeDifference, type ComparedTreeStrategy, type TreeChange, type VersionMeasure as ComparedMeasure } from '@throughline/engine/strategy'
import { everyMeasure, isUnit, type StoredStrategy } from '../store.ts'

type Measured = Pick<StoredStrategy, 'measures' | 'unitMeasures'>

/** Measures in force as a version says them, by the id of their objective: of the organisation or of a unit. */
export const versionMeasuresOf = (stored: Measured): ReadonlyMap<string, readonly VersionMeasure[]> =>
  new Map([...Map.groupBy(everyMeasure(stored), ({ objective_id }) => objective_id)].map(([id, rows]) => [id, rows.map(versionMeasure)]))

const versionMeasure = (row: StoredStrategy['measures'][number]): VersionMeasure => ({
  id: row.id, name: row.name, definition: row.definition, unit: isUnit(row.unit) ? row.unit : 'count', direction: row.direction,
  target: { baseline: row.baseline, baselineOn: row.baseline_on, target: row.target, dueOn: row.due_on, tolerance: row.tolerance },
  band: row.band_low === null || row.band_high === null ? null : { low: row.band_low, high: row.band_high },
})

/** What a version measures, one line for each objective: `key` is the key of one of the organisation, or the id of one of a unit. */
export type MeasuredObjective = { readonly key: string; readonly id: string; /** Whose it is: null is the organisation. */ readonly strategyId: string | null; readonly measures: readonly VersionMeasure[] }

export const measuredObjectives = ({ objectives, unitStrategies }: { readonly objectives: readonly Omit<MeasuredObjective, 'strategyId'>[]; readonly unitStrategies: readonly VersionUnitStrategy[] }): readonly MeasuredObjective[] => [
  ...objectives.map(({ key, id, measures }) => ({ key, id, strategyId: null, measures })),
  ...unitStrategies.flatMap(({ id: strategyId, objectives: own }) => own.map(({ id, measures }) => ({ key: id, id, strategyId, measures }))),
]

/** Strategies of units as they stand in the head of the version in force: what they are measured by has its own table there. */
export const withoutMeasures = (strategies: readonly VersionUnitStrategy[]): readonly UnitStrategy[] => strategies.map((one) => ({ ...one, objectives: one.objectives.map(({ measures: _, ...objective }) => objective) }))

/** One definition in one unit is one measure, whatever it is called; without a definition the name is all there is. */
const measureIdentity = ({ unit, definition, name }: { readonly unit: string; readonly definition: string; readonly name: string }): string => `${unit} ${(definition.trim() || name).trim().toLowerCase().replace(/\s+/g, ' ')}`

/** A measure of a version as the engine compares it. */
export const comparedMeasure = (one: VersionMeasure): ComparedMeasure => {
  const { id, name, definition, unit, band, target: { baseline, baselineOn, target, dueOn, tolerance } } = one
  return { id, identity: measureIdentity(one), name, definition, unit, target: number(target), dueOn, baseline: number(baseline), baselineOn, tolerance: number(tolerance), low: number(band?.low ?? null), high: number(band?.high ?? null) }
}

/** What differs of strategies of units, of their objectives and of what these are measured by. */
export const unitStrategyChanges = (before: readonly VersionUnitStrategy[], after: readonly VersionUnitStrategy[]): TreeChange[] => [...treeDifference(comparedStrategies(before), comparedStrategies(after))]

const comparedStrategies = (strategies: readonly VersionUnitStrategy[]): readonly ComparedTreeStrategy[] => strategies.map((one) => ({ ...one, objectives: one.objectives.map((objective) => ({ ...objective, measures: objective.measures.map(comparedMeasure) })) }))

const number = (text: string | null): number | null => (text === null ? null : Number(text))
