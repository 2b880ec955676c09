import { largestRemainder, ok, refuse, type Explained, type Result } from '../../kernel/index.ts'
import type { Judgement } from './judgements.ts'
import { pairwiseWeights, type PairwiseWeights } from './pairwise.ts'
import type { RandomIndexTable } from './random-index.ts'
import type { WeighRefusal } from './refusal.ts'
import { centroidWeights, directWeights, swingWeights } from './simple.ts'
import { weightUnits, type Weighed } from './units.ts'

/** The ways that lead from a judgement to weights. */
export const weighMethods = ['direct', 'swing', 'rank', 'pairwise'] as const
export type WeighMethod = (typeof weighMethods)[number]

/** What one judge gave: points, swings or ranks by item, or comparisons of pairs. */
export type GivenJudgement = { readonly values: readonly { readonly id: string; readonly value: number }[]; readonly pairs: readonly Judgement[] }

/** Weights of one judge; consistency, and the comparison to talk about first, only where pairs were compared. */
export type JudgedWeights = { readonly weights: readonly Weighed[]; readonly consistent: boolean; readonly consistency: Explained<number> | null; readonly furthest: PairwiseWeights['furthest'] }

/** Why a judgement does not lead to weights; `judgement_incomplete` names what was not judged. */
export type JudgedRefusal = WeighRefusal | { readonly code: 'judgement_incomplete'; readonly missing: readonly string[] } | { readonly code: 'value_twice'; readonly id: string }

/** The weights that a judgement leads to by a method. Pairs may be left out where the others connect all items; everything else is asked of every item. */
export function judgedWeights(method: WeighMethod, ids: readonly string[], { values, pairs }: GivenJudgement, table: RandomIndexTable): Result<JudgedWeights, JudgedRefusal> {
  if (method === 'pairwise') {
    const found = pairwiseWeights(ids, pairs, table)
    if (!found.ok) return found.refusal.code === 'judgements_unconnected' ? refuse({ code: 'judgement_incomplete', missing: found.refusal.apart }) : found
    const { weights, consistent, consistency, furthest } = found.value
    return ok({ weights, consistent, consistency, furthest })
  }
  const known = new Set(ids)
  const stranger = values.find(({ id }) => !known.has(id))
  if (stranger) return refuse({ code: 'judged_unknown', id: stranger.id })
  const given = new Map(values.map(({ id, value }) => [id, value]))
  const twice = given.size === values.length ? undefined : values.find(({ id }, at) => values.findIndex((one) => one.id === id) !== at)
  if (twice) return refuse({ code: 'value_twice', id: twice.id })
  const missing = ids.filter((id) => !given.has(id))
  if (missing.length > 0) return refuse({ code: 'judgement_incomplete', missing })
  const points = ids.map((id) => ({ id, points: given.get(id) ?? 0 }))
  const found = method === 'direct' ? directWeights(points) : method === 'swing' ? swingWeights(points) : centroidWeights(points.map(({ id, points: rank }) => ({ id, rank })))
  return found.ok ? ok({ weights: found.value, consistent: true, consistency: null, furthest: null }) : found
}

/**
 * Weights of one level within the whole: shares of 1 among its items, times what the level weighs together (`levelUnits`, of 10^-8); the
 * parts sum to it exactly. Shares 0.5, 0.3, 0.2 of a level that weighs 0.4 are 0.2, 0.12, 0.08.
 */
export function weightsWithin(shares: readonly Weighed[], levelUnits: number): readonly Weighed[] {
  if (levelUnits === weightUnits || shares.length === 0) return shares
  const parts = largestRemainder(BigInt(levelUnits), shares.map(({ units }) => BigInt(units)))
  return shares.map(({ id }, at) => ({ id, units: Number(parts[at] ?? 0n) }))
}
