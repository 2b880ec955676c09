import { NEVER } from './program.ts'
import { CARRIES } from './profiles.ts'
import type { Worth } from './order-of-worth.ts'
import { fits, isOver } from './room.ts'
import { choose, cool, missedBy } from './state.ts'
import type { State } from './state.ts'
import { disturbed, earliestStart, lacking } from './ties.ts'

/** A move in the making: what was changed, so that it can be taken back, and who was put out. Lists have a count of their own and are never shortened. */
export type Move = {
  readonly state: State
  worth: Worth
  /** Energy of each option: what it counts for in this part of the search. */
  readonly energy: Float64Array
  readonly below: (bound: number) => number
  families: Int32Array
  options: Int32Array
  count: number
  readonly ejected: Int32Array
  ejectedCount: number
  /** How many may be put out. */
  mostEjected: number
  /** Change of energy and of value by the move so far. */
  change: number
  gain: number
}

export const MOST_EJECTED = 24
/** Members of a lane that are looked at for one to put out, and of those that are on the meter. */
const SAMPLED = 14
const MET = 6

/** A move that changes nothing yet. */
export function moveOf(state: State, worth: Worth, below: (bound: number) => number): Move {
  return {
    state, worth, below,
    energy: worth.net.slice(),
    families: new Int32Array(64), options: new Int32Array(64), count: 0,
    ejected: new Int32Array(MOST_EJECTED), ejectedCount: 0, mostEjected: MOST_EJECTED,
    change: 0, gain: 0,
  }
}

/** Gives a family an option and notes what it had. */
export function take(move: Move, family: number, option: number): void {
  const { state, energy } = move
  const { optionValue } = state.layout.program
  const before = state.choice[family]!
  if (move.count === move.families.length) grow(move)
  move.families[move.count] = family
  move.options[move.count++] = before
  move.change += energy[option]! - energy[before]!
  move.gain += optionValue[option]! - optionValue[before]!
  choose(state, family, option)
}

function grow(move: Move): void {
  const [families, options] = [move.families, move.options]
  move.families = new Int32Array(2 * families.length)
  move.options = new Int32Array(2 * options.length)
  move.families.set(families)
  move.options.set(options)
}

/** Takes the last change back. */
function untake(move: Move): void {
  const { state, energy } = move
  const { optionValue } = state.layout.program
  const family = move.families[--move.count]!
  const before = move.options[move.count]!
  const option = state.choice[family]!
  move.change -= energy[option]! - energy[before]!
  move.gain -= optionValue[option]! - optionValue[before]!
  choose(state, family, before)
}

/** Takes the whole move back, last change first. */
export function takeBack(move: Move): void {
  const { state, families, options } = move
  for (let k = move.count - 1; k >= 0; k--) choose(state, families[k]!, options[k]!)
  forget(move)
}

/** The move stands. */
export function forget(move: Move): void {
  move.count = 0
  move.ejectedCount = 0
  move.change = 0
  move.gain = 0
  cool(move.state)
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
  if (out < 0 || move.ejectedCount >= move.mostEjected) return false
  move.ejected[move.ejectedCount++] = family
  take(move, family, out)
  for (let waiting = disturbed(state, family, out); waiting >= 0; waiting = disturbed(state, family, out)) if (!putOut(move, waiting)) return false
  return true
}

/** Puts others out until nothing that went over is over; `kept` stays. False where that takes too many. */
export function makeRoom(move: Move, kept: number): boolean {
  const { state } = move
  while (state.hotCount > 0) {
    const meter = state.hot[state.hotCount - 1]!
    if (!isOver(state, meter)) {
      state.isHot[meter] = 0
      state.hotCount--
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
  const { layout, members, memberFrom, choice, room, profiles } = state
  const { program, outOption } = layout
  const { periods, lanes } = program
  const onLane = meter < lanes * periods
  const lane = onLane ? Math.floor(meter / periods) : lanes + meter - lanes * periods
  const from = memberFrom[lane]!
  const count = state.memberCount[lane]!
  const carrying = onLane && profiles.laneKind[lane] === CARRIES
  const over = carrying ? Infinity : -room[meter]!
  const owner = onLane ? profiles.familyOfSegment : profiles.familyOfFlat
  const tries = Math.min(count, SAMPLED)
  const stride = count <= SAMPLED ? 1 : 1 + below(Math.floor(count / SAMPLED))
  let [best, least, met, n] = [-1, Infinity, 0, 0]
  for (let at = below(count); n < tries && met < MET; n++) {
    const which = members[from + at]!
    at += stride
    if (at >= count) at -= count
    const family = owner[which]!
    const out = outOption[family]!
    if (family === kept || out < 0) continue
    const option = choice[family]!
    const amount = onLane ? amountAt(state, which, option, meter, carrying) : program.flatAmount[which]!
    if (amount <= 0) continue
    met++
    const lost = (energy[option]! - energy[out]!) / (amount < over ? amount : over)
    if (lost < least) {
      best = family
      least = lost
    }
  }
  state.steps += n * 2
  return best
}

/** What a segment uses on a meter; where a lane carries over, what it uses up to then. */
function amountAt({ layout, profiles }: State, segment: number, option: number, meter: number, carrying: boolean): number {
  const { amountFrom, amounts } = layout.program
  const first = amountFrom[segment]!
  const k = meter - profiles.segmentBase[segment]! - profiles.shift[option]!
  const length = amountFrom[segment + 1]! - first
  if (!carrying) return k < 0 || k >= length ? 0 : amounts[first + k]!
  let sum = 0
  for (let j = 0; j < length && j <= k; j++) sum += amounts[first + j]!
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
    untake(move)
  }
  return false
}
