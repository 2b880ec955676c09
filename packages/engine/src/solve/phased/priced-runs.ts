import type { Layout } from './layout.ts'

/** Amounts on the lanes that have a price, one run of places for each mode, so that an option is priced in one loop. Made anew when further lanes have one. */
export type PricedRuns = {
  /** 1 for each lane that has a price or had one. */
  readonly lanes: Uint8Array
  /** Amounts of mode m: places `from[m]` to before `from[m + 1]`; each with its meter for a start in period 0. */
  readonly from: Int32Array
  readonly meter: Int32Array
  readonly amount: Float64Array
}

export const noRuns = ({ program, modeFamily }: Layout): PricedRuns => ({
  lanes: new Uint8Array(program.lanes),
  from: new Int32Array(modeFamily.length + 1),
  meter: new Int32Array(program.amounts.length),
  amount: new Float64Array(program.amounts.length),
})

/** Brings the runs up to date with the prices; a lane that had a price keeps its places. */
export function updateRuns(runs: PricedRuns, { program, modeFamily }: Layout, prices: Float64Array): void {
  const { periods, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts } = program
  if (!lanesAdded(runs.lanes, periods, prices)) return
  const { lanes, from, meter, amount } = runs
  let filled = 0
  for (let mode = 0; mode < modeFamily.length; mode++) {
    for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
      const lane = segmentLane[g]!
      if (lanes[lane] === 0) continue
      let q = lane * periods + segmentAfter[g]!
      for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++) {
        meter[filled] = q++
        amount[filled++] = amounts[k]!
      }
    }
    from[mode + 1] = filled
  }
}

/** Notes the lanes that have a price, and says whether there is one that had none before. */
function lanesAdded(lanes: Uint8Array, periods: number, prices: Float64Array): boolean {
  let added = false
  for (let lane = 0; lane < lanes.length; lane++) {
    if (lanes[lane] === 1 || !hasPrice(prices, lane * periods, periods)) continue
    lanes[lane] = 1
    added = true
  }
  return added
}

/** Whether any of `count` meters from one on has a price. */
export function hasPrice(prices: Float64Array, from: number, count: number): boolean {
  for (let q = from; q < from + count; q++) if (prices[q] !== 0) return true
  return false
}
