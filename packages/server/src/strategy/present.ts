import { totalOf, type InitiativeFacts } from '@throughline/engine/demand'
import { attainment, expectedOn, objectiveAttainment, standing, weightSum, type MeasureFacts } from '@throughline/engine/strategy'
import type { Contribution, Measure, Objective, Strategy, UnitStrategy } from '@throughline/contract/strategy'
import { toWire } from '@throughline/contract/wire'
import { undefinedBecause, type CivilDate } from '@throughline/engine/kernel'
import type { Selectable } from 'kysely'
import { settingsOf } from './measures/settings.ts'
import { factsOf, isUnit, type StoredMeasureLink, type StoredStrategy } from './store.ts'
import type { MeasureActualTable, MeasureTable, ObjectiveTable } from './tables.ts'
import { servedThrough, unitObjectivesOf } from './tree/unit-objectives.ts'

/** The strategy as it travels, with what the initiatives of the portfolio make of it. */
export function presentStrategy(stored: StoredStrategy, initiatives: readonly InitiativeFacts[]): Strategy {
  const { measures, contributions, objectives } = factsOf(stored)
  const byId = new Map(initiatives.map((one) => [one.id, one]))
  const links = contributions.filter(({ initiativeId }) => byId.has(initiativeId))
  const linksTo = Map.groupBy(links, ({ objectiveId }) => objectiveId)
  const measuresOf = Map.groupBy(measures, ({ objectiveId }) => objectiveId)
  const below = unitObjectivesOf(stored.inForce.unit_strategies as readonly UnitStrategy[], objectives)
  const through = servedThrough(below, links, (id) => byId.get(id)?.current ?? false)
  const helps = new Set(links.filter(({ contribution, initiativeId }) => contribution > 0 && byId.get(initiativeId)?.current).map(({ objectiveId }) => objectiveId))
  const serving = new Set([...links, ...below.flatMap((one) => one.contributions)].filter(({ contribution }) => contribution > 0).map(({ initiativeId }) => initiativeId))
  const { strategy, inForce } = stored
  return {
    id: strategy.id, name: strategy.name, mission: strategy.mission, vision: strategy.vision, origin: strategy.origin, sourceNote: strategy.source_note, strategyVersion: { id: inForce.id, no: inForce.no, status: inForce.status }, version: strategy.version,
    perspectives: stored.perspectives.map(({ id, name, ord, version }) => ({ id, name, order: ord, version })),
    objectives: stored.objectives.map((row) => presentObjective(row, (linksTo.get(row.id) ?? []).flatMap(({ initiativeId, contribution }) => ({ initiative: byId.get(initiativeId), contribution })), measuresOf.get(row.id) ?? [])),
    measures: presentMeasures(stored, new Map(measures.map((one) => [one.id, one]))),
    contributions: links.map((link): Contribution => ({ initiative: refOf(byId.get(link.initiativeId), link.initiativeId), objectiveId: link.objectiveId, contribution: link.contribution, rationale: link.rationale, origin: link.origin })),
    unserved: objectives.filter(({ id }) => !helps.has(id) && !through.has(id)).map(({ id }) => id),
    orphans: initiatives.filter(({ id, current }) => current && !serving.has(id)).map((one) => refOf(one, one.id)),
    weightTotal: weightSum(objectives.map(({ weight }) => weight)),
  }
}

const refOf = (one: InitiativeFacts | undefined, id: string): Contribution['initiative'] => ({ id, key: one?.key ?? '', name: one?.name ?? '' })

type Linked = { readonly initiative: InitiativeFacts | undefined; readonly contribution: number }

/** Only initiatives of the current portfolio count: those that an older publication listed last are history. */
function presentObjective(row: Selectable<ObjectiveTable>, linked: readonly Linked[], measures: readonly MeasureFacts[]): Objective {
  const current = (holds: (contribution: number) => boolean): readonly InitiativeFacts[] => linked.flatMap(({ initiative, contribution }) => (initiative?.current && holds(contribution) ? [initiative] : []))
  const helping = current((contribution) => contribution > 0)
  return {
    id: row.id, key: row.stable_key, perspectiveId: row.perspective_id, statement: row.statement, description: row.description, weight: Number(row.weight), owner: row.owner, deadline: row.deadline, mandatory: row.mandatory, origin: row.origin,
    citations: row.citations as Objective['citations'], version: row.version, initiatives: helping.length, hurtBy: current((contribution) => contribution < 0).length,
    cost: toWire(totalOf('Whole-life cost of the contributing initiatives', helping, 'cost')),
    benefits: toWire(totalOf('Benefits of the contributing initiatives', helping, 'benefits')),
    attainment: toWire(objectiveAttainment(measures)),
  }
}

function presentMeasures({ measures, measureLinks, actuals }: StoredStrategy, facts: ReadonlyMap<string, MeasureFacts>): Measure[] {
  const actualsOf = Map.groupBy(actuals, (row) => row.measure_id)
  return measures.flatMap((row) => {
    const measure = facts.get(row.id)
    return measure ? [presentMeasure(row, actualsOf.get(row.id) ?? [], measure, measureLinks)] : []
  })
}

/** One measure as it travels, with its actuals in force. */
export function presentMeasure(row: Selectable<MeasureTable>, actuals: readonly Selectable<MeasureActualTable>[], measure: MeasureFacts, links: readonly StoredMeasureLink[]): Measure {
  const on: CivilDate | undefined = measure.actuals.at(-1)?.on
  return {
    id: row.id, objectiveId: row.objective_id, alsoOf: links.filter((link) => link.measure_id === row.id && link.objective_id !== row.objective_id).map((link) => ({ linkId: link.id, objectiveId: link.objective_id, version: link.version })), name: row.name, definition: row.definition, unit: isUnit(row.unit) ? row.unit : 'count', direction: row.direction, aggregation: row.aggregation, frequency: row.frequency, horizon: row.horizon,
    leading: row.is_leading, owner: row.owner, dataSource: row.data_source, origin: row.origin, version: row.version,
    target: { baseline: row.baseline, baselineOn: row.baseline_on, target: row.target, dueOn: row.due_on, tolerance: row.tolerance },
    settings: settingsOf(row),
    actuals: actuals.map(({ id, on_date, value, state, note, source, version }) => ({ id, on: on_date, value, state, note, source, version })),
    attainment: toWire(attainment(measure)),
    expected: toWire(on === undefined ? { metric: undefinedBecause('NO_ACTUALS'), why: { term: `Expected of ${measure.name}`, figure: undefinedBecause('NO_ACTUALS'), formula: 'trajectory' } } : expectedOn(measure, on)),
    status: standing(measure),
  }
}
