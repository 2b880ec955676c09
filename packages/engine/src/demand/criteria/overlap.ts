import { spearman } from '../../strategy/index.ts'
import type { Criterion } from './facts.ts'

/**
 * Two criteria that may count the same thing twice. `same_data`: both read it; `shared_data`: one is computed from what the other reads;
 * `same_measure`: people judge both by it; `same_objective`: both stand for it; `move_together`: their values rise and fall alike.
 */
export type Overlap =
  | { readonly kind: 'same_data' | 'shared_data' | 'same_measure' | 'same_objective'; readonly a: string; readonly b: string; readonly what: string }
  | { readonly kind: 'move_together'; readonly a: string; readonly b: string; readonly correlation: number; readonly pairs: number }

/** Initiatives from which on values are held against each other, and how alike they are then. */
export const fewestAlike = 10
export const leastCorrelation = 0.9
/** Initiatives of which values are held against each other: each two criteria are, and of more initiatives evenly spread ones say the same. */
export const mostHeldTogether = 1000

/** Criteria that count the same thing twice (traps of MCDA: criteria that share data), the surest finding of each two. */
export function criteriaOverlaps(criteria: readonly Criterion[], values: readonly ReadonlyMap<string, number>[]): readonly Overlap[] {
  const step = Math.ceil(values.length / mostHeldTogether)
  const spread = step > 1 ? values.filter((_, at) => at % step === 0) : values
  return criteria.flatMap((a, at) => criteria.slice(at + 1).flatMap((b) => byData(a, b) ?? byObjective(a, b) ?? alike(a, b, spread) ?? []))
}

function byData(a: Criterion, b: Criterion): Overlap | undefined {
  const two = { a: a.id, b: b.id }
  if (a.source.kind === 'judged' && b.source.kind === 'judged') return a.source.measureId !== null && a.source.measureId === b.source.measureId ? { kind: 'same_measure', ...two, what: a.source.measureId } : undefined
  const [one, other] = [readsOf(a), readsOf(b)]
  const shared = one.find((name) => other.includes(name))
  if (shared === undefined) return undefined
  return { kind: one.length === other.length ? 'same_data' : 'shared_data', ...two, what: shared }
}

/** What a criterion reads, by name. */
function readsOf({ source }: Criterion): readonly string[] {
  if (source.kind === 'judged') return []
  if (source.kind === 'field') return [source.fieldId]
  return source.figure === 'ratio' ? ['benefits', 'cost'] : [source.figure]
}

function byObjective(a: Criterion, b: Criterion): Overlap | undefined {
  const aligned = (one: Criterion): boolean => one.source.kind === 'figure' && one.source.figure === 'alignment'
  const shared = aligned(a) ? b.objectiveKeys[0] : aligned(b) ? a.objectiveKeys[0] : a.objectiveKeys.find((key) => b.objectiveKeys.includes(key))
  return shared === undefined ? undefined : { kind: 'same_objective', a: a.id, b: b.id, what: shared }
}

function alike(a: Criterion, b: Criterion, values: readonly ReadonlyMap<string, number>[]): Overlap | undefined {
  const pairs = values.flatMap((one): (readonly [number, number])[] => {
    const [first, second] = [one.get(a.id), one.get(b.id)]
    return first === undefined || second === undefined ? [] : [[first, second]]
  })
  if (pairs.length < fewestAlike) return undefined
  const found = spearman(pairs)
  return found.status === 'ok' && found.value.value >= leastCorrelation ? { kind: 'move_together', a: a.id, b: b.id, correlation: found.value.value, pairs: pairs.length } : undefined
}
