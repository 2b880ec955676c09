import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'

/**
 * Kendall's τ-b of pairs (F-ALN-4): (concordant − discordant) / √((pairs − ties in a)(pairs − ties in b)), −1 to 1.
 * 1 2 3 4 against 2 1 4 3 → 1/3. Undefined for fewer than two pairs, and where a side has one value only.
 */
export function rankAgreement(pairs: readonly (readonly [number, number])[]): Metric<number> {
  if (pairs.length < 2) return undefinedBecause('INSUFFICIENT_POINTS')
  let [balance, apartA, apartB] = [0, 0, 0]
  pairs.forEach(([a, b], index) => {
    for (let other = index + 1; other < pairs.length; other++) {
      const [c, d] = pairs[other] ?? [0, 0]
      const [first, second] = [Math.sign(a - c), Math.sign(b - d)]
      balance += first * second
      if (first !== 0) apartA++
      if (second !== 0) apartB++
    }
  })
  return apartA === 0 || apartB === 0 ? undefinedBecause('DIV_BY_ZERO') : known(balance / Math.sqrt(apartA * apartB))
}
