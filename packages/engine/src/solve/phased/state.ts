import { NEVER } from './program.ts'
import { grouped } from './layout.ts'
import type { Layout } from './layout.ts'

/**
 * A plan with all that its moves need: what each meter has used, who is on each lane, what is broken. Numbers are whole, so adding and taking away
 * leaves no trace. A constraint that is broken counts by how much, in units of its usual amount.
 */
export type State = {
  readonly layout: Layout
  readonly choice: Int32Array
  readonly use: Float64Array
  /** Highest use of a meter that is let pass by itself; Infinity where a lane carries over, which is judged as a whole. */
  readonly most: Float64Array
  /** 1 / usual amount of each meter, lane of a carry-over and row: what a unit too much weighs. */
  readonly weight: Float64Array
  readonly laneMissed: Float64Array
  readonly rowUse: Float64Array
  /** Terms of rows that read meter q: `termFrom[q]` to before `termFrom[q + 1]`, each a row and a coefficient. */
  readonly termFrom: Int32Array
  readonly termRow: Int32Array
  readonly termCoefficient: Float64Array
  /** Segments (lanes) and flat amounts (meters) of what is chosen, by lane and by flat meter, and where each stands in its list. */
  readonly members: readonly number[][]
  readonly segmentPlace: Int32Array
  readonly flatPlace: Int32Array
  readonly modeOfSegment: Int32Array
  readonly modeOfFlat: Int32Array
  /** Meters that went over since the list was last emptied; they may have come back. */
  readonly hot: number[]
  /** What meters and lanes miss, and what rows miss. */
  violation: number
  rowsMissed: number
  overload: number
  steps: number
}

export function stateOf(layout: Layout, scale: Float64Array): State {
  const { program } = layout
  const { lanes, periods, meters, limit, overMost, carryMost, families, rowLimit } = program
  const most = limit.map((each, q) => each + overMost[q]!)
  for (let q = 0; q < lanes * periods; q++) if (carryMost[Math.floor(q / periods)]! > 0) most[q] = Infinity
  const modes = layout.modeFamily.length
  const [modeOfSegment, modeOfFlat] = [new Int32Array(program.segmentLane.length), new Int32Array(program.flatMeter.length)]
  for (let mode = 0; mode < modes; mode++) {
    modeOfSegment.fill(mode, program.segmentFrom[mode], program.segmentFrom[mode + 1])
    modeOfFlat.fill(mode, program.flatFrom[mode], program.flatFrom[mode + 1])
  }
  const terms = grouped(meters, program.rowMeter)
  const rowOfTerm = new Int32Array(program.rowMeter.length)
  for (let r = 0; r < rowLimit.length; r++) rowOfTerm.fill(r, program.rowFrom[r], program.rowFrom[r + 1])
  const state: State = {
    layout, most, modeOfSegment, modeOfFlat,
    choice: new Int32Array(families).fill(-1),
    use: new Float64Array(meters),
    weight: scale.map((each) => (each > 0 ? 1 / each : 0)),
    laneMissed: new Float64Array(lanes),
    rowUse: new Float64Array(rowLimit.length),
    termFrom: terms.from,
    termRow: terms.list.map((term) => rowOfTerm[term]!),
    termCoefficient: Float64Array.from(terms.list, (term) => program.rowCoefficient[term]!),
    members: Array.from({ length: lanes + meters - lanes * periods }, () => []),
    segmentPlace: new Int32Array(modeOfSegment.length),
    flatPlace: new Int32Array(modeOfFlat.length),
    hot: [], violation: 0, rowsMissed: 0, overload: 0, steps: 0,
  }
  for (let r = 0; r < rowLimit.length; r++) state.rowsMissed += Math.max(0, -rowLimit[r]!) * state.weight[meters + r]!
  return state
}

/** Gives a family another option (-1: none yet), and counts what that changes. */
export function choose(state: State, family: number, option: number): void {
  const before = state.choice[family]!
  if (before >= 0) apply(state, before, -1)
  if (option >= 0) apply(state, option, 1)
  state.choice[family] = option
}

