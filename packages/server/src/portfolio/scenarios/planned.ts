import { customFieldId, endsOf, yearOfField, type FieldValue, type PlanChange } from '@throughline/engine/portfolio'
import { newId } from '../../database/index.ts'
import type { PlannedInitiative, PlannedTies } from '../../demand/index.ts'
import type { PlannedStrategy } from '../../strategy/index.ts'
import type { DatedPlan } from './plan.ts'

const ofKind = (changes: readonly PlanChange[], kind: PlanChange['kind']): ReadonlyMap<string, readonly PlanChange[]> => Map.groupBy(changes.filter((change) => change.kind === kind), ({ id }) => id)
const setTo = (changes: readonly PlanChange[], field: string): FieldValue | undefined => changes.find((change) => change.field === field)?.value

/** The changes of a scenario as the demand room writes them. */
export function plannedInitiatives(changes: readonly PlanChange[]): readonly PlannedInitiative[] {
  return [...ofKind(changes, 'initiative')].map(([id, own]): PlannedInitiative => {
    const exists = setTo(own, 'exists')
    const plain = own.filter(({ field }) => field !== 'exists' && customFieldId(field) === undefined && yearOfField(field) === undefined)
    const custom = own.flatMap(({ field, value }) => {
      const fieldId = customFieldId(field)
      return fieldId === undefined ? [] : [[fieldId, typeof value === 'string' ? value : null] as const]
    })
    const years = own.flatMap(({ field, value }) => {
      const named = yearOfField(field)
      return named ? [{ ...named, minor: typeof value === 'string' ? value : null }] : []
    })
    // The fields were checked against their forms when they were set.
    const given = Object.fromEntries(plain.map(({ field, value }) => [field, field === 'description' ? (value ?? '') : value])) as PlannedInitiative['given']
    return { id, what: exists === true ? 'added' : exists === false ? 'removed' : 'changed', given, custom: Object.fromEntries(custom), years }
  })
}

/** Ties as the demand room writes them; those of what is removed go with it. */
export function plannedTies(changes: readonly PlanChange[], before: DatedPlan): PlannedTies {
  const dependencies = changes.filter(({ kind }) => kind === 'dependency').flatMap(({ id, value }): PlannedTies['dependencies'] => {
    const [fromId, toId] = endsOf(id)
    const standing = before.ties.dependencies.find((one) => one.fromId === fromId && one.toId === toId)
    if (value === true) return standing ? [] : [{ id: newId(), fromId, toId, what: 'added' }]
    return standing ? [{ id: standing.id, fromId, toId, what: 'removed' }] : []
  })
  const exclusions = [...ofKind(changes, 'exclusion')].flatMap(([id, own]): PlannedTies['exclusions'] => {
    const standing = before.ties.exclusions.find((one) => one.id === id)
    const gone = standing ? [{ id, name: standing.name, initiativeIds: standing.initiativeIds, what: 'removed' as const }] : []
    if (setTo(own, 'exists') === false) return gone
    const [name, members] = [setTo(own, 'name') ?? standing?.name, setTo(own, 'initiativeIds') ?? standing?.initiativeIds]
    return [...gone, { id: standing ? newId() : id, name: String(name ?? ''), initiativeIds: Array.isArray(members) ? (members as readonly string[]) : [], what: 'added' }]
  })
  return { dependencies, exclusions }
}

/** Objectives and links as the strategy room writes them. */
export function plannedStrategy(changes: readonly PlanChange[]): PlannedStrategy {
  const objectives = [...ofKind(changes, 'objective')].map(([id, own]) => ({ id, ...(Object.fromEntries(own.map(({ field, value }) => [field, value])) as Omit<PlannedStrategy['objectives'][number], 'id'>) }))
  const contributions = changes.filter(({ kind }) => kind === 'contribution').map(({ id, value }) => ({ initiativeId: endsOf(id)[0], objectiveId: endsOf(id)[1], contribution: typeof value === 'number' ? value : null }))
  return { objectives, contributions }
}
