import type { Layout } from './layout.ts'
import { CARRIES, PAID, PLAIN, profilesOf } from './profiles.ts'
import type { Profiles } from './profiles.ts'
import { recount, rowsOf, settle, touch } from './rows.ts'
import type { Rows } from './rows.ts'

/**
 * A plan with all that its moves need: what is left on each meter, who is on each lane, what is broken. Numbers are whole, so adding and taking away
 * leaves no trace. A constraint that is broken counts by how much, in units of its usual amount. Lists are typed arrays of a size that never changes,
 * each with its count: nothing is made or thrown away while a search runs.
 */
export type State = {
  readonly layout: Layout
  readonly profiles: Profiles
  readonly rows: Rows
  readonly choice: Int32Array
  /** What may still be used of each meter, overload included; negative where it is passed, Infinity where nothing limits it by itself. */
  readonly room: Float64Array
  /** What is used of each meter: kept for lanes that carry over and for flat meters. */
  readonly use: Float64Array
  /** 1 / usual amount of each meter, lane of a carry-over and row: what a unit too much weighs. */
  readonly weight: Float64Array
  /** What a lane that carries over misses, and what the overload of a lane costs. */
  readonly laneMissed: Float64Array
  readonly laneOverload: Float64Array
  /** Segments (lanes) and flat amounts (limited flat meters) of what is chosen, list by list, and where each stands in its list. */
  readonly memberFrom: Int32Array
  readonly memberCount: Int32Array
  readonly members: Int32Array
  readonly segmentPlace: Int32Array
  readonly flatPlace: Int32Array
  /** Meters that went over since the list was last emptied; they may have come back. */
  readonly hot: Int32Array
  readonly isHot: Uint8Array
  hotCount: number
  /** What meters and lanes miss. */
  violation: number
  overload: number
  steps: number
}

export function stateOf(layout: Layout, scale: Float64Array): State {
  const { program } = layout
  const { lanes, periods, meters, limit, overMost, families } = program
  const profiles = profilesOf(layout)
  const { memberFrom } = profiles
  const room = limit.map((each, q) => each + overMost[q]!)
  for (let q = 0; q < lanes * periods; q++) if (profiles.laneKind[Math.floor(q / periods)] === CARRIES) room[q] = Infinity
  const weight = scale.map((each) => (each > 0 ? 1 / each : 0))
  return {
    layout, profiles, room, weight, memberFrom,
    rows: rowsOf(program, weight),
    choice: new Int32Array(families).fill(-1),
    use: new Float64Array(meters),
    laneMissed: new Float64Array(lanes),
    laneOverload: new Float64Array(lanes),
    memberCount: new Int32Array(memberFrom.length - 1),
    members: new Int32Array(memberFrom.at(-1)!),
    segmentPlace: new Int32Array(program.segmentLane.length),
    flatPlace: new Int32Array(program.flatMeter.length),
    hot: new Int32Array(meters),
    isHot: new Uint8Array(meters),
    hotCount: 0, violation: 0, overload: 0, steps: 0,
  }
}

/** Gives a family another option (-1: none yet), and counts what that changes. */
export function choose(state: State, family: number, option: number): void {
  const before = state.choice[family]!
  if (before >= 0) apply(state, before, -1)
  if (option >= 0) apply(state, option, 1)
  state.choice[family] = option
}

function apply(state: State, option: number, sign: 1 | -1): void {
  const { room, profiles } = state
  const { entryFrom, entryMeter, entryAmount, shift } = profiles
  const mode = state.layout.program.optionMode[option]!
  const start = shift[option]!
  const to = entryFrom[mode + 1]!
  for (let k = entryFrom[mode]!; k < to; k++) {
    const q = entryMeter[k]! + start
    const was = room[q]!
    const now = was - sign * entryAmount[k]!
    room[q] = now
    if (now < 0 || was < 0) passed(state, q, was, now)
  }
  state.steps += to - entryFrom[mode]! + 4
  applySegments(state, mode, start, sign)
  applyFlats(state, mode, sign)
}

/** Counts what a meter misses more or less. */
function passed(state: State, meter: number, was: number, now: number): void {
  state.violation += state.weight[meter]! * (Math.max(0, -now) - Math.max(0, -was))
  if (now < 0) heat(state, meter)
}

/** Notes that a meter is over. */
export function heat(state: State, meter: number): void {
  if (state.isHot[meter] === 1) return
  state.isHot[meter] = 1
  state.hot[state.hotCount++] = meter
}

