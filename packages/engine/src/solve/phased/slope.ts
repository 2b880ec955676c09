import { ANY_TIME, NEVER } from './program.ts'
import type { Layout } from './layout.ts'
import { carriesAll, countsFrom } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'

/** Adds what the chosen options use, times `weight`, to the meters. */
export function addUse({ program }: Layout, option: number, weight: number, use: Float64Array): void {
  const { periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount } = program
  const mode = optionMode[option]!
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    let q = segmentLane[g]! * periods + start + segmentAfter[g]!
    for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++) use[q++]! += weight * amounts[k]!
  }
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) use[flatMeter[k]!]! += weight * flatAmount[k]!
}

/**
 * What is left of each limit, row and priced tie when every family of the first `trees` takes its choice, they standing for all: the slope of the
 * bound in each price. Carry-over and overload are used as is best at these prices.
 */
export function slopeOf(layout: Layout, choice: Int32Array, multipliers: Multipliers, trees: number, slope: Float64Array): void {
  const { order, treeFrom } = layout
  const weight = (treeFrom.length - 1) / trees
  slope.fill(0)
  for (let at = 0; at < treeFrom[trees]!; at++) addUse(layout, choice[order[at]!]!, weight, slope)
  limitsLess(layout, multipliers, slope)
  if (layout.pricedTies.length > 0 && trees === treeFrom.length - 1) tiesKept(layout, choice, slope)
}

/** Turns use into what is left. Rows are summed before meters without a limit are put to 0. */
function limitsLess({ program }: Layout, multipliers: Multipliers, slope: Float64Array): void {
  const { periods, lanes, meters, limit, overMost, overPrice, carryMost, rowFrom, rowMeter, rowCoefficient, rowLimit } = program
  for (let r = 0; r < rowLimit.length; r++) {
    let sum = 0
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) sum += rowCoefficient[k]! * slope[rowMeter[k]!]!
    slope[meters + r] = rowLimit[r]! - sum
  }
  for (let lane = 0; lane < lanes; lane++) {
    const all = carriesAll(program, lane)
    let sum = 0
    for (let t = 0, q = lane * periods; t < periods; t++, q++) {
      const left = limit[q] === Infinity ? 0 : limit[q]! - slope[q]! + (multipliers[q]! > overPrice[q]! ? overMost[q]! : 0)
      sum += left
      slope[q] = all ? sum : left
    }
    if (all || carryMost[lane] === 0) continue
    for (let t = 0, q = lane * periods; t + 1 < periods; t++, q++) {
      if (multipliers[q + 1]! <= multipliers[q]!) continue
      slope[q]! -= carryMost[lane]!
      slope[q + 1]! += carryMost[lane]!
    }
  }
  for (let q = lanes * periods; q < meters; q++) slope[q] = limit[q] === Infinity ? 0 : limit[q]! - slope[q]!
}

function tiesKept(layout: Layout, choice: Int32Array, slope: Float64Array): void {
  const { program, pricedTies } = layout
  const { periods, meters, rowLimit, tieAfter, tieBefore, tieLag, optionStart, optionDone } = program
  pricedTies.forEach((tie, k) => {
    const base = meters + rowLimit.length + k * periods
    const start = optionStart[choice[tieAfter[tie]!]!]!
    const counts = countsFrom(optionDone[choice[tieBefore[tie]!]!]!, tieLag[tie]!, periods)
    const first = tieLag[tie] === ANY_TIME ? periods - 1 : 0
    for (let t = first; t < periods; t++) slope[base + t] = (counts <= t ? 1 : 0) - (start <= t ? 1 : 0)
  })
}
