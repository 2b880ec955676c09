import type { DraftEdit, DraftProblem, VersionMeasure, VersionObjective, VersionUnitStrategy } from '@throughline/contract/strategy'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { isUnit } from '../store.ts'
import type { DraftContent } from './content.ts'
import { measuredObjectives } from './measures.ts'

/** What an edit may name. `idOf` gives an added objective its id: the one it had in an earlier version, else a new one. */
export type EditSetting = { readonly unitIds: ReadonlySet<string>; readonly idOf: (key: string) => string }

/** A draft with an edit applied, all of it, or everything that is wrong with the edit. Pure: what it makes of a sound draft may still be unsound, and is told apart. */
export function editContent(content: DraftContent, edit: DraftEdit, setting: EditSetting): Result<DraftContent, readonly DraftProblem[]> {
  const problems: DraftProblem[] = []
  const wrong = (code: string, ids: readonly string[], words: string): void => void problems.push({ code, ids: [...ids], words })
  const perspectives = editPerspectives(content, edit, wrong)
  const { objectives, unitStrategies } = editMeasures({ objectives: editObjectives(content, edit, { perspectiveIds: new Set(perspectives.map(({ id }) => id)), idOf: setting.idOf, wrong }), unitStrategies: editUnitStrategies(content, edit) }, edit, wrong)
  const keys = new Set(objectives.map(({ key }) => key))
  for (const { id, name } of content.perspectives) if (!perspectives.some((one) => one.id === id) && objectives.some(({ perspectiveId }) => perspectiveId === id)) wrong('perspective_in_use', [id], `${name} holds objectives. Move or retire them first.`)
  const links = editById(content.links, edit.links, edit.removeLinks).filter(({ from, to }) => edit.links?.some((one) => one.from === from && one.to === to) || (keys.has(from) && keys.has(to)))
  for (const { id, from, to } of edit.links ?? []) {
    if (from === to) wrong('link_to_itself', [id], 'A link leads from an objective to itself.')
    else if (!keys.has(from) || !keys.has(to)) wrong('objective_unknown', [keys.has(from) ? to : from], 'A link names an objective that is not in this version.')
  }
  const pairs = links.map(({ from, to }) => `${from} ${to}`)
  if (new Set(pairs).size < pairs.length) wrong('link_twice', [], 'Two links lead from one objective to the same other.')
  for (const { unitId } of [...(edit.units ?? []), ...(edit.waivers ?? []), ...(edit.unitStrategies ?? [])]) if (unitId !== null && !setting.unitIds.has(unitId)) wrong('unit_unknown', [unitId], 'No unit of the organisation has this id.')
  const units = (edit.units ?? []).reduce<DraftContent['units']>((all, one) => [...all.filter(({ unitId }) => unitId !== one.unitId), one], content.units).filter(({ unitId }) => !edit.removeUnits?.includes(unitId))
  for (const { key } of edit.contributions ?? []) if (!keys.has(key)) wrong('objective_unknown', [key], 'A contribution names an objective that is not in this version.')
  const below = unitStrategies.flatMap((one) => one.objectives.map(({ id }) => id))
  for (const id of new Set(below.filter((one, at) => below.indexOf(one) !== at))) wrong('id_taken', [id], 'Two objectives of units have the same id.')
  if (problems.length > 0) return refuse(problems)
  return ok({
    name: edit.name ?? content.name, mission: edit.mission ?? content.mission, vision: edit.vision ?? content.vision,
    perspectives, objectives, links, units, waivers: editById(content.waivers, edit.waivers, edit.removeWaivers), unitStrategies,
  })
}

type Wrong = (code: string, ids: readonly string[], words: string) => void

function editById<T extends { readonly id: string }>(all: readonly T[], set: readonly T[] = [], remove: readonly string[] = []): T[] {
  const given = new Map(set.map((one) => [one.id, one]))
  const kept = all.filter(({ id }) => !remove.includes(id)).map((one) => given.get(one.id) ?? one)
  return [...kept, ...set.filter(({ id }) => !all.some((one) => one.id === id) && !remove.includes(id))]
}

function editPerspectives({ perspectives }: DraftContent, { addPerspectives = [], setPerspectives = [], removePerspectives = [] }: DraftEdit, wrong: Wrong): DraftContent['perspectives'] {
  const last = Math.max(-1, ...perspectives.map(({ order }) => order))
  const all = [...perspectives, ...addPerspectives.map(({ id, name }, index) => ({ id, name: name.trim(), order: last + 1 + index }))]
  for (const { id } of setPerspectives) if (!all.some((one) => one.id === id)) wrong('perspective_unknown', [id], 'No perspective of this version has this id.')
  for (const { id } of addPerspectives) if (all.filter((one) => one.id === id).length > 1) wrong('id_taken', [id], 'A perspective has this id already.')
  const set = new Map(setPerspectives.map((one) => [one.id, one]))
  const changed = all.map((one) => ({ id: one.id, name: set.get(one.id)?.name?.trim() ?? one.name, order: set.get(one.id)?.order ?? one.order })).filter(({ id }) => !removePerspectives.includes(id))
  const names = changed.map(({ name }) => name.toLowerCase())
  if (new Set(names).size < names.length) wrong('name_taken', [], 'Two perspectives have the same name.')
  return changed.sort((a, b) => a.order - b.order)
}

