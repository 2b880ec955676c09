import { logarithm } from './exponential.ts'

/** Losses, in units of the temperature, that chance lets pass: entry k with a draw of k + 1/2 out of 4096 (Metropolis). */
export const letPass: Float64Array = Float64Array.from({ length: 4096 }, (_, k) => -logarithm((k + 0.5) / 4096))
