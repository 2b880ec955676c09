import { cycleClosedBy, type InitiativeFacts } from '../../demand/index.ts'
import { sumToOne, weightSum } from '../../strategy/index.ts'
import type { PlanChange, Plan } from './plan.ts'

/** Something that keeps a scenario from becoming the plan, with the things it is about. */
export type PlanProblem = {
  readonly code: 'end_before_start' | 'unit_unknown' | 'name_blank' | 'key_taken' | 'dependency_cycle' | 'weights_not_one' | 'statement_taken' | 'exclusion_small'
  readonly ids: readonly string[]
  readonly found: string
  readonly expected: string
}

/** Every problem of a plan that the changes are answerable for, all at once; what was odd before and was not touched is left alone. */
export function planProblems(plan: Plan, changes: readonly PlanChange[]): readonly PlanProblem[] {
  const touched = new Set(changes.filter(({ kind }) => kind === 'initiative').map(({ id }) => id))
  const initiatives = plan.initiatives.filter(({ id }) => touched.has(id))
  return [...initiatives.flatMap((facts) => problemsOf(facts, plan)), ...keysTaken(plan, touched), ...objectiveProblems(plan, changes), ...tieProblems(plan, changes)]
}

function problemsOf({ id, name, startOn, endOn, unitId }: InitiativeFacts, { unitNames }: Plan): readonly PlanProblem[] {
  return [
    ...(name.trim() === '' ? [{ code: 'name_blank', ids: [id], found: 'no name', expected: 'a name' } as const] : []),
    ...(startOn !== null && endOn !== null && endOn < startOn ? [{ code: 'end_before_start', ids: [id], found: `an end on ${endOn}`, expected: `an end on or after the start, ${startOn}` } as const] : []),
    ...(unitId !== null && !unitNames.has(unitId) ? [{ code: 'unit_unknown', ids: [id], found: `department ${unitId}`, expected: 'a department of the organisation' } as const] : []),
  ]
}

function keysTaken({ initiatives }: Plan, touched: ReadonlySet<string>): readonly PlanProblem[] {
  const byKey = Map.groupBy(initiatives.filter(({ key }) => key !== ''), ({ key }) => key.toLowerCase())
  return [...byKey.values()].flatMap((same) => (same.length > 1 && same.some(({ id }) => touched.has(id)) ? [{ code: 'key_taken', ids: same.map(({ id }) => id), found: `the key ${same[0]?.key ?? ''} ${same.length} times`, expected: 'each key once' } as const] : []))
}

function objectiveProblems({ objectives }: Plan, changes: readonly PlanChange[]): readonly PlanProblem[] {
  const set = (field: string): boolean => changes.some((change) => change.kind === 'objective' && change.field === field)
  const weights = objectives.map(({ weight }) => weight)
  const same = [...Map.groupBy(objectives, ({ statement }) => statement.trim().toLowerCase()).values()].filter(({ length }) => length > 1)
  return [
    ...(set('weight') && !sumToOne(weights) ? [{ code: 'weights_not_one', ids: objectives.map(({ id }) => id), found: `weights that sum to ${(weightSum(weights) * 100).toFixed(1)} %`, expected: '100 %' } as const] : []),
    ...(set('statement') ? same.map((group) => ({ code: 'statement_taken', ids: group.map(({ id }) => id), found: `the objective “${group[0]?.statement ?? ''}” ${group.length} times`, expected: 'each objective once' }) as const) : []),
  ]
}

function tieProblems({ initiatives, ties }: Plan, changes: readonly PlanChange[]): readonly PlanProblem[] {
  const added = new Set(changes.filter(({ kind, value }) => kind === 'dependency' && value === true).map(({ id }) => id))
  const names = new Map(initiatives.map(({ id, name }) => [id, name]))
  const [mine, theirs] = [ties.dependencies.filter(({ fromId, toId }) => added.has(`${fromId}>${toId}`)), ties.dependencies.filter(({ fromId, toId }) => !added.has(`${fromId}>${toId}`))]
  const standing = theirs.map(({ fromId, toId }) => ({ fromId, toId }))
  const cycles: PlanProblem[] = []
  for (const { fromId, toId } of [...mine].sort((a, b) => (a.fromId + a.toId < b.fromId + b.toId ? -1 : 1))) {
    const cycle = cycleClosedBy(standing, fromId, toId)
    if (cycle) cycles.push({ code: 'dependency_cycle', ids: cycle, found: cycle.map((id) => names.get(id) ?? id).join(' needs '), expected: 'no circle' })
    else standing.push({ fromId, toId })
  }
  const groups = new Set(changes.filter(({ kind }) => kind === 'exclusion').map(({ id }) => id))
  const small = ties.exclusions.filter(({ id, name, initiativeIds }) => groups.has(id) && (initiativeIds.length < 2 || name.trim() === ''))
  return [...cycles, ...small.map(({ id, name, initiativeIds }) => ({ code: 'exclusion_small', ids: [id], found: `an exclusion “${name}” of ${initiativeIds.length}`, expected: 'a name and two initiatives or more' }) as const)]
}
