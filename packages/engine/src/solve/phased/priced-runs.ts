import type { Layout } from './layout.ts'

/** Amounts on the lanes that have a price, one run of places for each mode, so that an option is priced in one loop. Made anew when other lanes have one. */
export type PricedRuns = {
  /** 1 for each lane that has a price, as the runs stand. */
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

/** Brings the runs up to date with the prices; returns the places that were written. */
export function updateRuns(runs: PricedRuns, { program, modeFamily }: Layout, prices: Float64Array): number {
  const { periods, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts } = program
  if (!lanesChanged(runs.lanes, periods, prices)) return 0
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
  return filled
}

/** Writes which lanes have a price, and says whether others had one before. */
function lanesChanged(lanes: Uint8Array, periods: number, prices: Float64Array): boolean {
  let changed = false
  for (let lane = 0; lane < lanes.length; lane++) {
    let active = 0
    for (let q = lane * periods; q < (lane + 1) * periods; q++) if (prices[q] !== 0) active = 1
    if (lanes[lane] !== active) changed = true
    lanes[lane] = active
  }
  return changed
}
