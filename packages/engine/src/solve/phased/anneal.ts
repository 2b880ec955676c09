import type { Random } from '../../kernel/index.ts'
import { NEVER } from './program.ts'
import { letPass } from './chance.ts'
import { MOST_EJECTED, fill, forget, makeRoom, moveOf, putIn, putOut, takeBack } from './moves.ts'
import type { Move } from './moves.ts'
import { usualValue } from './order-of-worth.ts'
import type { Worth } from './order-of-worth.ts'
import { proposed } from './propose.ts'
import { findReach, reachOf } from './reach.ts'
import type { Reach } from './reach.ts'
import { addUpMissed, choose, missedBy } from './state.ts'
import type { State } from './state.ts'

/** A search in progress: a plan in motion, and the best whole plan so far. */
export type Annealing = {
  readonly state: State
  readonly worth: Worth
  readonly move: Move
  readonly chance: Random
  /** Families that have something to decide. */
  readonly free: Int32Array
  readonly reach: Reach
  readonly meanValue: number
  best: Int32Array | null
  bestValue: number
  moves: number
}

/** Value of a plan as it stands: of its options, less what overload costs. */
export function valueOf({ choice, layout, overload }: State): number {
  let sum = 0
  for (let i = 0; i < choice.length; i++) sum += layout.program.optionValue[choice[i]!]!
  return sum - overload
}

export function annealingOf(state: State, worth: Worth, chance: Random): Annealing {
  const { program } = state.layout
  const { families, optionFrom } = program
  const free = Int32Array.from(Array.from({ length: families }, (_, i) => i).filter((i) => optionFrom[i + 1]! - optionFrom[i]! > 1))
  const move = moveOf(state, worth, chance.below)
  const meanValue = usualValue(program)
  return { state, worth, move, chance, free, reach: reachOf(free, program, meanValue), meanValue, best: null, bestValue: -Infinity, moves: 0 }
}

/** Keeps the plan as it stands if it breaks nothing and is worth more than the best. */
export function record(annealing: Annealing): boolean {
  const { state } = annealing
  if (missedBy(state) > 1e-9) return false
  const value = valueOf(state)
  if (value <= annealing.bestValue) return false
  annealing.bestValue = value
  annealing.best = state.choice.slice()
  return true
}

const FIRST_SLACK = 0.97
const LAST_SLACK = 0.9
const HOT = 0.03
const COLD = 0.004
/** What a move may lose at its first step, in temperatures: by any chance; beyond what this chance lets pass; and for room beyond that. */
const REACH = 8
const HOPE = 2
const MOST_SHORT = 16

/** Works `steps` long at the part `progress` (0 to 1) of its course: how warm it is and how much room that is left over counts. */
export function anneal(annealing: Annealing, steps: number, progress: number, heat = 1): void {
  const { state, move, worth, meanValue, chance, free } = annealing
  if (free.length === 0) return
  const slack = progress < 0.8 ? FIRST_SLACK + (LAST_SLACK - FIRST_SLACK) * (progress / 0.8) : LAST_SLACK * Math.max(0, 1 - (progress - 0.8) / 0.18)
  const cooled = progress * progress * (3 - 2 * progress)
  const temperature = heat * meanValue * (HOT / (1 + (HOT / COLD - 1) * cooled))
  const { optionValue } = state.layout.program
  for (let p = 0; p < optionValue.length; p++) move.energy[p] = (1 - slack) * optionValue[p]! + slack * worth.net[p]!
  findReach(annealing.reach, free, move, REACH * temperature)
  addUpMissed(state)
  let value = valueOf(state)
  let [violated, overload] = [missedBy(state), state.overload]
  const until = state.steps + steps
  state.steps += optionValue.length
  while (state.steps < until) {
    annealing.moves++
    state.steps += 20
    const passes = temperature * letPass[chance.below(letPass.length)]!
    // A plan that breaks something is mended at any loss.
    const made = attempt(annealing, violated > 1e-9, passes, temperature)
    const change = move.change - (state.overload - overload)
    const missed = made ? missedBy(state) : Infinity
    if (!made || missed > violated + 1e-9 || !(missed < violated - 1e-9 || change >= 0 || -change <= passes)) {
      takeBack(move)
      continue
    }
    value += move.gain - (state.overload - overload)
    violated = missed
    overload = state.overload
    forget(move)
    if (value > annealing.bestValue && missed <= 1e-9) {
      annealing.bestValue = value
      if (annealing.best === null) annealing.best = state.choice.slice()
      else annealing.best.set(state.choice)
    }
  }
}

