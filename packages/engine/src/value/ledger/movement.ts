import { compareExact, multiplyExact, negateExact, one, roundExact, subtractExact, type Exact } from './exact.ts'
import type { Measurement } from './act.ts'

/** What a period is measured by: movement = d × (A − CF) × Vol × u. */
export type MovementInput = { readonly actual: Exact; readonly counterfactual: Exact; readonly direction: Measurement['direction']; readonly volume: Exact; readonly unitValue: Exact }

/** What a measure moved beyond its counterfactual, in least units of account, rounded once (benefit-movement). Favourable is positive in either direction. */
export const movement = (input: MovementInput): bigint => roundExact(multiplyExact(multiplyExact(betterOf(input), input.volume), input.unitValue))

/** How much better the actual is than the counterfactual, in the unit of the measure; in a band, how much nearer to it. */
export function betterOf({ actual, counterfactual, direction }: Pick<MovementInput, 'actual' | 'counterfactual' | 'direction'>): Exact {
  if (typeof direction === 'object') return subtractExact(distanceTo(direction, counterfactual), distanceTo(direction, actual))
  return direction === 'higher' ? subtractExact(actual, counterfactual) : subtractExact(counterfactual, actual)
}

/** How far outside a band; zero inside it. */
function distanceTo({ low, high }: { readonly low: Exact; readonly high: Exact }, value: Exact): Exact {
  if (compareExact(value, low) < 0) return subtractExact(low, value)
  return compareExact(value, high) > 0 ? subtractExact(value, high) : { scaled: 0n, digits: 0 }
}

/** Plan or actual: improvement for one unit of volume, volume, and least units for one unit of improvement. */
export type Rated = { readonly rate: Exact; readonly volume: Exact; readonly unitValue: Exact }

/**
 * Plan to actual in three parts that sum to the difference exactly (benefit-variance): rate (m_a − m_p) Vol_p u_p,
 * volume m_a (Vol_a − Vol_p) u_p, price m_a Vol_a (u_a − u_p). The last takes what rounding leaves.
 */
export function varianceOf(plan: Rated, actual: Rated): { readonly planned: bigint; readonly rate: bigint; readonly volume: bigint; readonly price: bigint; readonly actual: bigint } {
  const times = (...factors: readonly Exact[]): bigint => roundExact(factors.reduce(multiplyExact, one))
  const [planned, reached] = [times(plan.rate, plan.volume, plan.unitValue), times(actual.rate, actual.volume, actual.unitValue)]
  const rate = times(subtractExact(actual.rate, plan.rate), plan.volume, plan.unitValue)
  const volume = times(actual.rate, subtractExact(actual.volume, plan.volume), plan.unitValue)
  return { planned, rate, volume, price: reached - planned - rate - volume, actual: reached }
}

/** A cost root: what the account would have shown at the volume and pay of the period, less what it shows. Favourable where less was spent. */
export function flexedMovement(budget: { readonly planned: Exact; readonly volumeFactor: Exact; readonly payShare: Exact; readonly payRise: Exact; readonly actual: Exact }): bigint {
  const flexed = multiplyExact(budget.planned, budget.volumeFactor)
  const pay = multiplyExact(multiplyExact(flexed, budget.payShare), budget.payRise)
  return roundExact(subtractExact(subtractExact(flexed, negateExact(pay)), budget.actual))
}
