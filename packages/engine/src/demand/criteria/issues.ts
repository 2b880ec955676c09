import type { CriteriaContent, Criterion, FieldFacts, Gate, Hurdle, Scale } from './facts.ts'
import { sameName } from './value.ts'

/** What a model may not say: where, what was found, what was expected. */
export type CriteriaIssue = { readonly where: string; readonly found: string; readonly expected: string }

/** Criteria that people can weigh against each other. */
export const mostCriteria = 15

/** What is around a model: the fields and measures of the organisation, and the keys of objectives. */
export type CriteriaAround = { readonly fields: readonly FieldFacts[]; readonly measureIds: ReadonlySet<string>; readonly objectiveKeys: ReadonlySet<string> }

/** Everything that is wrong with what a model says; a model without an issue can be kept, and read. */
export function criteriaIssues({ criteria, gates }: CriteriaContent, around: CriteriaAround): readonly CriteriaIssue[] {
  const many = criteria.length > mostCriteria ? [{ where: 'criteria', found: String(criteria.length), expected: `at most ${mostCriteria}` }] : []
  return [...many, ...twice('criteria', criteria), ...criteria.flatMap((one) => [...scaleIssues(one), ...sourceIssues(one, around)]), ...twice('gates', gates), ...gates.flatMap((gate) => gateIssues(gate, criteria))]
}

function twice(where: string, things: readonly { readonly id: string; readonly name: string }[]): readonly CriteriaIssue[] {
  const again = things.find(({ name, id }, at) => things.findIndex((one) => sameName(one.name, name) || one.id === id) !== at)
  return again ? [{ where, found: `${again.name} twice`, expected: 'each name once' }] : []
}

function scaleIssues({ name, scale }: Criterion): readonly CriteriaIssue[] {
  const values = scale.kind === 'points' ? scale.points.map(({ value }) => value) : scale.levels.map(({ value }) => value)
  const where = `${name}, scale`
  if (values.length < 2) return [{ where, found: `${values.length} of them`, expected: scale.kind === 'points' ? 'two points or more' : 'two levels or more' }]
  if (Math.min(...values) !== 0 || Math.max(...values) !== 100) return [{ where, found: `values from ${Math.min(...values)} to ${Math.max(...values)}`, expected: 'values from 0 (worst) to 100 (best), both of them given' }]
  return scale.kind === 'points' ? pointIssues(where, scale) : twice(where, scale.levels.map((level) => ({ id: level.name, name: level.name })))
}

function pointIssues(where: string, { points }: Extract<Scale, { kind: 'points' }>): readonly CriteriaIssue[] {
  const steps = points.slice(1).map((point, at) => ({ along: point.at - (points[at]?.at ?? 0), up: point.value - (points[at]?.value ?? 0) }))
  if (steps.some(({ along }) => !(along > 0))) return [{ where, found: points.map(({ at }) => at).join(', '), expected: 'numbers that rise' }]
  const turns = steps.some(({ up }) => up > 0) && steps.some(({ up }) => up < 0)
  return turns ? [{ where, found: points.map(({ value }) => value).join(', '), expected: 'values that only rise or only fall' }] : []
}

function sourceIssues({ name, source, scale, objectiveKeys }: Criterion, around: CriteriaAround): readonly CriteriaIssue[] {
  const strange = objectiveKeys.find((key) => !around.objectiveKeys.has(key))
  const objectives = strange === undefined ? [] : [{ where: `${name}, objectives`, found: strange, expected: 'objectives of the strategy in force' }]
  const where = `${name}, source`
  if (source.kind === 'figure') return [...objectives, ...(scale.kind === 'points' ? [] : [{ where, found: 'levels for a figure', expected: 'points' }])]
  if (source.kind === 'judged') return [...objectives, ...(source.measureId === null || around.measureIds.has(source.measureId) ? [] : [{ where, found: source.measureId, expected: 'a measure of the strategy in force' }])]
  return [...objectives, ...fieldIssues(where, source.fieldId, scale, around.fields)]
}

function fieldIssues(where: string, fieldId: string, scale: Scale, fields: readonly FieldFacts[]): readonly CriteriaIssue[] {
  const field = fields.find(({ id }) => id === fieldId)
  if (!field) return [{ where, found: fieldId, expected: 'a field of the organisation' }]
  if (field.kind === 'number' || field.kind === 'money') return scale.kind === 'points' ? [] : [{ where, found: `levels for ${field.name}`, expected: 'points' }]
  const names = levelsOf(field)
  if (!names) return [{ where, found: `${field.name} (${field.kind})`, expected: 'a field of numbers, amounts, choices or yes and no' }]
  if (scale.kind !== 'levels') return [{ where, found: `points for ${field.name}`, expected: 'levels' }]
  const unsaid = names.filter((choice) => !scale.levels.some((level) => sameName(level.name, choice)))
  const strange = scale.levels.find((level) => !names.some((choice) => sameName(level.name, choice)))
  if (strange) return [{ where, found: strange.name, expected: `one of ${names.join(', ')}` }]
  return unsaid.length === 0 ? [] : [{ where, found: `no value for ${unsaid.join(', ')}`, expected: 'a value for each choice' }]
}

/** The levels that a field has of itself; undefined where it is not a field of choices. */
const levelsOf = ({ kind, choices }: FieldFacts): readonly string[] | undefined => (kind === 'yes_no' ? ['yes', 'no'] : kind === 'choice' ? choices : undefined)

function gateIssues({ name, hurdles, leastScore }: Gate, criteria: readonly Criterion[]): readonly CriteriaIssue[] {
  if (hurdles.length === 0 && leastScore === null) return [{ where: `${name}, gate`, found: 'nothing', expected: 'a hurdle or a least score' }]
  return hurdles.flatMap((hurdle) => hurdleIssues(`${name}, hurdle`, hurdle, criteria.find(({ id }) => id === hurdle.criterionId)))
}

function hurdleIssues(where: string, { criterionId, least, most, levels }: Hurdle, criterion: Criterion | undefined): readonly CriteriaIssue[] {
  if (!criterion) return [{ where, found: criterionId, expected: 'a criterion of this model' }]
  const { scale } = criterion
  if (scale.kind === 'levels') {
    const strange = levels.find((level) => !scale.levels.some(({ name }) => sameName(name, level)))
    return levels.length === 0 || strange !== undefined || least !== null || most !== null ? [{ where, found: strange ?? (levels.length === 0 ? 'no level' : 'bounds'), expected: `some of ${scale.levels.map(({ name }) => name).join(', ')}` }] : []
  }
  if (levels.length > 0 || (least === null && most === null)) return [{ where, found: levels.length > 0 ? 'levels' : 'no bound', expected: `a least or a most of ${criterion.name}` }]
  return least !== null && most !== null && least > most ? [{ where, found: `${least} to ${most}`, expected: 'a least that is not above the most' }] : []
}
