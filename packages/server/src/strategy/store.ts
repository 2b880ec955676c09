import type { UnitStrategy } from '@throughline/contract/strategy'
import type { ActualFacts, ContributionFacts, Course, MeasureFacts, ObjectiveFacts, StrategyFacts } from '@throughline/engine/strategy'
import { units, type UnitCode } from '@throughline/engine/kernel'
import type { Selectable } from 'kysely'
import type { Tx } from '../database/index.ts'
import { directionOf } from './measures/settings.ts'
import type { ContributionTable, MeasureActualTable, MeasureTable, ObjectiveTable, PerspectiveTable, StrategyTable, StrategyVersionTable } from './tables.ts'

/** Everything that the strategy in force holds, as stored; undefined where the organisation has none yet. */
export type StoredStrategy = {
  readonly strategy: Selectable<StrategyTable>
  readonly inForce: Pick<Selectable<StrategyVersionTable>, 'org_id' | 'id' | 'strategy_id' | 'no' | 'status' | 'version' | 'units' | 'waivers' | 'unit_strategies'>
  readonly perspectives: readonly Selectable<PerspectiveTable>[]
  readonly objectives: readonly Selectable<ObjectiveTable>[]
  /** Of objectives of the organisation. */
  readonly measures: readonly Selectable<MeasureTable>[]
  /** Of objectives of units and functions in force. */
  readonly unitMeasures: readonly Selectable<MeasureTable>[]
  readonly actuals: readonly Selectable<MeasureActualTable>[]
  readonly contributions: readonly Selectable<ContributionTable>[]
}

/** Reads the strategy in force, in seven queries whatever its size. */
export async function readStored(tx: Tx): Promise<StoredStrategy | undefined> {
  const strategy = await tx.selectFrom('strategy').selectAll().executeTakeFirst()
  if (!strategy) return undefined
  const inForce = await tx.selectFrom('strategy_version').selectAll().where('strategy_id', '=', strategy.id).where('status', '=', 'in_force').executeTakeFirstOrThrow()
  const perspectives = await tx.selectFrom('perspective').selectAll().where('strategy_version_id', '=', inForce.id).where('removed_at', 'is', null).orderBy('ord').orderBy('id').execute()
  const objectives = await tx.selectFrom('objective').selectAll().where('strategy_version_id', '=', inForce.id).where('removed_at', 'is', null).orderBy('id').execute()
  const measures = await tx.selectFrom('measure').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
  const actuals = await tx.selectFrom('measure_actual').selectAll().where('superseded_at', 'is', null).orderBy('on_date').execute()
  const contributions = await tx.selectFrom('contribution').selectAll().where('superseded_at', 'is', null).orderBy('id').execute()
  const active = new Set(objectives.map(({ id }) => id))
  const below = new Set((inForce.unit_strategies as readonly UnitStrategy[]).flatMap((one) => one.objectives.map(({ id }) => id)))
  return { strategy, inForce, perspectives, objectives, measures: measures.filter((row) => active.has(row.objective_id)), unitMeasures: measures.filter((row) => below.has(row.objective_id)), actuals, contributions: contributions.filter((row) => active.has(row.objective_id)) }
}

/** The measures of the organisation’s objectives and those of its units. */
export const everyMeasure = ({ measures, unitMeasures }: Pick<StoredStrategy, 'measures' | 'unitMeasures'>): StoredStrategy['measures'] => [...measures, ...unitMeasures]

/** The strategy in force as facts for the arithmetic of other rooms; all empty where there is none. */
export async function readStrategyFacts(tx: Tx): Promise<StrategyFacts> {
  const stored = await readStored(tx)
  return stored ? factsOf(stored) : { objectives: [], contributions: [], measures: [] }
}

/** The stored strategy as facts. */
export function factsOf(stored: StoredStrategy): StrategyFacts {
  const actuals = Map.groupBy(stored.actuals, (row) => row.measure_id)
  return {
    objectives: stored.objectives.map(objectiveFacts),
    contributions: stored.contributions.map(contributionFacts),
    measures: stored.measures.map((row) => measureFacts(row, actuals.get(row.id) ?? [])),
  }
}

const objectiveFacts = (row: Selectable<ObjectiveTable>): ObjectiveFacts => ({
  id: row.id, key: row.stable_key, perspectiveId: row.perspective_id, statement: row.statement, weight: Number(row.weight), owner: row.owner, deadline: row.deadline, mandatory: row.mandatory,
})

const contributionFacts = (row: Selectable<ContributionTable>): ContributionFacts => ({
  initiativeId: row.initiative_id, objectiveId: row.objective_id, contribution: Number(row.contribution), rationale: row.rationale, origin: row.origin,
})

/** A stored measure as facts, by its actuals in force. */
export const measureFacts = (row: Selectable<MeasureTable>, actuals: readonly Selectable<MeasureActualTable>[]): MeasureFacts => ({
  id: row.id, objectiveId: row.objective_id, name: row.name, unit: unitOf(row.unit), direction: directionOf(row), aggregation: row.aggregation, frequency: row.frequency, maxAgeDays: row.max_age_days, dueAfterDays: row.due_after_days,
  course: row.course as Course, baseline: number(row.baseline), baselineOn: row.baseline_on, target: number(row.target), dueOn: row.due_on,
  tolerance: number(row.tolerance), actuals: actuals.map(actualFacts),
})

const actualFacts = (row: Selectable<MeasureActualTable>): ActualFacts => ({
  id: row.id, on: row.on_date, value: Number(row.value), source: row.source, state: row.state,
  ...(row.numerator === null ? {} : { numerator: Number(row.numerator) }), ...(row.denominator === null ? {} : { denominator: Number(row.denominator) }), ...(row.weight === null ? {} : { weight: Number(row.weight) }), ...(row.parts === null ? {} : { parts: row.parts as ActualFacts['parts'] & object }),
})

const number = (text: string | null): number | null => (text === null ? null : Number(text))
/** Whether a code names a unit of the registry. */
export const isUnit = (code: string): code is UnitCode => code in units
/** The unit of a stored measure; what the registry does not know is counted. */
export const unitOf = (code: string): UnitCode => (isUnit(code) ? code : 'count')