function apply(state: State, option: number, sign: 1 | -1): void {
  const { layout, use, most, weight, members, segmentPlace, flatPlace, hot } = state
  const { program } = layout
  const { periods, lanes, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount, limit, overPrice, carryMost } = program
  const mode = optionMode[option]!
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    const lane = segmentLane[g]!
    let q = lane * periods + start + segmentAfter[g]!
    const to = amountFrom[g + 1]!
    state.steps += to - amountFrom[g]!
    for (let k = amountFrom[g]!; k < to; k++, q++) {
      const was = use[q]!
      const now = was + sign * amounts[k]!
      use[q] = now
      if (was <= limit[q]! && now <= limit[q]!) continue
      if (overPrice[q]! > 0) state.overload += overPrice[q]! * (Math.max(0, Math.min(now, most[q]!) - limit[q]!) - Math.max(0, Math.min(was, most[q]!) - limit[q]!))
      if (now > most[q]!) hot.push(q)
      if (now > most[q]! || was > most[q]!) state.violation += weight[q]! * (Math.max(0, now - most[q]!) - Math.max(0, was - most[q]!))
    }
    if (sign > 0) segmentPlace[g] = members[lane]!.push(g) - 1
    else leave(members[lane]!, segmentPlace, g)
    if (carryMost[lane]! > 0) judgeLane(state, lane)
  }
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) {
    const q = flatMeter[k]!
    const was = use[q]!
    const now = was + sign * flatAmount[k]!
    use[q] = now
    state.steps += 2
    if (limit[q]! < Infinity) {
      if (now > limit[q]!) hot.push(q)
      if (now > limit[q]! || was > limit[q]!) state.violation += weight[q]! * (Math.max(0, now - limit[q]!) - Math.max(0, was - limit[q]!))
      const list = members[lanes + q - lanes * periods]!
      if (sign > 0) flatPlace[k] = list.push(k) - 1
      else leave(list, flatPlace, k)
    }
    judgeRows(state, q, sign * flatAmount[k]!)
  }
}

/** Takes one out of a list by moving the last into its place. */
function leave(list: number[], place: Int32Array, which: number): void {
  const last = list.pop()!
  if (last === which) return
  list[place[which]!] = last
  place[last] = place[which]!
}

/** A lane with carry-over, read from its first period to its last. */
function judgeLane(state: State, lane: number): void {
  const { use, laneMissed, weight, layout, hot } = state
  const { periods, limit, carryMost } = layout.program
  let [carried, missed] = [0, 0]
  for (let t = 0, q = lane * periods; t < periods; t++, q++) {
    const left = limit[q]! + carried - use[q]!
    if (left < 0) {
      missed -= left
      hot.push(q)
    }
    carried = Math.max(0, Math.min(carryMost[lane]!, left))
  }
  state.steps += periods
  state.violation += (missed - laneMissed[lane]!) * weight[lane * periods]!
  laneMissed[lane] = missed
}

function judgeRows(state: State, meter: number, change: number): void {
  const { termFrom, termRow, termCoefficient, rowUse, weight, layout } = state
  const { rowLimit, meters } = layout.program
  for (let at = termFrom[meter]!; at < termFrom[meter + 1]!; at++) {
    const row = termRow[at]!
    const was = rowUse[row]!
    const now = was + termCoefficient[at]! * change
    rowUse[row] = now
    const most = rowLimit[row]!
    if (now > most || was > most) state.rowsMissed += (Math.max(0, now - most) - Math.max(0, was - most)) * weight[meters + row]!
    state.steps += 2
  }
}

/** How much is broken in all. */
export const missedBy = (state: State): number => state.violation + state.rowsMissed

/** Whether a meter is over what is let pass. */
export function isOver({ use, most, laneMissed, layout }: State, meter: number): boolean {
  if (use[meter]! > most[meter]!) return true
  const { lanes, periods, carryMost } = layout.program
  const lane = Math.floor(meter / periods)
  return lane < lanes && carryMost[lane]! > 0 && laneMissed[lane]! > 0
}

/** Whether an option could be added without anything going over; only for a family whose present option uses nothing. */
export function fits(state: State, option: number): boolean {
  const { layout, use, most } = state
  const { periods, optionMode, optionStart, segmentFrom, segmentLane, segmentAfter, amountFrom, amounts, flatFrom, flatMeter, flatAmount, carryMost, limit } = layout.program
  const mode = optionMode[option]!
  const start = optionStart[option] === NEVER ? 0 : optionStart[option]!
  for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
    const lane = segmentLane[g]!
    let q = lane * periods + start + segmentAfter[g]!
    const to = amountFrom[g + 1]!
    if (carryMost[lane]! > 0) {
      if (!fitsCarrying(state, lane, q, amountFrom[g]!, to)) return false
      continue
    }
    for (let k = amountFrom[g]!; k < to; k++, q++) {
      if (use[q]! + amounts[k]! > most[q]!) {
        state.steps += k - amountFrom[g]!
        return false
      }
    }
    state.steps += to - amountFrom[g]!
  }
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) if (use[flatMeter[k]!]! + flatAmount[k]! > limit[flatMeter[k]!]!) return false
  return true
}

function fitsCarrying({ layout, use }: State, lane: number, from: number, first: number, to: number): boolean {
  const { periods, limit, carryMost, amounts } = layout.program
  let carried = 0
  for (let q = lane * periods; q < (lane + 1) * periods; q++) {
    const more = q >= from && q - from < to - first ? amounts[first + q - from]! : 0
    const left = limit[q]! + carried - use[q]! - more
    if (left < 0) return false
    carried = Math.min(carryMost[lane]!, left)
  }
  return true
}
