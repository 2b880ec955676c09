import { invariant } from '@throughline/engine/kernel'
import type { InitiativeFacts } from '@throughline/engine/demand'
import { Value } from 'typebox/value'
import { newId, type Actor, type Record as Recorder, type Tx } from '../../database/index.ts'
import { contributionsBy, StrategyFile } from '../example-file.ts'
import { unitStrategiesOf } from '../example-units.ts'
import { writeLinks } from '../versions/adopt-store.ts'
import { updateVersion } from '../versions/store.ts'
import { insertActuals, insertContributions, insertMeasures, insertObjectives, insertPerspectives, lockStrategy, updatePerspective, updateStrategy } from '../write-store.ts'

type Applying = { readonly tx: Tx; readonly actor: Actor; readonly record: Recorder; readonly at: string }

/**
 * Writes the strategy of an example and the contributions that its rules give to these initiatives, in place of the perspectives
 * that were there; the organisation has no objectives. Returns how many objectives it has.
 */
export async function applyStrategyFile(applying: Applying, file: unknown, initiatives: readonly InitiativeFacts[]): Promise<number> {
  invariant(Value.Check(StrategyFile, file), 'the strategy of an example has the expected form')
  const { tx, actor, record, at } = applying
  const before = await lockStrategy(tx, actor.orgId)
  invariant(before.objectives.length === 0, 'an example brings the only objectives')
  const { name, mission, vision, origin, sourceNote } = file
  await updateStrategy(tx, before.strategy.id, { name, mission, vision, origin, source_note: sourceNote })
  for (const { id } of before.perspectives) await updatePerspective(tx, id, { removed_at: at })
  await record({ room: 'strategy', kind: 'strategy', id: before.strategy.id, before: { name: before.strategy.name }, after: { name, mission, vision, origin, objectives: file.objectives.length, links: file.links?.length ?? 0 } })
  const perspectives = new Map(file.perspectives.map(({ key }) => [key, newId()]))
  const own = { org_id: actor.orgId, strategy_version_id: before.inForce.id }
  await insertPerspectives(tx, file.perspectives.map(({ key, name: called }, ord) => ({ ...own, id: idIn(perspectives, key), name: called, ord })))
  const objectives = await writeObjectives(applying, file, before.inForce.id, perspectives)
  await writeLinks(tx, actor.orgId, [], { links: (file.links ?? []).map((link) => ({ ...link, id: newId() })), objectives: [...objectives].map(([key, id]) => ({ key, id })) })
  const ruled = contributionsBy(file.contributionRules.rules, initiatives)
  await insertContributions(tx, ruled.map(({ initiativeId, objective, contribution, rationale }) => ({
    org_id: actor.orgId, id: newId(), initiative_id: initiativeId, objective_id: idIn(objectives, objective), contribution: String(contribution), rationale, origin, recorded_at: at, recorded_by: actor.name,
  })))
  await writeUnits(applying, file, before.inForce.id, perspectives, initiatives)
  return file.objectives.length
}

async function writeObjectives({ tx, actor, at }: Applying, file: StrategyFile, versionId: string, perspectives: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
  // Ids a millisecond apart keep the order of the file.
  const now = Date.parse(at)
  const ids = new Map(file.objectives.map(({ key }, index) => [key, newId(now + index)]))
  await insertObjectives(tx, file.objectives.map((one) => ({
    org_id: actor.orgId, id: idIn(ids, one.key), strategy_version_id: versionId, stable_key: one.key, perspective_id: idIn(perspectives, one.perspective), statement: one.statement, description: one.description,
    weight: String(one.weight), owner: one.owner, deadline: one.deadline, mandatory: one.mandatory, origin: file.origin, citations: one.citations,
  })))
  await writeMeasures({ tx, actor, at }, file, file.objectives.flatMap((one) => one.measures.map((measure) => ({ measure, objectiveId: idIn(ids, one.key), owner: one.owner }))))
  return ids
}

type Given = { readonly measure: StrategyFile['objectives'][number]['measures'][number]; readonly objectiveId: string; readonly owner: string | null }

async function writeMeasures({ tx, actor, at }: Omit<Applying, 'record'>, file: StrategyFile, given: readonly Given[]): Promise<void> {
  if (given.length === 0) return
  const measures = given.map((one, index) => ({ ...one, id: newId(Date.parse(at) + index) }))
  await insertMeasures(tx, measures.map(({ measure: { actuals: _, dataSource, baselineOn, dueOn, leading, ...measure }, objectiveId, owner, id }) => ({
    ...measure, org_id: actor.orgId, id, objective_id: objectiveId, owner, origin: file.origin, is_leading: leading, data_source: dataSource, baseline_on: baselineOn, due_on: dueOn,
  })))
  const actuals = measures.flatMap(({ id, measure }) => measure.actuals.map((actual) => ({ measureId: id, actual })))
  if (actuals.length > 0)
    await insertActuals(tx, actuals.map(({ measureId, actual: { on, value, state, note, source } }) => ({ org_id: actor.orgId, id: newId(), measure_id: measureId, on_date: on, value, state, note, source, recorded_at: at, recorded_by: actor.name })))
}

/** Strategies of units and functions with their measures and leave, and what an earlier strategy wanted. */
async function writeUnits({ tx, actor, at }: Applying, file: StrategyFile, versionId: string, perspectives: ReadonlyMap<string, string>, initiatives: readonly InitiativeFacts[]): Promise<void> {
  const { retired = [], unitStrategies: units } = file
  if (retired.length > 0)
    await insertObjectives(tx, retired.map(({ key, perspective, statement, description }) => ({ org_id: actor.orgId, id: newId(), strategy_version_id: versionId, stable_key: key, perspective_id: idIn(perspectives, perspective), statement, description, weight: '0', owner: null, deadline: null, mandatory: false, origin: file.origin, citations: [], removed_at: at })))
  if (units === undefined) return
  const now = Date.parse(at)
  const ids = new Map<string, string>()
  const idOf = (key: string): string => {
    const id = ids.get(key) ?? newId(now + ids.size)
    ids.set(key, id)
    return id
  }
  const { unitStrategies, waivers } = unitStrategiesOf(units, initiatives, idOf)
  await updateVersion(tx, versionId, { unit_strategies: unitStrategies, waivers })
  await writeMeasures({ tx, actor, at }, file, units.strategies.flatMap(({ objectives }) => objectives.flatMap(({ key, owner, measures }) => measures.map((measure) => ({ measure, objectiveId: idOf(key), owner })))))
}

function idIn(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key)
  invariant(id !== undefined, `the file of the strategy declares ${key}`)
  return id
}