/** How many a move may put out, by a draw of sixteen: most put out few, which is soon seen to be worth it or not; what is large needs the room of many. */
const EJECTED = Int32Array.from([2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 6, 6, MOST_EJECTED])
/** Who is larger than this may always put out two for each usual value that it is worth. */
const LARGE = 1.5
const EJECTED_BY_SIZE = 2
/** What leaves is followed by so many more offers for each usual value beyond the first: the room of one who is large is worth it only to many at once. */
const OFFERS_BY_SIZE = 4

/** One move: someone in, elsewhere or out; room made for it; who was put out offered another place, and a few others what is left. */
function attempt(annealing: Annealing, all: boolean, passes: number, temperature: number): boolean {
  const { state, worth, move, chance, reach } = annealing
  const { program, outOption } = state.layout
  const family = drawn(annealing, all)
  const size = reach.size[family]!
  if (worth.rankedFrom[family + 1] === worth.rankedFrom[family]) return false
  move.mostEjected = EJECTED[chance.below(EJECTED.length)]!
  if (size > LARGE) move.mostEjected = Math.max(move.mostEjected, Math.min(MOST_EJECTED, Math.ceil(EJECTED_BY_SIZE * size)))
  const goes = program.optionStart[state.choice[family]!] !== NEVER
  if (goes && outOption[family]! >= 0 && chance.below(8) === 0) {
    if (!putOut(move, family)) return false
    // Others come first: who was put out would only take its place again.
    offer(annealing, family, 6 + Math.ceil(OFFERS_BY_SIZE * (size - 1)), all)
  } else {
    const hope = all ? Infinity : temperature * size
    const option = proposed(move, family, chance, passes + HOPE * hope, MOST_SHORT * hope)
    if (option === state.choice[family]) return false
    if (!putIn(move, family, option) || !makeRoom(move, family)) return false
  }
  for (let k = 0; k < move.ejectedCount; k++) fill(move, move.ejected[k]!, 8)
  offer(annealing, family, 5 + Math.ceil(OFFERS_BY_SIZE * sizeLeft(annealing, family)), all)
  return true
}

/** Usual values, beyond the first of each, of those who were put out and stayed out. */
function sizeLeft({ state, move, reach }: Annealing, but: number): number {
  let sum = 0
  for (let k = 0; k < move.ejectedCount; k++) {
    const family = move.ejected[k]!
    if (family !== but && state.choice[family] === state.layout.outOption[family]) sum += reach.size[family]! - 1
  }
  return sum
}

/** A family that has something to decide; one within reach, unless all are asked for. */
const drawn = ({ chance, free, reach }: Annealing, all: boolean): number => (all || reach.count === 0 ? free[chance.below(free.length)]! : reach.families[chance.below(reach.count)]!)

/** Offers what is left to a few others. */
function offer(annealing: Annealing, family: number, others: number, all: boolean): void {
  for (let k = 0; k < others; k++) {
    const other = drawn(annealing, all)
    if (other !== family) fill(annealing.move, other, 3)
  }
}

/** The same search, steered by other prices. */
export const steeredBy = (annealing: Annealing, worth: Worth): Annealing => {
  annealing.move.worth = worth
  return { ...annealing, worth }
}

/** Puts the best plan back as the one in motion. */
export function backToBest({ state, best, move }: Annealing): void {
  if (best === null) return
  for (let i = 0; i < best.length; i++) if (state.choice[i] !== best[i]) choose(state, i, best[i]!)
  forget(move)
}
