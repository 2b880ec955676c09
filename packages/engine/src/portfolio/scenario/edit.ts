import { indexOf, readField, type PlanIndex } from './overlay.ts'
import { endsOf, refKey, sameValue, type FieldRef, type FieldValue, type Plan, type PlanChange } from './plan.ts'
import { readFieldValue, type CustomForms } from './values.ts'

/** Changes of a scenario that are asked for together. What is added has an id of its own already. */
export type OverlayEdit = {
  readonly set: readonly (FieldRef & { readonly value: FieldValue })[]
  readonly add: readonly { readonly kind: 'initiative' | 'exclusion'; readonly id: string; readonly fields: Readonly<Record<string, FieldValue>> }[]
  readonly reset: readonly FieldRef[]
}
/** A change that cannot be kept: which, what was found, what was expected. */
export type EditIssue = FieldRef & { readonly found: FieldValue; readonly expected: string }

/**
 * The changes of a scenario after an edit, each against the plan it is based on. What is set to what it was is no change.
 * All that cannot be kept is listed; the caller keeps all or nothing.
 */
export function editOverlay(basis: Plan, before: readonly PlanChange[], { set, add, reset }: OverlayEdit, forms: CustomForms): { readonly changes: readonly PlanChange[]; readonly issues: readonly EditIssue[] } {
  const plan = indexOf(basis)
  const kept = new Map(before.map((change) => [refKey(change), change]))
  for (const ref of reset) takeBack(kept, ref)
  const wanted = [...add.flatMap(fieldsOfAdded), ...set]
  const issues: EditIssue[] = []
  for (const one of wanted) if (one.kind === 'initiative' && one.field === 'exists' && one.value === true) put(kept, plan, one)
  for (const { value, ...ref } of wanted) {
    const known = isKnown(plan, kept, ref)
    const read = readFieldValue(ref, value, forms)
    if (!known) issues.push({ ...ref, found: ref.id, expected: expectedThing[ref.kind] })
    else if (!read.ok) issues.push({ ...ref, found: value, expected: read.refusal })
    else put(kept, plan, { ...ref, value: read.value })
  }
  return { changes: [...kept.values()], issues }
}

function fieldsOfAdded({ kind, id, fields }: OverlayEdit['add'][number]): readonly (FieldRef & { readonly value: FieldValue })[] {
  const given: Readonly<Record<string, FieldValue>> = kind === 'initiative' ? { kind: 'project', state: 'idea', name: null, ...fields } : { name: null, initiativeIds: [], ...fields }
  return [{ kind, id, field: 'exists', value: true }, ...Object.entries(given).map(([field, value]) => ({ kind, id, field, value }))]
}

/** Keeps the change, or forgets it where it says what the plan says. What was added and is removed again leaves nothing behind. */
function put(kept: Map<string, PlanChange>, plan: PlanIndex, { value, ...ref }: FieldRef & { readonly value: FieldValue }): void {
  const base = readField(plan, ref) ?? (ref.field === 'exists' ? false : null)
  if (!sameValue(base, value)) kept.set(refKey(ref), { ...ref, base, value, origin: 'entered' })
  else if (ref.field === 'exists' && value === false && kept.has(refKey(ref))) takeBack(kept, ref)
  else kept.delete(refKey(ref))
}

/** Forgets a change; with the addition of a thing all that was said of it and its links. */
function takeBack(kept: Map<string, PlanChange>, ref: FieldRef): void {
  const change = kept.get(refKey(ref))
  kept.delete(refKey(ref))
  if (ref.field !== 'exists' || change?.value !== true) return
  for (const [key, { kind, id }] of kept) if (id === ref.id || (kind !== 'initiative' && kind !== 'objective' && endsOf(id).includes(ref.id))) kept.delete(key)
}

const isAdded = (kept: ReadonlyMap<string, PlanChange>, kind: 'initiative' | 'exclusion', id: string): boolean => kept.get(refKey({ kind, id, field: 'exists' }))?.value === true

function isKnown(plan: PlanIndex, kept: ReadonlyMap<string, PlanChange>, { kind, id, field }: FieldRef): boolean {
  const initiative = (one: string): boolean => plan.initiatives.has(one) || isAdded(kept, 'initiative', one)
  const [from, to] = endsOf(id)
  switch (kind) {
    case 'initiative':
      return initiative(id)
    case 'objective':
      return plan.objectives.has(id)
    case 'contribution':
      return initiative(from) && plan.objectives.has(to)
    case 'dependency':
      return from !== to && initiative(from) && initiative(to)
    case 'exclusion':
      return plan.exclusions.has(id) || field === 'exists' || isAdded(kept, 'exclusion', id)
  }
}

const expectedThing: Readonly<Record<FieldRef['kind'], string>> = {
  initiative: 'an initiative of the plan or one that the scenario adds', objective: 'an objective in force', contribution: 'an initiative and an objective, as `initiative>objective`', dependency: 'two different initiatives, as `from>to`', exclusion: 'an exclusion of the plan or one that the scenario adds',
}
