import { decay } from './exponential.ts'
import type { PhasedProgram } from './program.ts'
import type { Layout } from './layout.ts'
import { carriesAll, countsFrom } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'

/**
 * About how much the slope of the softened bound changes with each price: the variance of what the shares use, for each unit of softness, the periods
 * of an option and the meters of a row taken by themselves.
 */
export function bendOf(layout: Layout, weight: Float64Array, multipliers: Multipliers, softness: number, bend: Float64Array): void {
  const { program } = layout
  bend.fill(0)
  for (let p = 0; p < weight.length; p++) if (weight[p]! > 0 && weight[p]! < 1) addSpread(layout, p, (weight[p]! * (1 - weight[p]!)) / softness, bend)
  bendLimits(program, multipliers, softness, bend)
  bendTies(layout, weight, softness, bend)
}

function addSpread({ program, shift, uses }: Layout, option: number, spread: number, bend: Float64Array): void {
  const { optionMode, flatFrom, flatMeter, flatAmount } = program
  const { from, meter, amount } = uses
  const mode = optionMode[option]!
  const start = shift[option]!
  for (let k = from[mode]!, to = from[mode + 1]!; k < to; k++) bend[meter[k]! + start]! += spread * amount[k]! * amount[k]!
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) bend[flatMeter[k]!]! += spread * flatAmount[k]! * flatAmount[k]!
}

function bendLimits(program: PhasedProgram, multipliers: Multipliers, softness: number, bend: Float64Array): void {
  const { periods, lanes, meters, overMost, overPrice, carryMost, rowFrom, rowMeter, rowCoefficient } = program
  for (let r = 0; r < rowFrom.length - 1; r++) {
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) bend[meters + r]! += rowCoefficient[k]! * rowCoefficient[k]! * bend[rowMeter[k]!]!
  }
  for (let lane = 0; lane < lanes; lane++) {
    const most = carryMost[lane]!
    for (let q = lane * periods; q < (lane + 1) * periods; q++) {
      if (overMost[q]! > 0) bend[q]! += spreadOf(overMost[q]!, multipliers[q]! - overPrice[q]!, softness)
      if (most === 0 || q % periods === 0) continue
      if (carriesAll(program, lane)) bend[q]! += bend[q - 1]!
      else {
        const spread = spreadOf(most, multipliers[q]! - multipliers[q - 1]!, softness)
        bend[q]! += spread
        bend[q - 1]! += spread
      }
    }
  }
}

function spreadOf(most: number, worth: number, softness: number): number {
  const less = decay((Math.abs(worth) * most) / softness)
  return (most * most * less) / ((1 + less) * (1 + less) * softness)
}

function bendTies({ program, pricedTies }: Layout, weight: Float64Array, softness: number, bend: Float64Array): void {
  const { periods, meters, rowLimit, tieAfter, tieBefore, tieLag, optionFrom, optionStart, optionDone } = program
  pricedTies.forEach((tie, k) => {
    const base = meters + rowLimit.length + k * periods
    const add = (from: number, part: number): void => {
      if (part > 0) for (let t = from; t < periods; t++) bend[base + t]! += (part * (1 - part)) / softness
    }
    const [after, before] = [tieAfter[tie]!, tieBefore[tie]!]
    for (let p = optionFrom[after]!; p < optionFrom[after + 1]!; p++) add(optionStart[p]!, weight[p]!)
    for (let p = optionFrom[before]!; p < optionFrom[before + 1]!; p++) add(countsFrom(optionDone[p]!, tieLag[tie]!, periods), weight[p]!)
  })
}
