import { endsOf, type FieldRef, type Plan, type RebaseConflict } from '@throughline/engine/portfolio'

/** What a person calls the thing that a field belongs to; the first plan that knows it names it. */
export function refName({ kind, id }: Pick<FieldRef, 'kind' | 'id'>, ...plans: readonly Plan[]): string {
  const nameOf = (one: string): string => {
    for (const { initiatives, objectives, ties } of plans) {
      const name = initiatives.find((facts) => facts.id === one)?.name ?? objectives.find((facts) => facts.id === one)?.statement ?? ties.exclusions.find((facts) => facts.id === one)?.name
      if (name) return name
    }
    return 'Something that is no longer there'
  }
  if (kind === 'contribution') return endsOf(id).map(nameOf).join(' → ')
  return kind === 'dependency' ? endsOf(id).map(nameOf).join(' needs ') : nameOf(id)
}

/** Why a person must settle it. */
export function conflictWords({ reason, change, plan }: RebaseConflict, name: string): string {
  switch (reason) {
    case 'both_changed':
      return `${name}: ${change.field} was ${shown(change.base)} when the scenario began; the plan says ${shown(plan)} now, the scenario ${shown(change.value)}.`
    case 'removed':
      return `${name}: no longer in the plan, and the scenario changes its ${change.field}.`
    case 'changed_since':
      return `${name}: the scenario removes it, and the plan changed it meanwhile.`
    case 'cycle':
      return `${name}: with the dependencies of the plan it closes a circle by now.`
    case 'key_taken':
      return `${name}: another initiative has the key ${shown(change.value)} by now.`
  }
}

const shown = (value: unknown): string => (value === null ? 'empty' : Array.isArray(value) ? `${value.length} initiatives` : String(value))

/** 1 thing, 2 things. */
export const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
