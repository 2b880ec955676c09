import { addLog, decay, totalOf } from './exponential.ts'
import type { LogSum } from './exponential.ts'
import { ANY_TIME } from './program.ts'
import type { PhasedProgram } from './program.ts'
import type { Layout } from './layout.ts'
import { carriesAll, countsFrom } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'

/**
 * What is left of each limit, row and priced tie when options are taken by `weight`, and overload and carry-over are used in shares as well: the slope
 * of the softened bound in each price. Returns what such use is worth beyond the best.
 */
export function slopeOf(layout: Layout, weight: Float64Array, multipliers: Multipliers, softness: number, slope: Float64Array): number {
  const { program } = layout
  slope.fill(0)
  for (let mode = 0; mode + 1 < layout.modeOptions.length; mode++) addUse(layout, mode, weight, slope)
  const worth = limitsLess(program, multipliers, softness, slope)
  tiesKept(layout, weight, slope)
  return worth
}

/**
 * Adds what the options of a mode use, times their weights, to the meters. Options that are taken go four by four, so that an amount is read once for all;
 * from the last amount to the first, so that each meter is added to in the order of the options, which begin ever later.
 */
function addUse({ program, modeOptions, shift, uses }: Layout, mode: number, weight: Float64Array, use: Float64Array): void {
  const { flatFrom, flatMeter, flatAmount } = program
  const { from, meter, amount } = uses
  const first = from[mode]!
  const last = from[mode + 1]! - 1
  const end = modeOptions[mode + 1]!
  let p = modeOptions[mode]!
  while (p < end) {
    let [at0, at1, at2, at3] = [0, 0, 0, 0]
    let [part0, part1, part2, part3] = [0, 0, 0, 0]
    let count = 0
    for (; p < end && count < 4; p++) {
      if (weight[p] === 0) continue
      count++
      at0 = at1
      at1 = at2
      at2 = at3
      at3 = shift[p]!
      part0 = part1
      part1 = part2
      part2 = part3
      part3 = weight[p]!
      for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) use[flatMeter[k]!]! += part3 * flatAmount[k]!
    }
    if (count > 2) {
      for (let k = last; k >= first; k--) {
        const q = meter[k]!
        const each = amount[k]!
        use[q + at0]! += part0 * each
        use[q + at1]! += part1 * each
        use[q + at2]! += part2 * each
        use[q + at3]! += part3 * each
      }
    } else if (count > 0) {
      for (let k = last; k >= first; k--) {
        const q = meter[k]!
        const each = amount[k]!
        use[q + at2]! += part2 * each
        use[q + at3]! += part3 * each
      }
    }
  }
}

/** Turns use into what is left. Rows are summed before meters without a limit are put to 0. */
function limitsLess(program: PhasedProgram, multipliers: Multipliers, softness: number, slope: Float64Array): number {
  const { periods, lanes, meters, limit, overMost, overPrice, carryMost, rowFrom, rowMeter, rowCoefficient, rowLimit } = program
  const logs: LogSum = { sum: 0, product: 1 }
  for (let r = 0; r < rowLimit.length; r++) {
    let sum = 0
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) sum += rowCoefficient[k]! * slope[rowMeter[k]!]!
    slope[meters + r] = rowLimit[r]! - sum
  }
  for (let q = 0; q < meters; q++) slope[q] = limit[q] === Infinity ? 0 : limit[q]! - slope[q]!
  for (let q = 0; q < lanes * periods; q++) if (overMost[q]! > 0) slope[q]! += used(overMost[q]!, multipliers[q]! - overPrice[q]!, softness, logs)
  for (let lane = 0; lane < lanes; lane++) {
    const [first, end] = [lane * periods, (lane + 1) * periods]
    if (carriesAll(program, lane)) for (let q = first + 1; q < end; q++) slope[q]! += slope[q - 1]!
    else if (carryMost[lane]! > 0) {
      for (let q = first; q + 1 < end; q++) {
        const carried = used(carryMost[lane]!, multipliers[q + 1]! - multipliers[q]!, softness, logs)
        slope[q]! -= carried
        slope[q + 1]! += carried
      }
    }
  }
  return softness * totalOf(logs)
}

/** How much is used of what may be, where each unit is worth so much. */
function used(most: number, worth: number, softness: number, logs: LogSum): number {
  const less = decay((Math.abs(worth) * most) / softness)
  addLog(logs, 1 + less)
  return (most * (worth < 0 ? less : 1)) / (1 + less)
}

function tiesKept({ program, pricedTies }: Layout, weight: Float64Array, slope: Float64Array): void {
  const { periods, meters, rowLimit, tieAfter, tieBefore, tieLag, optionFrom, optionStart, optionDone } = program
  for (let k = 0; k < pricedTies.length; k++) {
    const tie = pricedTies[k]!
    const base = meters + rowLimit.length + k * periods
    const first = tieLag[tie] === ANY_TIME ? periods - 1 : 0
    const [after, before] = [tieAfter[tie]!, tieBefore[tie]!]
    for (let p = optionFrom[after]!; p < optionFrom[after + 1]!; p++) {
      if (weight[p]! > 0) for (let t = Math.max(first, optionStart[p]!); t < periods; t++) slope[base + t]! -= weight[p]!
    }
    for (let p = optionFrom[before]!; p < optionFrom[before + 1]!; p++) {
      if (weight[p]! > 0) for (let t = Math.max(first, countsFrom(optionDone[p]!, tieLag[tie]!, periods)); t < periods; t++) slope[base + t]! += weight[p]!
    }
  }
}
