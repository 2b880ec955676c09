import { invariant } from './result.ts'

/**
 * Splits `whole` in proportion to `weights` into integers that sum exactly to it (largest remainder, rules 4.1.6).
 * Each share is floored on absolute values; the units left go to the largest fractions, ties to the earlier index.
 * 100 over (1,1,1) → 34, 33, 33. Weights are whole, not negative, and not all zero.
 */
export function largestRemainder(whole: bigint, weights: readonly bigint[]): readonly bigint[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0n)
  invariant(weights.every((weight) => weight >= 0n), 'allocation weights are not negative')
  invariant(total > 0n, 'allocation weights have a positive sum')
  const sign = whole < 0n ? -1n : 1n
  const size = whole * sign
  const floors = weights.map((weight) => (size * weight) / total)
  let left = size - floors.reduce((sum, part) => sum + part, 0n)
  const byFraction = weights
    .map((weight, index) => ({ index, fraction: (size * weight) % total }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1))
  const parts = [...floors]
  for (const { index } of byFraction) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => part * sign)
}
