import { differencesBetween, type PlanDifference } from './difference.ts'
import { indexOf, readField } from './overlay.ts'
import type { FieldValue, Plan, Subject } from './plan.ts'

/** One field in which plans differ: its value in each of them, null where nothing is given or the thing is not there. */
export type ComparedField = { readonly kind: Subject; readonly id: string; readonly name: string; readonly field: string; readonly values: readonly FieldValue[] }
/** Plans side by side: what each differs in from the first, and every field in which any of them differs. */
export type PlanComparison = { readonly differences: readonly (readonly PlanDifference[])[]; readonly fields: readonly ComparedField[] }

/** Compares plans with the first of them. A thing that is not in all of them is one row, `exists`. */
export function comparePlans(plans: readonly Plan[]): PlanComparison {
  const [first, ...others] = plans
  if (!first) return { differences: [], fields: [] }
  const differences = [[], ...others.map((plan) => differencesBetween(first, plan))]
  const indexes = plans.map(indexOf)
  const seen = new Map<string, ComparedField>()
  for (const { kind, id, name, what, fields } of differences.flat())
    for (const field of what === 'changed' || kind === 'contribution' ? fields.map((one) => one.field) : ['exists']) {
      const key = `${kind} ${id} ${field}`
      if (!seen.has(key)) seen.set(key, { kind, id, name, field, values: indexes.map((index) => readField(index, { kind, id, field }) ?? null) })
    }
  return { differences, fields: [...seen.values()].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || compare(a.name, b.name) || compare(a.id, b.id) || compare(a.field, b.field)) }
}

const order: readonly Subject[] = ['initiative', 'objective', 'contribution', 'dependency', 'exclusion']
const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1)
