import { ok, refuse, type Result } from '../../kernel/index.ts'
import type { WeighRefusal } from './refusal.ts'
import { wholeWeights, type Weighed } from './units.ts'

type Points = readonly { readonly id: string; readonly points: number }[]

/** Weights in proportion to points given directly; points are not negative. */
export function directWeights(points: Points): Result<readonly Weighed[], WeighRefusal> {
  const negative = points.find((one) => !(one.points >= 0))
  if (points.length === 0) return refuse({ code: 'nothing_to_weigh' })
  if (negative) return refuse({ code: 'points_negative', id: negative.id, found: negative.points })
  if (points.every((one) => one.points === 0)) return refuse({ code: 'points_all_zero' })
  return ok(wholeWeights(points.map(({ id, points: share }) => ({ id, share }))))
}

/** Swing weights (F-MCDA-2): the most valued swing from worst to best has 100, the others 0 to 100. 100, 60, 40 → 0.5, 0.3, 0.2. */
export function swingWeights(swings: Points): Result<readonly Weighed[], WeighRefusal> {
  if (swings.length === 0) return refuse({ code: 'nothing_to_weigh' })
  const outside = swings.find(({ points }) => !(points >= 0 && points <= 100))
  if (outside) return refuse({ code: 'swing_out_of_range', id: outside.id, found: outside.points })
  const greatest = Math.max(...swings.map(({ points }) => points))
  if (greatest !== 100) return refuse({ code: 'no_full_swing', greatest })
  return directWeights(swings)
}

/** Weights from a mere order (Barron and Barrett 1996): w_k = (1/n) Σ_{j≥k} 1/j; tied items take the mean of their places. */
export function centroidWeights(ranked: readonly { readonly id: string; readonly rank: number }[]): Result<readonly Weighed[], WeighRefusal> {
  if (ranked.length === 0) return refuse({ code: 'nothing_to_weigh' })
  const crooked = ranked.find(({ rank }) => !Number.isInteger(rank) || rank < 1)
  if (crooked) return refuse({ code: 'rank_not_whole', id: crooked.id, found: crooked.rank })
  const n = ranked.length
  const places = Array.from({ length: n }, (_, k) => tail(k, n))
  const shares = ranked.map(({ id, rank }) => {
    const before = ranked.filter((other) => other.rank < rank).length
    const tied = ranked.filter((other) => other.rank === rank).length
    const share = places.slice(before, before + tied).reduce((sum, each) => sum + each, 0) / tied
    return { id, share }
  })
  return ok(wholeWeights(shares))
}

/** (1/n) Σ_{j=k+1}^n 1/j, for the place k counted from 0. */
function tail(k: number, n: number): number {
  let sum = 0
  for (let j = n; j > k; j--) sum += 1 / j
  return sum / n
}
