import type { PhasedProgram } from './program.ts'

/** All that modes use of lanes, as one run of places for each mode: what follows from prices is read and added up in one loop, whatever the lanes. */
export type Uses = {
  /** Amounts of mode m: places `from[m]` to before `from[m + 1]`. */
  readonly from: Int32Array
  /** Meter of an amount for a start in period 0; a later start stands as many meters further. */
  readonly meter: Int32Array
  readonly amount: Float64Array
}

export function usesOf({ periods, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts }: PhasedProgram): Uses {
  const meter = new Int32Array(amounts.length)
  for (let g = 0; g < segmentLane.length; g++) {
    let q = segmentLane[g]! * periods + segmentAfter[g]!
    for (let k = amountFrom[g]!, to = amountFrom[g + 1]!; k < to; k++) meter[k] = q++
  }
  return { from: segmentFrom.map((g) => amountFrom[g]!), meter, amount: amounts }
}

/** Usual amount on each meter, the same in all periods of a lane: root mean square of those that meet it; 0 where none does. */
export function usualAmounts({ periods, lanes, meters, segmentLane, amountFrom, amounts, flatMeter, flatAmount }: PhasedProgram): Float64Array {
  const [squares, counts] = [new Float64Array(meters), new Float64Array(meters)]
  for (let g = 0; g < segmentLane.length; g++) {
    const q = segmentLane[g]! * periods
    for (let k = amountFrom[g]!, to = amountFrom[g + 1]!; k < to; k++) squares[q]! += amounts[k]! * amounts[k]!
    counts[q]! += amountFrom[g + 1]! - amountFrom[g]!
  }
  for (let k = 0; k < flatMeter.length; k++) {
    squares[flatMeter[k]!]! += flatAmount[k]! * flatAmount[k]!
    counts[flatMeter[k]!]!++
  }
  return squares.map((_, meter) => {
    const q = meter < lanes * periods ? meter - (meter % periods) : meter
    return counts[q] === 0 ? 0 : Math.sqrt(squares[q]! / counts[q]!)
  })
}
