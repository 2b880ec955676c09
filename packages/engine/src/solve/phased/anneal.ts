import type { Random } from '../../kernel/index.ts'
import { NEVER } from './program.ts'
import { letPass } from './chance.ts'
import { fill, forget, makeRoom, putIn, putOut, takeBack } from './moves.ts'
import type { Move } from './moves.ts'
import type { Worth } from './order-of-worth.ts'
import { choose, missedBy } from './state.ts'
import type { State } from './state.ts'

/** A search in progress: a plan in motion, and the best whole plan so far. */
export type Annealing = {
  readonly state: State
  readonly worth: Worth
  readonly move: Move
  readonly chance: Random
  /** Families that have something to decide. */
  readonly free: Int32Array
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
  const { families, optionFrom, optionStart, optionValue } = program
  const free = Int32Array.from(Array.from({ length: families }, (_, i) => i).filter((i) => optionFrom[i + 1]! - optionFrom[i]! > 1))
  let [sum, count] = [0, 0]
  for (let p = 0; p < optionValue.length; p++) {
    if (optionStart[p] === NEVER || optionValue[p]! <= 0) continue
    sum += optionValue[p]!
    count++
  }
  const move: Move = { state, worth, energy: worth.net.slice(), below: chance.below, families: [], options: [], ejected: [], change: 0 }
  return { state, worth, move, chance, free, meanValue: count === 0 ? 1 : sum / count, best: null, bestValue: -Infinity, moves: 0 }
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
const HOT = 0.06
const COLD = 0.002

/** Works `steps` long at the part `progress` (0 to 1) of its course: how warm it is and how much room that is left over counts. */
export function anneal(annealing: Annealing, steps: number, progress: number, heat = 1): void {
  const { state, move, worth, meanValue, chance, free } = annealing
  if (free.length === 0) return
  const slack = progress < 0.8 ? FIRST_SLACK + (LAST_SLACK - FIRST_SLACK) * (progress / 0.8) : LAST_SLACK * Math.max(0, 1 - (progress - 0.8) / 0.18)
  const cooled = progress * progress * (3 - 2 * progress)
  const temperature = heat * meanValue * (HOT / (1 + (HOT / COLD - 1) * cooled))
  const { optionValue } = state.layout.program
  for (let p = 0; p < optionValue.length; p++) move.energy[p] = (1 - slack) * optionValue[p]! + slack * worth.net[p]!
  let value = valueOf(state)
  const until = state.steps + steps
  while (state.steps < until) {
    annealing.moves++
    state.steps += 20
    const [violated, overload] = [missedBy(state), state.overload]
    const made = attempt(annealing)
    const change = move.change - (state.overload - overload)
    const missed = missedBy(state)
    const noWorse = missed <= violated + 1e-9
    const better = missed < violated - 1e-9
    if (!made || !noWorse || !(better || change >= 0 || -change <= temperature * letPass[chance.below(letPass.length)]!)) {
      takeBack(move)
      continue
    }
    for (let k = 0; k < move.families.length; k++) value += gained(state, move, k)
    value -= state.overload - overload
    forget(move)
    if (value > annealing.bestValue && missed <= 1e-9) {
      annealing.bestValue = value
      if (annealing.best === null) annealing.best = state.choice.slice()
      else annealing.best.set(state.choice)
    }
  }
}

/** Change of value by the k-th change of a move: families that change twice are counted once for each step. */
function gained({ choice, layout }: State, { families, options }: Move, k: number): number {
  const { optionValue } = layout.program
  const next = families.indexOf(families[k]!, k + 1)
  const now = next < 0 ? choice[families[k]!]! : options[next]!
  return optionValue[now]! - optionValue[options[k]!]!
}

/** One move: someone in, elsewhere or out; room made for it; who was put out offered another place, and a few others what is left. */
function attempt({ state, worth, move, chance, free }: Annealing): boolean {
  const { program, outOption } = state.layout
  const family = free[chance.below(free.length)]!
  const count = worth.rankedFrom[family + 1]! - worth.rankedFrom[family]!
  if (count === 0) return false
  const goes = program.optionStart[state.choice[family]!] !== NEVER
  if (goes && outOption[family]! >= 0 && chance.below(8) === 0) {
    if (!putOut(move, family)) return false
  } else {
    const option = worth.ranked[worth.rankedFrom[family]! + drawn(chance, count)]!
    if (option === state.choice[family]) return false
    if (!putIn(move, family, option) || !makeRoom(move, family)) return false
  }
  for (let k = 0; k < move.ejected.length; k++) fill(move, move.ejected[k]!, 8)
  for (let k = 0; k < 5; k++) {
    const other = free[chance.below(free.length)]!
    if (other !== family) fill(move, other, 3)
  }
  return true
}

/** A place in a ranked list: the best most often, later ones ever less. */
function drawn(chance: Random, count: number): number {
  const u = chance.next()
  return Math.min(count - 1, Math.floor(count * u * u))
}

/** The same search, steered by other prices. */
export const steeredBy = (annealing: Annealing, worth: Worth): Annealing => ({ ...annealing, worth, move: { ...annealing.move, worth } })

/** Puts the best plan back as the one in motion. */
export function backToBest({ state, best, move }: Annealing): void {
  if (best === null) return
  for (let i = 0; i < best.length; i++) if (state.choice[i] !== best[i]) move.families.push(i)
  for (const family of move.families) choose(state, family, best[family]!)
  forget(move)
}
