import type { InitiativeFacts } from '../../demand/index.ts'
import { addMoney, explainTotal, known, money, subtractMoney, type Explained, type Metric, type Money } from '../../kernel/index.ts'
import { objectiveFields } from './fields.ts'
import { amountIn } from './figures.ts'
import { fieldsOfInitiative, indexOf, readField, type PlanIndex } from './overlay.ts'
import { endsOf, isFunded, sameValue, type FieldValue, type Plan, type Subject } from './plan.ts'

export type FieldDifference = { readonly field: string; readonly from: FieldValue; readonly to: FieldValue }

/** One thing that differs between two plans. `cost` and `benefits` say by how much it moves the totals of funded work. */
export type PlanDifference = {
  readonly kind: Subject
  readonly id: string
  /** What a person calls it, for a tie or a contribution the names of both ends. */
  readonly name: string
  readonly what: 'added' | 'removed' | 'changed'
  readonly fields: readonly FieldDifference[]
  readonly cost: Money
  readonly benefits: Money
}

/** Everything in which `to` differs from `from`, initiatives first, the largest effect on cost first. */
export function differencesBetween(from: Plan, to: Plan): readonly PlanDifference[] {
  const [before, after] = [indexOf(from), indexOf(to)]
  const zero = money(0n, to.currency)
  return [...initiativeDifferences(before, after, zero).sort(byEffect), ...objectiveDifferences(before, after, zero), ...linkDifferences(before, after, zero)]
}

/** By how much a total moves from one plan to the other, explained by what moves it; the parts sum exactly to the change. */
export function explainChange(term: string, differences: readonly PlanDifference[], field: 'cost' | 'benefits', zero: Money): Explained<Money> {
  const parts = differences.filter((one) => one[field].minor !== 0n).map((one) => ({ term: one.name, amount: known(one[field]) }))
  return explainTotal(term, parts, zero, { formula: 'scenario-difference' })
}

const part = (facts: InitiativeFacts | undefined, field: 'cost' | 'benefits', zero: Money): Money => {
  const metric: Metric<Money> = facts && isFunded(facts) ? amountIn(facts, field, zero) : known(zero)
  return metric.status === 'ok' ? metric.value : zero
}

function initiativeDifferences(before: PlanIndex, after: PlanIndex, zero: Money): PlanDifference[] {
  return union(before.initiatives, after.initiatives).flatMap((id) => {
    const [was, is] = [before.initiatives.get(id), after.initiatives.get(id)]
    const fields = fieldsOfInitiative(id, before, after).flatMap((field) => different(field, readField(before, { kind: 'initiative', id, field }) ?? null, readField(after, { kind: 'initiative', id, field }) ?? null))
    const facts = is ?? was
    const moves = (field: 'cost' | 'benefits'): Money => subtractMoney(part(is, field, zero), part(was, field, zero))
    const one: PlanDifference = { kind: 'initiative', id, name: facts?.name ?? '', what: whatOf(was, is), fields, cost: moves('cost'), benefits: moves('benefits') }
    return fields.length > 0 || one.what !== 'changed' ? [one] : []
  })
}

function objectiveDifferences(before: PlanIndex, after: PlanIndex, zero: Money): readonly PlanDifference[] {
  return union(before.objectives, after.objectives).flatMap((id) => {
    const [was, is] = [before.objectives.get(id), after.objectives.get(id)]
    const fields = Object.entries(objectiveFields).flatMap(([field, { read }]) => different(field, was ? read(was) : null, is ? read(is) : null))
    return fields.length > 0 ? [{ kind: 'objective', id, name: is?.statement ?? was?.statement ?? '', what: whatOf(was, is), fields, cost: zero, benefits: zero } as const] : []
  })
}

function linkDifferences(before: PlanIndex, after: PlanIndex, zero: Money): readonly PlanDifference[] {
  const nameOf = (id: string): string => after.initiatives.get(id)?.name ?? before.initiatives.get(id)?.name ?? after.objectives.get(id)?.statement ?? before.objectives.get(id)?.statement ?? ''
  const still = { cost: zero, benefits: zero }
  const contributions = union(before.contributions, after.contributions).flatMap((id): PlanDifference[] => {
    const [was, is] = [before.contributions.get(id), after.contributions.get(id)]
    const fields = different('contribution', was?.contribution ?? null, is?.contribution ?? null)
    return fields.length > 0 ? [{ kind: 'contribution', id, name: endsOf(id).map(nameOf).join(' → '), what: whatOf(was, is), fields, ...still }] : []
  })
  const dependencies = union(before.dependencies, after.dependencies).flatMap((id): PlanDifference[] => {
    const [was, is] = [before.dependencies.has(id), after.dependencies.has(id)]
    return was === is ? [] : [{ kind: 'dependency', id, name: endsOf(id).map(nameOf).join(' needs '), what: is ? 'added' : 'removed', fields: different('exists', was, is), ...still }]
  })
  const exclusions = union(before.exclusions, after.exclusions).flatMap((id): PlanDifference[] => {
    const [was, is] = [before.exclusions.get(id), after.exclusions.get(id)]
    const fields = exclusionFields.flatMap((field) => different(field, readField(before, { kind: 'exclusion', id, field }) ?? null, readField(after, { kind: 'exclusion', id, field }) ?? null))
    return fields.length > 0 ? [{ kind: 'exclusion', id, name: is?.name ?? was?.name ?? '', what: whatOf(was, is), fields, ...still }] : []
  })
  return [...contributions, ...dependencies, ...exclusions]
}
const exclusionFields = ['name', 'initiativeIds'] as const

const union = (a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): readonly string[] => [...new Set([...a.keys(), ...b.keys()])].sort()
const whatOf = (was: unknown, is: unknown): PlanDifference['what'] => (was === undefined ? 'added' : is === undefined ? 'removed' : 'changed')
const different = (field: string, from: FieldValue, to: FieldValue): readonly FieldDifference[] => (sameValue(from, to) ? [] : [{ field, from, to }])

const size = ({ cost }: PlanDifference): bigint => (cost.minor < 0n ? -cost.minor : cost.minor)
const byEffect = (a: PlanDifference, b: PlanDifference): number => (size(a) === size(b) ? (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1) : size(a) > size(b) ? -1 : 1)

/** The whole change of a total: what the differences come to. */
export const changeIn = (differences: readonly PlanDifference[], field: 'cost' | 'benefits', zero: Money): Money => differences.reduce((sum, one) => addMoney(sum, one[field]), zero)
