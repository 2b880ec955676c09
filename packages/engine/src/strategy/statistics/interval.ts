import { invariant } from '../../kernel/index.ts'

/** Both ends of an interval, ends included. */
export type Interval = { readonly low: number; readonly high: number }
/** How many of how many: whole numbers, `of` at least 1. */
export type Share = { readonly count: number; readonly of: number }

/** The 0.975 quantile of the normal distribution: an interval of 95 % leaves 2.5 % on each side. */
export const normal95 = 1.959963984540054

/**
 * Wilson's score interval of a proportion (wilson-interval): (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). 71 of 100 → 0.6146 to 0.7899.
 * It holds the proportion and stays within 0 and 1, also where nothing or everything is counted. E. B. Wilson, JASA 22 (1927), 209–212.
 */
export function wilsonInterval({ count, of }: Share): Interval {
  invariant(Number.isSafeInteger(count) && Number.isSafeInteger(of) && of > 0 && count >= 0 && count <= of, 'a share counts whole things among one or more')
  const [p, z2] = [count / of, normal95 * normal95]
  const [middle, half] = [p + z2 / (2 * of), normal95 * Math.sqrt((p * (1 - p)) / of + z2 / (4 * of * of))]
  // At both ends the formula gives 0 and 1 exactly; floating point does not.
  return { low: count === 0 ? 0 : Math.max(0, (middle - half) / (1 + z2 / of)), high: count === of ? 1 : Math.min(1, (middle + half) / (1 + z2 / of)) }
}

/**
 * The difference of two independent proportions, first less second, with its 95 % interval by Newcombe's method 10, which squares and adds how far
 * the ends of both Wilson intervals lie from their proportions. 56 of 70 against 48 of 80 → 0.2, from 0.0524 to 0.3339.
 * R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890.
 */
export function shareDifference(first: Share, second: Share): Interval & { readonly value: number } {
  const [a, b] = [wilsonInterval(first), wilsonInterval(second)]
  const [p, q] = [first.count / first.of, second.count / second.of]
  const value = p - q
  return { value, low: Math.max(-1, value - Math.hypot(p - a.low, b.high - q)), high: Math.min(1, value + Math.hypot(a.high - p, q - b.low)) }
}
