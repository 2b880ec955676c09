import { ANY_TIME, NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'
import type { Layout } from './layout.ts'

/**
 * Prices, one list: of each meter's limit, of each row, and of each priced tie by period. On a lane that carries everything over, the price of
 * period t is that of the budget up to and including t. Not negative. Zero where nothing is limited.
 */
export type Multipliers = Float64Array

export const multiplierCount = ({ program, pricedTies }: Layout): number => program.meters + program.rowLimit.length + pricedTies.length * program.periods

export const carriesAll = (program: PhasedProgram, lane: number): boolean => program.carryMost[lane] === Infinity

/** Price of one unit on each meter. */
export function meterPrices(program: PhasedProgram, multipliers: Multipliers, prices: Float64Array): void {
  const { periods, lanes, meters, rowFrom, rowMeter, rowCoefficient } = program
  for (let q = 0; q < meters; q++) prices[q] = multipliers[q]!
  for (let lane = 0; lane < lanes; lane++) {
    if (!carriesAll(program, lane)) continue
    for (let t = periods - 2, q = lane * periods + t; t >= 0; t--, q--) prices[q]! += prices[q + 1]!
  }
  for (let r = 0; r < rowFrom.length - 1; r++) {
    const price = multipliers[meters + r]!
    if (price !== 0) for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) prices[rowMeter[k]!]! += price * rowCoefficient[k]!
  }
}

/** Price of priced ties from each period to the last: what a choice that begins then pays, and one that is done by then earns. */
export function tiePrices({ program, pricedTies }: Layout, multipliers: Multipliers, suffix: Float64Array): void {
  const { periods, meters, rowLimit } = program
  const base = meters + rowLimit.length
  for (let k = 0; k < pricedTies.length; k++) {
    let sum = 0
    for (let t = periods - 1; t >= 0; t--) {
      sum += multipliers[base + k * periods + t]!
      suffix[k * (periods + 1) + t] = sum
    }
  }
}

/** Period from which a choice that is done in `done` counts for a tie; `periods` where it never does. */
export const countsFrom = (done: number, lag: number, periods: number): number => (lag === ANY_TIME ? (done === NEVER ? periods : 0) : Math.min(periods, Math.max(0, done + lag)))

/** What the limits themselves are worth at these prices, with the best use of overload and carry-over. */
export function limitsWorth({ program }: Layout, multipliers: Multipliers): number {
  const { periods, lanes, meters, limit, overMost, overPrice, carryMost, rowLimit } = program
  let worth = 0
  for (let lane = 0; lane < lanes; lane++) {
    const all = carriesAll(program, lane)
    let sum = 0
    for (let t = 0, q = lane * periods; t < periods; t++, q++) {
      sum += limit[q]!
      if (multipliers[q] !== 0) worth += multipliers[q]! * (all ? sum : limit[q]!)
      if (multipliers[q]! > overPrice[q]!) worth += overMost[q]! * (multipliers[q]! - overPrice[q]!)
      if (!all && carryMost[lane]! > 0 && t + 1 < periods) worth += carryMost[lane]! * Math.max(0, multipliers[q + 1]! - multipliers[q]!)
    }
  }
  for (let q = lanes * periods; q < meters; q++) if (multipliers[q] !== 0) worth += multipliers[q]! * limit[q]!
  for (let r = 0; r < rowLimit.length; r++) worth += multipliers[meters + r]! * rowLimit[r]!
  return worth
}
