import type { Explained } from '../../kernel/index.ts'
import { judgedWeights, type JudgedRefusal, type JudgedWeights, type Weighed } from '../../strategy/index.ts'
import type { Criterion, Weighing } from './facts.ts'
import { rangeText } from './value.ts'

/** The weights that a weighing comes to today, or why it comes to none. */
export type CriteriaWeights = {
  /** In whole units of 10^-8 that sum to exactly 1; none where `refusal` says why. */
  readonly weights: readonly Weighed[]
  readonly consistent: boolean
  readonly consistency: Explained<number> | null
  readonly furthest: JudgedWeights['furthest']
  /** Criteria that read something else, or by another scale or unit, than when they were weighed: a weight belongs to a range (F-MCDA-2). */
  readonly stale: readonly string[]
  readonly refusal: JudgedRefusal | null
}

/** Weighs the criteria that there are by what was judged; what was judged of a criterion that is gone counts no more. */
export function weighCriteria(criteria: readonly Criterion[], weighing: Weighing | null): CriteriaWeights | undefined {
  if (weighing === null || criteria.length === 0) return undefined
  const ids = criteria.map(({ id }) => id)
  const standing = new Set(ids)
  const given = { values: weighing.values.filter(({ id }) => standing.has(id)), pairs: weighing.pairs.filter(({ a, b }) => standing.has(a) && standing.has(b)) }
  const stale = criteria.filter((one) => weighing.scales[one.id] !== undefined && weighing.scales[one.id] !== rangeText(one)).map(({ id }) => id)
  const found = judgedWeights(weighing.method, ids, given, weighing.table)
  return found.ok ? { ...found.value, stale, refusal: null } : { weights: [], consistent: false, consistency: null, furthest: null, stale, refusal: found.refusal }
}

/** Why a model cannot be approved yet. */
export type NotReady = 'no_criteria' | 'unweighed' | 'stale_weights' | 'inconsistent'
/** Everything that keeps a model from approval; none where it is ready. */
export function notReady(criteria: readonly Criterion[], weighed: CriteriaWeights | undefined): readonly NotReady[] {
  if (criteria.length === 0) return ['no_criteria']
  if (!weighed || weighed.refusal !== null) return ['unweighed']
  return [...(weighed.stale.length > 0 ? (['stale_weights'] as const) : []), ...(weighed.consistent ? [] : (['inconsistent'] as const))]
}
