import type { UnitStrategy } from '@throughline/contract/strategy'
import type { ActualFacts, ContributionFacts, Course, MeasureFacts, ObjectiveFacts, StrategyFacts } from '@throughline/engine/strategy'
import { units, type UnitCode } from '@throughline/engine/kernel'
import type { Selectable } from 'kysely'
import type { Tx } from '../database/index.ts'
import './library/tables.ts'
import type { MeasureLinkTable } from './library/tables.ts'
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
  /** Measures that further objectives of the same strategy were linked to. */
  readonly measureLinks: readonly StoredMeasureLink[]
  readonly actuals: readonly Selectable<MeasureActualTable>[]
  readonly contributions: readonly Selectable<ContributionTable>[]
}

export type StoredMeasureLink = Pick<Selectable<MeasureLinkTable>, 'id' | 'version' | 'measure_id' | 'objective_id'>

/** Reads the strategy in force, in eight queries whatever its size. */
export async function readStored(tx: Tx): Promise<StoredStrategy | undefined> {
  const strategy = await tx.selectFrom('strategy').selectAll().executeTakeFirst()
  if (!strategy) return undefined
  const inForce = await tx.selectFrom('strategy_version').selectAll().where('strategy_id', '=', strategy.id).where('status', '=', 'in_force').executeTakeFirstOrThrow()
  const perspectives = await tx.selectFrom('perspective').selectAll().where('strategy_version_id', '=', inForce.id).where('removed_at', 'is', null).orderBy('ord').orderBy('id').execute()
  const objectives = await tx.selectFrom('objective').selectAll().where('strategy_version_id', '=', inForce.id).where('removed_at', 'is', null).orderBy('id').execute()
  const kept = await tx.selectFrom('measure').selectAll().where('removed_at', 'is', null).orderBy('id').execute()
  const links = await tx.selectFrom('measure_link').select(['id', 'version', 'measure_id', 'objective_id']).where('removed_at', 'is', null).orderBy('id').execute()
  const actuals = await tx.selectFrom('measure_actual').selectAll().where('superseded_at', 'is', null).orderBy('on_date').execute()
  const contributions = await tx.selectFrom('contribution').selectAll().where('superseded_at', 'is', null).orderBy('id').execute()
  const active = new Set(objectives.map(({ id }) => id))
  const below = new Set((inForce.unit_strategies as readonly UnitStrategy[]).flatMap((one) => one.objectives.map(({ id }) => id)))
  const { measures, measureLinks } = standingMeasures(kept, links, new Set([...active, ...below]))
  return { strategy, inForce, perspectives, objectives, measures: measures.filter((row) => active.has(row.objective_id)), unitMeasures: measures.filter((row) => below.has(row.objective_id)), measureLinks, actuals, contributions: contributions.filter((row) => active.has(row.objective_id)) }
}

/** Measures of objectives in force, and the links between both; one whose own objective is there no longer goes on with the first that it was linked to. */
function standingMeasures(kept: StoredStrategy['measures'], links: readonly StoredMeasureLink[], held: ReadonlySet<string>): Pick<StoredStrategy, 'measures' | 'measureLinks'> {
  const linksOf = Map.groupBy(links.filter(({ objective_id }) => held.has(objective_id)), ({ measure_id }) => measure_id)
  const measures = kept.flatMap((row) => {
    const objectiveId = held.has(row.objective_id) ? row.objective_id : linksOf.get(row.id)?.[0]?.objective_id
    return objectiveId === undefined ? [] : [{ ...row, objective_id: objectiveId }]
  })
  return { measures, measureLinks: measures.flatMap(({ id, objective_id }) => (linksOf.get(id) ?? []).filter((link) => link.objective_id !== objective_id)) }
}

/** Each measure once for every objective that it measures: for its own, and for those that it was linked to. */
export function perObjective<One>(measures: readonly One[], links: readonly StoredMeasureLink[], idOf: (one: One) => string, measuring: (one: One, objectiveId: string) => One): readonly One[] {
  const linksOf = Map.groupBy(links, ({ measure_id }) => measure_id)
  return measures.flatMap((one) => [one, ...(linksOf.get(idOf(one)) ?? []).map(({ objective_id }) => measuring(one, objective_id))])
}
/** Rows of measures by the objectives that they measure. */
export const measureRows = (measures: StoredStrategy['measures'], links: readonly StoredMeasureLink[]): StoredStrategy['measures'] => perObjective(measures, links, ({ id }) => id, (row, objective_id) => ({ ...row, objective_id }))

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
    measures: measureRows(stored.measures, stored.measureLinks).map((row) => measureFacts(row, actuals.get(row.id) ?? [])),
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
