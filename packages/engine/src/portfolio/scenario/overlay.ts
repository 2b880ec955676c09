import type { DependencyFacts, ExclusionFacts, FieldSource, InitiativeFacts } from '../../demand/index.ts'
import type { ContributionFacts, ObjectiveFacts } from '../../strategy/index.ts'
import { blankInitiative, initiativeField, initiativeFields, objectiveField, writeInitiative } from './fields.ts'
import { customFieldId, endsOf, pairId, type PlanChange, type FieldRef, type FieldValue, type Plan, type Subject } from './plan.ts'
import { overYears, readYear, yearFieldsOf, yearOfField } from './years.ts'

/** A plan by id, for reading single fields. */
export type PlanIndex = Pick<Plan, 'custom' | 'givenYears' | 'descriptions'> & {
  readonly initiatives: ReadonlyMap<string, InitiativeFacts>
  readonly objectives: ReadonlyMap<string, ObjectiveFacts>
  readonly contributions: ReadonlyMap<string, ContributionFacts>
  readonly dependencies: ReadonlyMap<string, DependencyFacts>
  readonly exclusions: ReadonlyMap<string, ExclusionFacts>
}

export function indexOf({ initiatives, objectives, contributions, ties, custom, givenYears, descriptions }: Plan): PlanIndex {
  return {
    initiatives: new Map(initiatives.map((one) => [one.id, one])),
    objectives: new Map(objectives.map((one) => [one.id, one])),
    contributions: new Map(contributions.map((one) => [pairId(one.initiativeId, one.objectiveId), one])),
    dependencies: new Map(ties.dependencies.map((one) => [pairId(one.fromId, one.toId), one])),
    exclusions: new Map(ties.exclusions.map((one) => [one.id, one])),
    custom, givenYears, descriptions,
  }
}

/** Content of a field in a plan; undefined where the thing itself is not in the plan. Whether something exists is always known. */
export function readField(plan: PlanIndex, { kind, id, field }: FieldRef): FieldValue | undefined {
  switch (kind) {
    case 'initiative': {
      const facts = plan.initiatives.get(id)
      if (field === 'exists') return facts !== undefined
      return facts && readOfInitiative(plan, facts, field)
    }
    case 'objective': {
      const facts = plan.objectives.get(id)
      return facts && objectiveField(field)?.read(facts)
    }
    case 'contribution': {
      const [initiativeId, objectiveId] = endsOf(id)
      return plan.initiatives.has(initiativeId) && plan.objectives.has(objectiveId) ? (plan.contributions.get(id)?.contribution ?? null) : undefined
    }
    case 'dependency':
      return endsOf(id).every((end) => plan.initiatives.has(end)) ? plan.dependencies.has(id) : undefined
    case 'exclusion':
      return readExclusion(plan.exclusions.get(id), field)
  }
}

function readOfInitiative({ custom, givenYears, descriptions }: PlanIndex, facts: InitiativeFacts, field: string): FieldValue | undefined {
  const [own, year] = [customFieldId(field), yearOfField(field)]
  if (own !== undefined) return custom.get(facts.id)?.[own] ?? null
  if (year) return readYear(givenYears.get(facts.id), year.kind, year.year)
  return field === 'description' ? (descriptions.get(facts.id) ?? null) : initiativeField(field)?.read(facts)
}

/** Every field in which an initiative may differ between two plans: ours, its years, its description and the organisation's own. */
export function fieldsOfInitiative(id: string, ...plans: readonly PlanIndex[]): readonly string[] {
  const more = plans.flatMap(({ custom, givenYears }) => [...yearFieldsOf(givenYears.get(id)), ...Object.keys(custom.get(id) ?? {}).map((own) => `custom:${own}`)])
  return [...Object.keys(initiativeFields), 'description', ...new Set(more.sort())]
}

function readExclusion(facts: ExclusionFacts | undefined, field: string): FieldValue | undefined {
  if (field === 'exists') return facts !== undefined
  return field === 'name' ? facts?.name : facts?.initiativeIds
}

/**
 * The plan with the changes of a scenario. Pure, and the order of the changes changes nothing: each sets one field.
 * What is removed takes its contributions and ties with it.
 */
export function applyOverlay(plan: Plan, changes: readonly PlanChange[], source?: FieldSource): Plan {
  if (changes.length === 0) return plan
  const of = (kind: Subject): ReadonlyMap<string, readonly PlanChange[]> => Map.groupBy(changes.filter((change) => change.kind === kind), ({ id }) => id)
  const initiatives = overInitiatives(plan, of('initiative'), source)
  const present = new Set(initiatives.map(({ id }) => id))
  const changed = of('objective')
  const objectives = plan.objectives.map((facts) => (changed.get(facts.id) ?? []).reduce((before, { field, value }) => ({ ...before, ...objectiveField(field)?.write(value) }), facts))
  return {
    ...plan,
    initiatives,
    objectives,
    custom: overCustom(plan, changes),
    givenYears: overYears(plan, changes, source),
    descriptions: overDescriptions(plan, changes),
    contributions: overContributions(plan, of('contribution'), present),
    ties: { dependencies: overDependencies(plan, of('dependency'), present), exclusions: overExclusions(plan, of('exclusion'), present) },
  }
}

