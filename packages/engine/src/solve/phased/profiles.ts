import type { Layout } from './layout.ts'
import type { Uses } from './uses.ts'

/** How a lane is judged: each period by itself; with overload to be paid; or as a whole, as it carries over. */
export const PLAIN = 0
export const PAID = 1
export const CARRIES = 2

/** What options use, as one run of places for each mode: what a search reads most. */
export type Profiles = {
  /** Amounts of mode m on lanes that carry nothing over: places `entryFrom[m]` to before `entryFrom[m + 1]`. */
  readonly entryFrom: Int32Array
  /** Meter of an amount for a start in period 0; a later start stands as many meters further. */
  readonly entryMeter: Int32Array
  readonly entryAmount: Float64Array
  /** Start of each option; 0 for staying out. */
  readonly shift: Int32Array
  readonly laneKind: Uint8Array
  /** Whether any lane carries over. */
  readonly carries: boolean
  /** Meter of a segment's first amount for a start in period 0. */
  readonly segmentBase: Int32Array
  readonly familyOfSegment: Int32Array
  readonly familyOfFlat: Int32Array
  /** Where the list of each lane begins, and of each flat meter, in one list of all segments and flat amounts by what they are on. */
  readonly memberFrom: Int32Array
}

/** Profiles that were made last of each modes: they outlive limits and values. */
const made = new WeakMap<Uses, Profiles>()

export function profilesOf(layout: Layout): Profiles {
  const { periods, carryMost, overPrice } = layout.program
  const laneKind = Uint8Array.from(carryMost, (most, lane) => (most > 0 ? CARRIES : overPrice.subarray(lane * periods, (lane + 1) * periods).some((price) => price > 0) ? PAID : PLAIN))
  const last = made.get(layout.uses)
  if (last !== undefined && laneKind.every((kind, lane) => kind === last.laneKind[lane])) return last
  const profiles = makeProfiles(layout, laneKind)
  made.set(layout.uses, profiles)
  return profiles
}

function makeProfiles({ program, modeFamily, shift }: Layout, laneKind: Uint8Array): Profiles {
  const { periods, lanes, meters, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter } = program
  const entryFrom = new Int32Array(modeFamily.length + 1)
  const [entryMeter, entryAmount] = [new Int32Array(amounts.length), new Float64Array(amounts.length)]
  const segmentBase = segmentLane.map((lane, g) => lane * periods + segmentAfter[g]!)
  const [familyOfSegment, familyOfFlat] = [new Int32Array(segmentLane.length), new Int32Array(flatMeter.length)]
  let filled = 0
  for (let mode = 0; mode < modeFamily.length; mode++) {
    familyOfSegment.fill(modeFamily[mode]!, segmentFrom[mode], segmentFrom[mode + 1])
    familyOfFlat.fill(modeFamily[mode]!, flatFrom[mode], flatFrom[mode + 1])
    for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
      if (laneKind[segmentLane[g]!] === CARRIES) continue
      for (let k = amountFrom[g]!; k < amountFrom[g + 1]!; k++) {
        if (amounts[k] === 0) continue
        entryMeter[filled] = segmentBase[g]! + k - amountFrom[g]!
        entryAmount[filled++] = amounts[k]!
      }
    }
    entryFrom[mode + 1] = filled
  }
  const memberFrom = new Int32Array(lanes + meters - lanes * periods + 1)
  for (let g = 0; g < segmentLane.length; g++) memberFrom[segmentLane[g]! + 1]!++
  for (let k = 0; k < flatMeter.length; k++) memberFrom[lanes + flatMeter[k]! - lanes * periods + 1]!++
  for (let list = 0; list + 1 < memberFrom.length; list++) memberFrom[list + 1]! += memberFrom[list]!
  return {
    entryFrom, shift, laneKind, memberFrom, segmentBase, familyOfSegment, familyOfFlat,
    entryMeter: entryMeter.slice(0, filled),
    entryAmount: entryAmount.slice(0, filled),
    carries: laneKind.includes(CARRIES),
  }
}
