import { roundedUpBound } from './bound.ts'
import { FREE } from './domain.ts'
import type { Matrix } from './matrix.ts'

/** Prices per unit of the matrix rows with the bound they prove, the net worth of each column at them, and how often each column was wanted lately, 0 to 1. */
export type Priced = { readonly prices: Float64Array; readonly net: Float64Array; readonly bound: number; readonly level: Float64Array; readonly steps: number }

/** Elementary steps that may be made, and passes over all rows that are made in any case. */
export type PricingEffort = { readonly steps: number; readonly passes: number }

/** How much of the last direction is kept (Camerini, Fratta and Maffioli 1975), and of the average of what was wanted. */
const KEPT_DIRECTION = 0.6
const KEPT_LEVEL = 0.95
/** Where no better bound came for so many iterations, the target moves towards the best bound by this share. */
const STALLS = 8
const NEARER = 0.55

/**
 * Prices of rows by a deflected subgradient of L(y) (see `bound.ts`), whose least value is the bound of the linear program: each pass reads
 * every coefficient twice, where a pivot of the tableau changes rows x columns. Steps go to a target below the best bound (Polyak 1969),
 * measured from `known`, the value of a plan. Nothing here is trusted: the bound is recomputed from the prices and rounded up.
 */
export function priceRows(matrix: Matrix, state: Int8Array, known: number, effort: PricingEffort, from?: Float64Array): Priced {
  const { rows, columns } = matrix
  const scale = matrix.largest.map((largest) => (largest > 0 ? largest : 1))
  const y = from ? from.map((price, i) => price * scale[i]!) : new Float64Array(rows)
  const best = y.slice()
  const direction = new Float64Array(rows)
  const slope = new Float64Array(rows)
  const level = new Float64Array(columns)
  const perPass = 2 * matrix.rowColumn.length + 3 * columns + 4 * rows
  let [bestBound, stalls, share] = [Infinity, 0, 0.03]
  let steps = 0
  while ((steps + perPass <= effort.steps || steps < effort.passes * perPass) && share > 1e-6) {
    steps += perPass
    const bound = descend(matrix, state, y, scale, slope, level)
    if (bestBound === Infinity || bound < bestBound - Math.abs(bestBound) * 1e-9) {
      bestBound = bound
      best.set(y)
      stalls = 0
    } else if (++stalls >= STALLS) {
      share *= NEARER
      stalls = 0
      y.set(best)
      direction.fill(0)
      continue
    }
    let length = 0
    for (let i = 0; i < rows; i++) {
      const towards = KEPT_DIRECTION * direction[i]! + (1 - KEPT_DIRECTION) * slope[i]!
      direction[i] = y[i] === 0 && towards < 0 ? 0 : towards
      length += direction[i]! * direction[i]!
    }
    if (length === 0) break
    const target = Math.max(known, bestBound - share * Math.abs(bestBound))
    const step = Math.max(bound - target, 1e-12 * Math.abs(bound)) / length
    for (let i = 0; i < rows; i++) y[i] = Math.max(0, y[i]! + step * direction[i]!)
  }
  const net = new Float64Array(columns)
  const prices = best.map((price, i) => price / scale[i]!)
  return { prices, net, bound: roundedUpBound(matrix, state, prices, net), level, steps: steps + perPass }
}

/** L at the scaled prices `y`; `slope` receives what each row is overdrawn by at the plan that reaches it, `level` the running average of that plan. */
function descend(matrix: Matrix, state: Int8Array, y: Float64Array, scale: Float64Array, slope: Float64Array, level: Float64Array): number {
  let bound = 0
  for (let i = 0; i < matrix.rows; i++) {
    const limit = matrix.limit[i]! / scale[i]!
    slope[i] = -limit
    bound += y[i]! * limit
  }
  for (let j = 0; j < matrix.columns; j++) {
    const [start, end] = [matrix.columnStart[j]!, matrix.columnStart[j + 1]!]
    let worth = matrix.value[j]!
    for (let k = start; k < end; k++) worth -= (y[matrix.columnRow[k]!]! / scale[matrix.columnRow[k]!]!) * matrix.columnCoefficient[k]!
    const wanted = state[j] === FREE ? worth > 0 : state[j] === 1
    level[j] = KEPT_LEVEL * level[j]! + (wanted ? 1 - KEPT_LEVEL : 0)
    if (!wanted) continue
    bound += worth
    for (let k = start; k < end; k++) slope[matrix.columnRow[k]!]! += matrix.columnCoefficient[k]! / scale[matrix.columnRow[k]!]!
  }
  return bound
}
