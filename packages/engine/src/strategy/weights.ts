/** Digits after the point that a weight keeps. */
export const weightDigits = 8

/** Sum of weights in whole units of 10^-8, so that 0.1 + 0.2 + 0.7 is exactly 1. */
export function weightSum(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.round(weight * 10 ** weightDigits), 0) / 10 ** weightDigits
}

/** Whether weights sum to 1 as closely as their digits allow: half a unit of the last digit for each weight. */
export function sumToOne(weights: readonly number[]): boolean {
  return Math.abs(weightSum(weights) - 1) * 10 ** weightDigits <= weights.length / 2
}
