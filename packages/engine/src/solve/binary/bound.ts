import { deduce, valueStep, withReachableLimits } from './deduce.ts'
import { FREE } from './domain.ts'
import type { Matrix } from './matrix.ts'
import type { BinaryProgram } from './program.ts'

/**
 * Any prices y >= 0 prove a bound on every plan (Lagrange; Geoffrion 1974):
 *   L(y) = sum(y_i b_i) + sum over free j of max(0, v_j - sum_i y_i a_ij) + the same terms of decided columns.
 * `net[j]` receives v_j - sum_i y_i a_ij. The result is rounded up by more than the rounding errors can come to
 * (each of the t operations errs by at most 2^-53 of the running size), so it is a bound in exact arithmetic too.
 */
export function roundedUpBound(matrix: Matrix, state: Int8Array, prices: Float64Array, net: Float64Array): number {
  let sum = 0
  let size = 0
  for (let i = 0; i < matrix.rows; i++) {
    const term = prices[i]! * matrix.limit[i]!
    sum += term
    size += Math.abs(term)
  }
  for (let j = 0; j < matrix.columns; j++) {
    let worth = matrix.value[j]!
    size += Math.abs(worth)
    for (let k = matrix.columnStart[j]!; k < matrix.columnStart[j + 1]!; k++) {
      const price = prices[matrix.columnRow[k]!]!
      if (price === 0) continue
      const term = price * matrix.columnCoefficient[k]!
      worth -= term
      size += Math.abs(term)
    }
    net[j] = worth
    if (state[j] === FREE ? worth > 0 : state[j] === 1) sum += worth
  }
  return sum + roundingMargin(matrix, size)
}

/** More than all rounding errors of a sum over the matrix whose absolute terms come to `size`. */
export const roundingMargin = (matrix: Matrix, size: number): number => size * (matrix.rows * 2 + matrix.columns * 2 + 16) * 2 ** -52

/** Whether `ray` proves that no plan keeps the rows: even the least possible sum of the weighted rows exceeds the weighted limits. */
export function provesEmpty(matrix: Matrix, state: Int8Array, ray: Float64Array, net: Float64Array): boolean {
  let least = 0
  let size = 0
  for (let i = 0; i < matrix.rows; i++) {
    least -= ray[i]! * matrix.limit[i]!
    size += Math.abs(ray[i]! * matrix.limit[i]!)
  }
  for (let j = 0; j < matrix.columns; j++) {
    let weight = 0
    for (let k = matrix.columnStart[j]!; k < matrix.columnStart[j + 1]!; k++) {
      const term = ray[matrix.columnRow[k]!]! * matrix.columnCoefficient[k]!
      weight += term
      size += Math.abs(term)
    }
    net[j] = weight
    if (state[j] === FREE ? weight < 0 : state[j] === 1) least += weight
  }
  return least > roundingMargin(matrix, size)
}

/** Prices are kept as multiples of 2^-50, so that the exact bound below is whole-number arithmetic. */
export const PRICE_DIGITS = 50

/** The nearest price that `exactBound` represents without loss. */
export const storedPrice = (price: number): number => Math.round(price * 2 ** PRICE_DIGITS) / 2 ** PRICE_DIGITS

/**
 * The greatest value that `prices` allow a plan to have, in exact arithmetic, from the program as it was given and what single rows force
 * (a candidate dearer than its budget is out). -Infinity where rows contradict each other.
 */
export function exactBound(program: BinaryProgram, prices: readonly number[]): number {
  const reachable = withReachableLimits(program)
  const decided = [...program.fixed]
  if (!deduce(reachable, decided)) return -Infinity
  const step = valueStep(program)
  return Number(floorDivide(exactTerms(reachable, decided, program.values, prices).sum, PRICE_UNIT * step) * step)
}

/** 1 in the fixed point of `exactTerms`. */
export const PRICE_UNIT = BigInt(2 ** PRICE_DIGITS)

/** L(prices) and the net worth of each column in units of 2^-50, with `values` to gain and `decided` columns held. */
export function exactTerms(program: BinaryProgram, decided: readonly (0 | 1 | null)[], values: readonly number[], prices: readonly number[]) {
  const exact = prices.map((price) => BigInt(Math.round(Math.max(0, price) * 2 ** PRICE_DIGITS)))
  const net = values.map((value) => BigInt(value) * PRICE_UNIT)
  let sum = 0n
  program.rows.forEach((row, i) => {
    const price = exact[i] ?? 0n
    if (price === 0n) return
    sum += price * BigInt(row.limit)
    row.columns.forEach((column, k) => {
      net[column] = net[column]! - price * BigInt(row.coefficients[k]!)
    })
  })
  net.forEach((worth, column) => {
    if (decided[column] === null ? worth > 0n : decided[column] === 1) sum += worth
  })
  return { sum, net }
}

/** a / b rounded towards minus infinity; b > 0. */
export const floorDivide = (a: bigint, b: bigint): bigint => (a >= 0n ? a / b : -((-a + b - 1n) / b))
