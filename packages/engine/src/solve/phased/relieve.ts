import { NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'
import { forget, take, takeBack } from './moves.ts'
import type { Move } from './moves.ts'
import { firstOf, queueOf, rescore } from './queue.ts'
import { lift } from './room.ts'
import { addUpMissed, missedBy, rowsMissed } from './state.ts'
import type { State } from './state.ts'
import { disturbed, earliestStart } from './ties.ts'

/** A plan is given up after so many looks for each family. */
const LOOKS_BY_FAMILY = 16
/** Where no change relieves any more, what is still missed counts so much more, so many times. */
const RAISE = 4
const MOST_RAISED = 4
/** Room that is left over counts for so much of its price: what is freed beside the need is not all used again. */
const SLACK = 0.6

/**
 * Relieves a plan of what it passes and misses: again and again the one change (out, elsewhere or in) that gives up least for what it relieves.
 * What waits for somebody goes with him. Scores are old until somebody is about to be taken. False where no change relieves any more.
 */
export function relieveByPrice(move: Move): boolean {
  const { state, worth, energy } = move
  const { families, optionValue } = state.layout.program
  if (missedBy(state) <= 1e-9) return true
  for (let p = 0; p < energy.length; p++) energy[p] = (1 - SLACK) * optionValue[p]! + SLACK * worth.net[p]!
  const queue = queueOf(families)
  const { score } = queue
  const option = new Int32Array(families)
  const least = new Float64Array(mostOptions(state.layout.program))
  const look = (family: number): void => {
    const best = bestRelief(move, family, least)
    option[family] = best.option
    rescore(queue, family, best.score)
  }
  const lookAtAll = (): void => {
    for (let family = 0; family < families; family++) look(family)
  }
  const [meterWeights, rowWeights] = [state.weight.slice(), state.rows.weight.slice()]
  lookAtAll()
  let changed = false
  let raised = 0
  for (let looks = families; looks < LOOKS_BY_FAMILY * families && missedBy(state) > 1e-9; looks++) {
    const family = firstOf(queue)
    const before = score[family]!
    if (before === Infinity) {
      // What was of no help may be by now. Where nothing is, what is still passed counts for more, so that something else may be passed for it.
      if (!changed && raised++ === MOST_RAISED) break
      if (!changed) raise(state)
      lookAtAll()
      looks += families
      changed = false
      continue
    }
    look(family)
    if (score[family] === Infinity || (score[family]! > before && family !== firstOf(queue))) continue
    change(move, family, option[family]!)
    forget(move)
    look(family)
    changed = true
  }
  if (raised > 0) {
    state.weight.set(meterWeights)
    state.rows.weight.set(rowWeights)
    addUpMissed(state)
  }
  energy.set(worth.net)
  return missedBy(state) <= 1e-9
}

/** How many options a family has at most. */
const mostOptions = ({ optionFrom }: PhasedProgram): number => optionFrom.reduce((most, from, family) => Math.max(most, (optionFrom[family + 1] ?? from) - from), 0)

/** What is passed or missed counts for more from now on. */
function raise(state: State): void {
  const { room, weight, rows, laneMissed, layout } = state
  for (let q = 0; q < room.length; q++) if (room[q]! < 0) weight[q]! *= RAISE
  for (let lane = 0; lane < laneMissed.length; lane++) if (laneMissed[lane]! > 0) weight[lane * layout.program.periods]! *= RAISE
  for (let r = 0; r < rows.sum.length; r++) if (rows.sum[r]! > rows.limit[r]!) rows.weight[r]! *= RAISE
  addUpMissed(state)
}

/** Of all a family may do instead, what gives up least for each unit that it relieves. `least` is room for a number of each of its options. */
function bestRelief(move: Move, family: number, least: Float64Array): { readonly score: number; readonly option: number } {
  const { state } = move
  const { optionFrom } = state.layout.program
  let [score, best] = [Infinity, -1]
  if (!isConcerned(state, family)) return { score, option: best }
  const missed = missedBy(state)
  const first = optionFrom[family]!
  const count = optionFrom[family + 1]! - first
  foresee(move, family, least)
  // Whoever may give up least is tried first, and none that could not be better than what was found.
  for (let next = lowest(least, count); least[next]! < score; next = lowest(least, count)) {
    least[next] = Infinity
    if (change(move, family, first + next)) {
      const relieved = missed - missedBy(state)
      const found = relieved > 1e-9 ? -move.change / relieved : Infinity
      if (found < score) [score, best] = [found, first + next]
    }
    takeBack(move)
  }
  return { score, option: best }
}

function lowest(numbers: Float64Array, count: number): number {
  let at = 0
  for (let k = 1; k < count; k++) if (numbers[k]! < numbers[at]!) at = k
  return at
}

/** Of each option of a family, the least that it can give up for a unit that it relieves: told by limits where rows are kept and nobody has to follow. Infinity where it is of no help. */
function foresee(move: Move, family: number, least: Float64Array): void {
  const { state, energy } = move
  const { optionFrom } = state.layout.program
  const [first, end, before] = [optionFrom[family]!, optionFrom[family + 1]!, state.choice[family]!]
  if (state.profiles.carries || rowsMissed(state) > 1e-9) least.fill(-Infinity, 0, end - first)
  else {
    lift(state, before, 1)
    const passed = passedByFlats(state, family) + passedBy(state, before)
    for (let p = first; p < end; p++) {
      const most = passed - passedBy(state, p)
      const lost = energy[before]! - energy[p]!
      least[p - first] = disturbed(state, family, p) >= 0 ? -Infinity : most <= 0 ? Infinity : lost <= 0 ? -Infinity : lost / most
    }
    lift(state, before, -1)
  }
  least[before - first] = Infinity
}

/** What an option would make lanes pass their limits by, as the family that it belongs to is lifted off them. */
function passedBy(state: State, option: number): number {
  const { room, weight, profiles, layout } = state
  const { entryFrom, entryMeter, entryAmount, shift } = profiles
  const mode = layout.program.optionMode[option]!
  const start = shift[option]!
  let passed = 0
  for (let k = entryFrom[mode]!, to = entryFrom[mode + 1]!; k < to; k++) {
    const q = entryMeter[k]! + start
    const left = room[q]!
    if (left < entryAmount[k]!) passed += weight[q]! * (entryAmount[k]! - Math.max(0, left))
  }
  state.steps += entryFrom[mode + 1]! - entryFrom[mode]!
  return passed
}

/** What a family makes flat meters pass their limits by as it is. */
function passedByFlats({ room, weight, choice, layout }: State, family: number): number {
  const { optionMode, flatFrom, flatMeter, flatAmount } = layout.program
  const mode = optionMode[choice[family]!]!
  let passed = 0
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) {
    const q = flatMeter[k]!
    if (room[q]! < 0) passed += weight[q]! * Math.min(-room[q]!, flatAmount[k]!)
  }
  return passed
}