type ById = ReadonlyMap<string, readonly PlanChange[]>
const setsTo = (changes: readonly PlanChange[], field: string): FieldValue | undefined => changes.find((change) => change.field === field)?.value

function overInitiatives(plan: Plan, changed: ById, source: FieldSource | undefined): readonly InitiativeFacts[] {
  const known = new Set(plan.initiatives.map(({ id }) => id))
  const added = [...changed].filter(([id, changes]) => !known.has(id) && setsTo(changes, 'exists') === true).map(([id]) => blankInitiative(id))
  return [...plan.initiatives, ...added.sort((a, b) => (a.id < b.id ? -1 : 1))].flatMap((facts) => {
    const changes = changed.get(facts.id) ?? []
    if (setsTo(changes, 'exists') === false) return []
    return [changes.reduce((before, { field, value }) => writeInitiative(before, field, value, plan, source), facts)]
  })
}

function overCustom({ custom }: Plan, changes: readonly PlanChange[]): Plan['custom'] {
  const set = changes.filter(({ kind, field }) => kind === 'initiative' && customFieldId(field) !== undefined)
  if (set.length === 0) return custom
  const after = new Map(custom)
  for (const { id, field, value } of set) {
    const { [customFieldId(field) ?? '']: _, ...others } = after.get(id) ?? {}
    after.set(id, typeof value === 'string' ? { ...others, [customFieldId(field) ?? '']: value } : others)
  }
  return after
}

function overDescriptions({ descriptions }: Plan, changes: readonly PlanChange[]): Plan['descriptions'] {
  const set = changes.filter(({ kind, field }) => kind === 'initiative' && field === 'description')
  if (set.length === 0) return descriptions
  const after = new Map(descriptions)
  for (const { id, value } of set) {
    if (typeof value === 'string') after.set(id, value)
    else after.delete(id)
  }
  return after
}

function overContributions(plan: Plan, changed: ById, present: ReadonlySet<string>): readonly ContributionFacts[] {
  const before = new Map(plan.contributions.map((link) => [pairId(link.initiativeId, link.objectiveId), link]))
  const kept = plan.contributions.filter((link) => !changed.has(pairId(link.initiativeId, link.objectiveId)))
  const set = [...changed].flatMap(([id, changes]) => {
    const value = setsTo(changes, 'contribution')
    const [initiativeId, objectiveId] = endsOf(id)
    return typeof value === 'number' ? [{ initiativeId, objectiveId, rationale: before.get(id)?.rationale ?? '', origin: 'entered' as const, contribution: value }] : []
  })
  return [...kept, ...set.sort(byPair)].filter(({ initiativeId }) => present.has(initiativeId))
}
const byPair = (a: ContributionFacts, b: ContributionFacts): number => (pairId(a.initiativeId, a.objectiveId) < pairId(b.initiativeId, b.objectiveId) ? -1 : 1)

function overDependencies(plan: Plan, changed: ById, present: ReadonlySet<string>): readonly DependencyFacts[] {
  const kept = plan.ties.dependencies.filter(({ fromId, toId }) => setsTo(changed.get(pairId(fromId, toId)) ?? [], 'exists') !== false)
  const known = new Set(kept.map(({ fromId, toId }) => pairId(fromId, toId)))
  const added = [...changed].filter(([id, changes]) => !known.has(id) && setsTo(changes, 'exists') === true).map(([id]) => ({ id, fromId: endsOf(id)[0], toId: endsOf(id)[1], reason: '' }))
  return [...kept, ...added.sort((a, b) => (a.id < b.id ? -1 : 1))].filter(({ fromId, toId }) => present.has(fromId) && present.has(toId))
}

function overExclusions(plan: Plan, changed: ById, present: ReadonlySet<string>): readonly ExclusionFacts[] {
  const known = new Set(plan.ties.exclusions.map(({ id }) => id))
  const added = [...changed].filter(([id, changes]) => !known.has(id) && setsTo(changes, 'exists') === true).map(([id]) => ({ id, name: '', reason: '', initiativeIds: [] }))
  return [...plan.ties.exclusions, ...added.sort((a, b) => (a.id < b.id ? -1 : 1))].flatMap((facts) => {
    const changes = changed.get(facts.id) ?? []
    if (setsTo(changes, 'exists') === false) return []
    const ids = setsTo(changes, 'initiativeIds')
    const members = Array.isArray(ids) ? (ids as readonly string[]) : facts.initiativeIds
    const name = setsTo(changes, 'name')
    return [{ ...facts, name: typeof name === 'string' ? name : facts.name, initiativeIds: members.filter((id) => present.has(id)) }]
  })
}
