import { invariant } from '../../kernel/index.ts'

/** Weight 1 in whole units: weights have eight digits. */
export const weightUnits = 100_000_000

/** An item with its weight in whole units of 10^-8. */
export type Weighed = { readonly id: string; readonly units: number }

/**
 * Shares as whole units of 10^-8 that sum to exactly 1 (largest remainder, ties to the earlier). Thirds → 33333334, 33333333, 33333333.
 * Shares are not negative and not all zero.
 */
export function wholeWeights(shares: readonly { readonly id: string; readonly share: number }[]): readonly Weighed[] {
  const total = shares.reduce((sum, { share }) => sum + share, 0)
  invariant(total > 0 && shares.every(({ share }) => share >= 0), 'shares are not negative and have a positive sum')
  const exact = shares.map(({ share }) => (share / total) * weightUnits)
  const units = exact.map(Math.floor)
  let left = weightUnits - units.reduce((sum, each) => sum + each, 0)
  const byRest = exact.map((each, index) => ({ index, rest: each - Math.floor(each) })).sort((a, b) => b.rest - a.rest || a.index - b.index)
  for (const { index } of byRest) {
    if (left <= 0) break
    units[index] = (units[index] ?? 0) + 1
    left -= 1
  }
  return shares.map(({ id }, index) => ({ id, units: units[index] ?? 0 }))
}

/** Weights, one for each id, as whole units. */
export const unitsById = (weighed: readonly Weighed[]): ReadonlyMap<string, number> => new Map(weighed.map(({ id, units }) => [id, units]))