/** Gives a family another option; who waits for it and can no longer goes out. False where ties forbid it. */
function change(move: Move, family: number, option: number): boolean {
  const { state } = move
  const { program, outOption } = state.layout
  if (program.optionStart[option] !== NEVER && earliestStart(state, family) > program.optionStart[option]!) return false
  take(move, family, option)
  for (let waiting = disturbed(state, family, option); waiting >= 0; waiting = disturbed(state, family, option)) {
    if (outOption[waiting]! < 0 || !change(move, waiting, outOption[waiting]!)) return false
  }
  return true
}

/** Whether a family can be of help by itself: where only limits are passed, it uses one of them. */
function isConcerned(state: State, family: number): boolean {
  if (state.profiles.carries || rowsMissed(state) > 1e-9) return true
  const { room, choice, profiles, layout } = state
  const { entryFrom, entryMeter, shift } = profiles
  const { optionMode, flatFrom, flatMeter } = layout.program
  const option = choice[family]!
  const mode = optionMode[option]!
  state.steps += entryFrom[mode + 1]! - entryFrom[mode]!
  for (let k = entryFrom[mode]!; k < entryFrom[mode + 1]!; k++) if (room[entryMeter[k]! + shift[option]!]! < 0) return true
  for (let k = flatFrom[mode]!; k < flatFrom[mode + 1]!; k++) if (room[flatMeter[k]!]! < 0) return true
  return false
}
