import { ofLifecycle, type FrameworkElement } from './framework.ts'

/** Fields of an element that can differ; `place` is its number among the elements that both sides have. */
export const comparedFields = ['kind', 'name', 'says', 'link', 'lifecycle', 'neededFrom', 'serviceId', 'place'] as const
export type ComparedField = (typeof comparedFields)[number]
export type FieldChange = { readonly field: ComparedField; readonly before: string | null; readonly after: string | null }
/** An element that came, went, or says something else; `fields` of changed ones alone. */
export type ElementChange = { readonly change: 'added' | 'removed' | 'changed'; readonly key: string; readonly kind: FrameworkElement['kind']; readonly name: string; readonly fields: readonly FieldChange[] }

/** Every element in which two editions differ, in the order of the later one; those that went come last. Together with what is alike in both it makes up all elements of either. */
export function frameworkDifference(before: readonly FrameworkElement[], after: readonly FrameworkElement[]): readonly ElementChange[] {
  const [was, is] = [placed(before, after), placed(after, before)]
  const changes = after.flatMap((element): readonly ElementChange[] => {
    const [old, now] = [was.get(element.key), is.get(element.key)]
    if (!old || !now) return [entry('added', element)]
    const fields = comparedFields.filter((field) => old[field] !== now[field]).map((field) => ({ field, before: text(old[field]), after: text(now[field]) }))
    return fields.length === 0 ? [] : [entry('changed', element, fields)]
  })
  return [...changes, ...before.filter(({ key }) => !is.has(key)).map((element) => entry('removed', element))]
}

/** What a running initiative would come to under another edition: what changes of what concerns it, what it has to show anew, and whether its lifecycle model is still there. */
export type Migration = { readonly changes: readonly ElementChange[]; readonly newlyNeeded: readonly string[]; readonly lifecycleThere: boolean }

/** Compares what concerns an initiative of a lifecycle model before and after; nothing of it is done. */
export function migrationOf(before: readonly FrameworkElement[], after: readonly FrameworkElement[], lifecycle: string, next = lifecycle): Migration {
  const [was, is] = [ofLifecycle(before, lifecycle), ofLifecycle(after, next)]
  const asked = new Set(was.filter(({ neededFrom }) => neededFrom !== null).map(({ key }) => key))
  return { changes: frameworkDifference(was, is), newlyNeeded: is.filter(({ key, neededFrom }) => neededFrom !== null && !asked.has(key)).map(({ key }) => key), lifecycleThere: after.some((one) => one.lifecycle === next && (one.kind === 'stage' || one.kind === 'gate')) }
}

type Placed = FrameworkElement & { readonly place: number }
/** Elements by key, each with its number among those that the other side has too: what came or went moves nobody. */
function placed(elements: readonly FrameworkElement[], others: readonly FrameworkElement[]): ReadonlyMap<string, Placed> {
  const keys = new Set(others.map(({ key }) => key))
  let place = 0
  return new Map(elements.map((element) => [element.key, { ...element, place: keys.has(element.key) ? ++place : 0 }]))
}
const entry = (change: ElementChange['change'], { key, kind, name }: FrameworkElement, fields: readonly FieldChange[] = []): ElementChange => ({ change, key, kind, name, fields })
const text = (value: string | number | null): string | null => (value === null || value === '' ? null : String(value))