function editObjectives({ objectives }: DraftContent, { addObjectives = [], setObjectives = [], retireObjectives = [], weights = [] }: DraftEdit, { perspectiveIds, idOf, wrong }: { readonly perspectiveIds: ReadonlySet<string>; readonly idOf: (key: string) => string; readonly wrong: Wrong }): VersionObjective[] {
  const known = new Set(objectives.map(({ key }) => key))
  const added = addObjectives.map(({ key, perspectiveId, statement, weight, ...rest }): VersionObjective => {
    if (known.has(key)) wrong('key_taken', [key], 'An objective of this version has this key already.')
    known.add(key)
    return { description: '', owner: null, deadline: null, mandatory: false, parentKey: null, citations: [], ...rest, key, id: idOf(key), perspectiveId, statement: statement.trim(), weight, origin: 'entered', measures: [] }
  })
  for (const key of [...setObjectives.map((one) => one.key), ...retireObjectives, ...weights.map((one) => one.key)]) if (!known.has(key)) wrong('objective_unknown', [key], 'No objective of this version has this key.')
  const set = new Map(setObjectives.map((one) => [one.key, one]))
  const weight = new Map(weights.map((one) => [one.key, one.weight]))
  return [...objectives, ...added].filter(({ key }) => !retireObjectives.includes(key)).map((one) => {
    const { statement, ...change } = set.get(one.key) ?? { key: one.key }
    const changed = { ...one, ...change, ...(statement === undefined ? {} : { statement: statement.trim(), origin: 'entered' as const }), weight: weight.get(one.key) ?? one.weight }
    if (!perspectiveIds.has(changed.perspectiveId)) wrong('perspective_unknown', [changed.perspectiveId], `“${changed.statement}” stands under a perspective that is not in this version.`)
    return changed
  })
}

/** Strategies of units as the edit gives them. What their objectives are measured by stays where it says nothing of it, also of an objective that moves to another strategy. */
function editUnitStrategies({ unitStrategies }: DraftContent, edit: DraftEdit): VersionUnitStrategy[] {
  const kept = new Map(unitStrategies.flatMap((one) => one.objectives.map(({ id, measures }) => [id, measures] as const)))
  const given = edit.unitStrategies?.map((one) => ({ ...one, objectives: one.objectives.map((objective) => ({ ...objective, measures: objective.measures ?? kept.get(objective.id) ?? [] })) }))
  return editById(unitStrategies, given, edit.removeUnitStrategies)
}

type Measured = Pick<DraftContent, 'objectives' | 'unitStrategies'>

/** Adds, changes and takes away measures, of objectives of the organisation and of units alike. */
function editMeasures(content: Measured, { addMeasures = [], setMeasures = [], removeMeasures = [] }: DraftEdit, wrong: Wrong): Measured {
  const objectives = measuredObjectives(content)
  const all: { key: string; measure: VersionMeasure }[] = objectives.flatMap(({ key, measures }) => measures.map((measure) => ({ key, measure })))
  const noTarget = { baseline: null, baselineOn: null, target: null, dueOn: null, tolerance: null }
  for (const { key, definition = '', target = noTarget, band = null, ...rest } of addMeasures) all.push({ key, measure: { ...rest, definition, target, band } })
  for (const id of new Set(all.map(({ measure }) => measure.id).filter((one, at, ids) => ids.indexOf(one) !== at))) wrong('id_taken', [id], 'A measure has this id already.')
  for (const { measure: { id, name, unit } } of all) if (!isUnit(unit)) wrong('unit_unknown', [id], `${name} is given in ${unit}, which is no unit of the registry.`)
  for (const id of [...setMeasures.map((one) => one.id), ...removeMeasures]) if (!all.some(({ measure }) => measure.id === id)) wrong('measure_unknown', [id], 'No measure of this version has this id.')
  const set = new Map(setMeasures.map((one) => [one.id, one]))
  const placed = all.filter(({ measure }) => !removeMeasures.includes(measure.id)).map(({ key, measure }) => {
    const { key: moved, ...change } = set.get(measure.id) ?? { id: measure.id }
    const changed = { ...measure, ...change }
    return { key: moved ?? key, measure: { ...changed, name: changed.name.trim() } }
  })
  const keys = new Set(objectives.map(({ key }) => key))
  for (const { key, measure } of placed) if (!keys.has(key)) wrong('objective_unknown', [key], `The measure ${measure.name} names an objective that is not in this version.`)
  const byKey = Map.groupBy(placed, ({ key }) => key)
  const measuresOf = (key: string): VersionMeasure[] => (byKey.get(key) ?? []).map(({ measure }) => measure)
  return {
    objectives: content.objectives.map((one) => ({ ...one, measures: measuresOf(one.key) })),
    unitStrategies: content.unitStrategies.map((one) => ({ ...one, objectives: one.objectives.map((objective) => ({ ...objective, measures: measuresOf(objective.id) })) })),
  }
}
