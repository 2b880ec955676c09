import { NEVER } from './program.ts'
import type { Worth } from './order-of-worth.ts'
import { choose, fits, isOver, missedBy } from './state.ts'
import type { State } from './state.ts'
import { disturbed, earliestStart, lacking } from './ties.ts'

/** A move in the making: what was changed, so that it can be taken back, and who was put out. */
export type Move = {
  readonly state: State
  readonly worth: Worth
  /** Energy of each option: what it counts for in this part of the search. */
  readonly energy: Float64Array
  readonly below: (bound: number) => number
  readonly families: number[]
  readonly options: number[]
  readonly ejected: number[]
  change: number
}

export const MOST_EJECTED = 6
const SAMPLED = 14

/** Gives a family an option and notes what it had. */
export function take(move: Move, family: number, option: number): void {
  const before = move.state.choice[family]!
  move.families.push(family)
  move.options.push(before)
  move.change += move.energy[option]! - (before >= 0 ? move.energy[before]! : 0)
  choose(move.state, family, option)
}

/** Takes the whole move back, last change first. */
export function takeBack(move: Move): void {
  while (move.families.length > 0) choose(move.state, move.families.pop()!, move.options.pop()!)
  forget(move)
}

/** The move stands. */
export function forget(move: Move): void {
  move.families.length = 0
  move.options.length = 0
  move.ejected.length = 0
  move.state.hot.length = 0
  move.change = 0
}

/** Puts a family in at an option, and what it needs and is out with it; false where that cannot be. */
export function putIn(move: Move, family: number, option: number, depth = 0): boolean {
  const { state, worth } = move
  const { program } = state.layout
  for (let missing = lacking(state, family); missing >= 0; missing = lacking(state, family)) {
    if (depth > 3) return false
    const needed = bestInTime(move, missing, family, program.optionStart[option]!)
    if (needed < 0 || !putIn(move, missing, needed, depth + 1)) return false
  }
  if (earliestStart(state, family) > program.optionStart[option]!) return false
  take(move, family, option)
  for (let waiting = disturbed(state, family, option); waiting >= 0; waiting = disturbed(state, family, option)) {
    const earliest = earliestStart(state, waiting)
    const later = firstRanked(worth, waiting, (p) => program.optionStart[p]! >= earliest && disturbed(state, waiting, p) < 0)
    if (later >= 0 && move.below(2) === 0) take(move, waiting, later)
    else if (!putOut(move, waiting)) return false
  }
  return true
}

/** Best option of `missing` that is done early enough for `family` to begin in `start`. */
function bestInTime({ worth, state }: Move, missing: number, family: number, start: number): number {
  const { program, beforeFrom, beforeList } = state.layout
  let lag = -Infinity
  for (let k = beforeFrom[family]!; k < beforeFrom[family + 1]!; k++) if (program.tieBefore[beforeList[k]!] === missing) lag = Math.max(lag, program.tieLag[beforeList[k]!]!)
  return firstRanked(worth, missing, (p) => program.optionDone[p]! + lag <= start)
}

export function firstRanked({ ranked, rankedFrom }: Worth, family: number, suits: (option: number) => boolean): number {
  for (let k = rankedFrom[family]!; k < rankedFrom[family + 1]!; k++) if (suits(ranked[k]!)) return ranked[k]!
  return -1
}

/** Puts a family out, and what cannot go without it; false where one of them has to go ahead. */
export function putOut(move: Move, family: number): boolean {
  const { state } = move
  const out = state.layout.outOption[family]!
  if (out < 0 || move.ejected.length >= MOST_EJECTED) return false
  move.ejected.push(family)
  take(move, family, out)
  for (let waiting = disturbed(state, family, out); waiting >= 0; waiting = disturbed(state, family, out)) if (!putOut(move, waiting)) return false
  return true
}

/** Puts others out until nothing that went over is over; `kept` stays. False where that takes too many. */
export function makeRoom(move: Move, kept: number): boolean {
  const { state } = move
  while (state.hot.length > 0) {
    const meter = state.hot.at(-1)!
    if (!isOver(state, meter)) {
      state.hot.pop()
      continue
    }
    const victim = victimAt(move, meter, kept)
    if (victim < 0 || !putOut(move, victim)) return false
  }
  return true
}

/** Of a sample of those on the meter, the one that gives up least for what it frees. */
function victimAt(move: Move, meter: number, kept: number): number {
  const { state, energy, below } = move
  const { layout, members, choice, use, most } = state
  const { program, modeFamily, outOption } = layout
  const { periods, lanes } = program
  const onLane = meter < lanes * periods
  const lane = onLane ? Math.floor(meter / periods) : lanes + meter - lanes * periods
  const list = members[lane]!
  const carrying = onLane && program.carryMost[lane]! > 0
  const over = carrying ? Infinity : use[meter]! - most[meter]!
  const tries = Math.min(list.length, SAMPLED)
  const offset = below(list.length)
  const stride = list.length <= SAMPLED ? 1 : 1 + below(Math.floor(list.length / SAMPLED))
  let [best, least] = [-1, Infinity]
  for (let n = 0, at = offset; n < tries; n++, at = (at + stride) % list.length) {
    const which = list[at]!
    const family = modeFamily[onLane ? state.modeOfSegment[which]! : state.modeOfFlat[which]!]!
    if (family === kept || outOption[family]! < 0) continue
    const amount = onLane ? amountAt(state, which, choice[family]!, meter, carrying) : program.flatAmount[which]!
    if (amount <= 0) continue
    const lost = (energy[choice[family]!]! - energy[outOption[family]!]!) / Math.min(amount, over)
    if (lost < least) [best, least] = [family, lost]
  }
  state.steps += tries * 2
  return best
}

/** What a segment uses on a meter; where a lane carries over, what it uses up to then. */
function amountAt({ layout }: State, segment: number, option: number, meter: number, carrying: boolean): number {
  const { periods, segmentLane, segmentAfter, amountFrom, amounts, optionStart } = layout.program
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  const k = meter - (segmentLane[segment]! * periods + start + segmentAfter[segment]!)
  const length = amountFrom[segment + 1]! - amountFrom[segment]!
  if (!carrying) return k < 0 || k >= length ? 0 : amounts[amountFrom[segment]! + k]!
  let sum = 0
  for (let j = 0; j < length && j <= k; j++) sum += amounts[amountFrom[segment]! + j]!
  return sum
}

/** Puts a family that is out in where it fits as things are, at one of its best options; false where it fits at none of them. */
export function fill(move: Move, family: number, tries: number, missed: (state: State) => number = missedBy): boolean {
  const { state, worth, energy } = move
  const { program, outOption } = state.layout
  const out = outOption[family]!
  if (out < 0 || state.choice[family] !== out) return false
  const earliest = earliestStart(state, family)
  if (earliest === NEVER) return false
  let left = tries
  for (let k = worth.rankedFrom[family]!; k < worth.rankedFrom[family + 1]! && left > 0; k++) {
    const option = worth.ranked[k]!
    if (program.optionStart[option]! < earliest) continue
    if (energy[option]! <= energy[out]!) return false
    left--
    if (!fits(state, option)) continue
    const before = missed(state)
    take(move, family, option)
    if (missed(state) <= before + 1e-9) return true
    choose(state, move.families.pop()!, move.options.pop()!)
    move.change -= energy[option]! - energy[out]!
  }
  return false
}
