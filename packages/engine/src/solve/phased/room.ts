import { CARRIES } from './profiles.ts'
import type { State } from './state.ts'

/** Whether a meter is over what is let pass. */
export function isOver({ room, laneMissed, profiles, layout }: State, meter: number): boolean {
  if (room[meter]! < 0) return true
  const lane = Math.floor(meter / layout.program.periods)
  return lane < laneMissed.length && profiles.laneKind[lane] === CARRIES && laneMissed[lane]! > 0
}

/** Whether an option could be added without anything going over; only for a family whose present option uses nothing. */
export function fits(state: State, option: number): boolean {
  const { room, profiles, layout } = state
  const { entryFrom, entryMeter, entryAmount, shift } = profiles
  const { optionMode, flatFrom, flatMeter, flatAmount } = layout.program
  const mode = optionMode[option]!
  const start = shift[option]!
  const first = entryFrom[mode]!
  for (let k = first, to = entryFrom[mode + 1]!; k < to; k++) {
    if (room[entryMeter[k]! + start]! < entryAmount[k]!) {
      state.steps += k - first + 1
      return false
    }
  }
  state.steps += entryFrom[mode + 1]! - first
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) if (room[flatMeter[k]!]! < flatAmount[k]!) return false
  return !profiles.carries || fitsCarrying(state, mode, start)
}

function fitsCarrying(state: State, mode: number, start: number): boolean {
  const { segmentFrom, segmentLane } = state.layout.program
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) if (state.profiles.laneKind[segmentLane[g]!] === CARRIES && !fitsLane(state, g, start)) return false
  return true
}

function fitsLane({ layout, use, profiles }: State, segment: number, start: number): boolean {
  const { periods, limit, carryMost, amounts, amountFrom, segmentLane } = layout.program
  const lane = segmentLane[segment]!
  const from = profiles.segmentBase[segment]! + start
  const [first, to] = [amountFrom[segment]!, amountFrom[segment + 1]!]
  let carried = 0
  for (let q = lane * periods; q < (lane + 1) * periods; q++) {
    const more = q >= from && q - from < to - first ? amounts[first + q - from]! : 0
    const left = limit[q]! + carried - use[q]! - more
    if (left < 0) return false
    carried = Math.min(carryMost[lane]!, left)
  }
  return true
}

/** Takes what an option uses off the lanes (sign 1) or puts it back (-1), for a look at what would be left: nothing else of the state is changed. */
export function lift({ room, profiles, layout }: State, option: number, sign: 1 | -1): void {
  const { entryFrom, entryMeter, entryAmount, shift } = profiles
  const mode = layout.program.optionMode[option]!
  const start = shift[option]!
  for (let k = entryFrom[mode]!, to = entryFrom[mode + 1]!; k < to; k++) room[entryMeter[k]! + start]! += sign * entryAmount[k]!
}

/** What it would cost to make room for an option on the lanes, at a cost for each unit of a meter. */
export function overdraft(state: State, option: number, cost: Float64Array): number {
  const { room, profiles, layout } = state
  const { entryFrom, entryMeter, entryAmount, shift } = profiles
  const mode = layout.program.optionMode[option]!
  const start = shift[option]!
  const [first, to] = [entryFrom[mode]!, entryFrom[mode + 1]!]
  let sum = 0
  for (let k = first; k < to; k++) {
    const q = entryMeter[k]! + start
    const over = entryAmount[k]! - room[q]!
    if (over > 0) sum += cost[q]! * over
  }
  state.steps += to - first
  return sum
}
