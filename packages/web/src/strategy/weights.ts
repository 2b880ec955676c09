import { largestRemainder } from '@throughline/engine/kernel'

/** Weights are edited as whole parts of ten thousand (0.01 %), so that a sum is exact. */
export const whole = 10_000

/** A weight as parts of ten thousand, and back. */
export const partsOf = (weight: number): number => Math.round(weight * whole)
export const weightOf = (parts: number): number => parts / whole

/** Per cent as typed (`12.5`) to parts, and back. */
export const partsOfPercent = (percent: string | null): number => Math.round(Number(percent ?? 0) * 100)
export const percentOf = (parts: number): string => String(parts / 100)

/** Scales parts so that they sum to the whole exactly and keep their proportions; equal parts where all are zero. */
export function scaleToWhole(parts: readonly number[]): readonly number[] {
  const weights = parts.some((part) => part > 0) ? parts.map((part) => BigInt(Math.max(0, part))) : parts.map(() => 1n)
  return parts.length === 0 ? [] : largestRemainder(BigInt(whole), weights).map(Number)
}
