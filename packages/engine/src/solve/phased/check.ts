import { keepsTie } from './layout.ts'
import type { PhasedPlan, PhasedProgram } from './program.ts'
import { NEVER } from './program.ts'

/** What a plan is worth by the program's numbers; null where it breaks something. Plain and slow: the search's own sums are not used. */
export function readPhased(program: PhasedProgram, plan: PhasedPlan): number | null {
  const { families, optionFrom, optionValue, optionStart, optionDone, tieAfter, tieBefore, tieLag, rowFrom, rowMeter, rowCoefficient, rowLimit, limit, overMost, overPrice, lanes, periods, meters, carryMost } = program
  let value = 0
  for (let i = 0; i < families; i++) {
    if (plan[i]! < optionFrom[i]! || plan[i]! >= optionFrom[i + 1]!) return null
    value += optionValue[plan[i]!]!
  }
  for (let e = 0; e < tieAfter.length; e++) if (!keepsTie(optionStart[plan[tieAfter[e]!]!]!, optionDone[plan[tieBefore[e]!]!]!, tieLag[e]!)) return null
  const use = meterUse(program, plan)
  for (let lane = 0; lane < lanes; lane++) {
    let carried = 0
    for (let q = lane * periods; q < (lane + 1) * periods; q++) {
      const left = limit[q]! + carried - use[q]!
      if (left + overMost[q]! < 0) return null
      value -= overPrice[q]! * Math.max(0, -left)
      carried = Math.min(carryMost[lane]!, Math.max(0, left))
    }
  }
  for (let q = lanes * periods; q < meters; q++) if (use[q]! > limit[q]!) return null
  for (let r = 0; r < rowLimit.length; r++) {
    let sum = 0
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) sum += rowCoefficient[k]! * use[rowMeter[k]!]!
    if (sum > rowLimit[r]!) return null
  }
  return value
}

/** What a plan uses on each meter. */
export function meterUse(program: PhasedProgram, plan: PhasedPlan): Float64Array {
  const { families, meters, periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount } = program
  const use = new Float64Array(meters)
  for (let i = 0; i < families; i++) {
    const mode = optionMode[plan[i]!]!
    const start = optionStart[plan[i]!] === NEVER ? 0 : optionStart[plan[i]!]!
    for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
      for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++) use[segmentLane[g]! * periods + start + segmentAfter[g]! + k - amountFrom[g]!]! += amounts[k]!
    }
    for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) use[flatMeter[k]!]! += flatAmount[k]!
  }
  return use
}