/** Empties the list of meters that went over. */
export function cool(state: State): void {
  while (state.hotCount > 0) state.isHot[state.hot[--state.hotCount]!] = 0
}

function applySegments(state: State, mode: number, start: number, sign: 1 | -1): void {
  const { memberFrom, memberCount, members, segmentPlace, profiles } = state
  const { segmentFrom, segmentLane } = state.layout.program
  const { laneKind } = profiles
  for (let g = segmentFrom[mode]!, to = segmentFrom[mode + 1]!; g < to; g++) {
    const lane = segmentLane[g]!
    const base = memberFrom[lane]!
    if (sign > 0) {
      const place = memberCount[lane]!++
      members[base + place] = g
      segmentPlace[g] = place
    } else {
      const last = members[base + --memberCount[lane]!]!
      const place = segmentPlace[g]!
      members[base + place] = last
      segmentPlace[last] = place
    }
    if (laneKind[lane] !== PLAIN) judgeSegment(state, g, lane, start, sign)
  }
}

function judgeSegment(state: State, segment: number, lane: number, start: number, sign: 1 | -1): void {
  if (state.profiles.laneKind[lane] === PAID) {
    judgeOverload(state, lane)
    return
  }
  const { amountFrom, amounts } = state.layout.program
  let q = state.profiles.segmentBase[segment]! + start
  for (let k = amountFrom[segment]!; k < amountFrom[segment + 1]!; k++) state.use[q++]! += sign * amounts[k]!
  judgeLane(state, lane)
}

/** What the overload of a lane costs; what goes beyond the most counts as missed, not as overload. */
function judgeOverload(state: State, lane: number): void {
  const { room, laneOverload } = state
  const { periods, overMost, overPrice } = state.layout.program
  let cost = 0
  for (let q = lane * periods; q < (lane + 1) * periods; q++) if (room[q]! < overMost[q]!) cost += overPrice[q]! * (overMost[q]! - Math.max(0, room[q]!))
  state.steps += periods
  state.overload += cost - laneOverload[lane]!
  laneOverload[lane] = cost
}

/** A lane with carry-over, read from its first period to its last. */
function judgeLane(state: State, lane: number): void {
  const { use, laneMissed, weight, layout } = state
  const { periods, limit, carryMost } = layout.program
  let [carried, missed] = [0, 0]
  for (let t = 0, q = lane * periods; t < periods; t++, q++) {
    const left = limit[q]! + carried - use[q]!
    if (left < 0) {
      missed -= left
      heat(state, q)
    }
    carried = Math.max(0, Math.min(carryMost[lane]!, left))
  }
  state.steps += periods
  state.violation += (missed - laneMissed[lane]!) * weight[lane * periods]!
  laneMissed[lane] = missed
}

function applyFlats(state: State, mode: number, sign: 1 | -1): void {
  const { room, use, memberFrom, memberCount, members, flatPlace, rows } = state
  const { flatFrom, flatMeter, flatAmount, limit, lanes, periods } = state.layout.program
  for (let k = flatFrom[mode]!, to = flatFrom[mode + 1]!; k < to; k++) {
    const q = flatMeter[k]!
    const amount = sign * flatAmount[k]!
    use[q]! += amount
    touch(rows, q)
    if (limit[q] === Infinity) continue
    const was = room[q]!
    room[q] = was - amount
    if (was - amount < 0 || was < 0) passed(state, q, was, was - amount)
    const list = lanes + q - lanes * periods
    const base = memberFrom[list]!
    if (sign > 0) {
      const place = memberCount[list]!++
      members[base + place] = k
      flatPlace[k] = place
    } else {
      const last = members[base + --memberCount[list]!]!
      members[base + flatPlace[k]!] = last
      flatPlace[last] = flatPlace[k]!
    }
  }
}

/** What rows miss. */
export function rowsMissed(state: State): number {
  if (state.rows.touchedCount > 0) state.steps += settle(state.rows, state.use)
  return state.rows.missed
}

/** How much is broken in all. */
export const missedBy = (state: State): number => state.violation + rowsMissed(state)

/** Adds up anew what is missed, so that no rounding stays. */
export function addUpMissed(state: State): void {
  const { room, weight, laneMissed, profiles, layout } = state
  rowsMissed(state)
  recount(state.rows)
  state.violation = 0
  for (let q = 0; q < room.length; q++) if (room[q]! < 0) state.violation -= room[q]! * weight[q]!
  for (let lane = 0; lane < laneMissed.length; lane++) if (profiles.laneKind[lane] === CARRIES) state.violation += laneMissed[lane]! * weight[lane * layout.program.periods]!
}
