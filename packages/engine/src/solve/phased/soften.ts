import { addLog, decay, totalOf } from './exponential.ts'
import type { LogSum } from './exponential.ts'
import type { Evaluation } from './evaluate.ts'
import { slotAfter } from './layout.ts'
import { NEVER } from './program.ts'

/**
 * The choices of an evaluation, softened: a family takes its options in shares, the more of one the better it is, and those that are worth less
 * than the best by many times the softness not at all (softmax). The bound gets smooth in the prices, and no lower.
 */
export type Softened = {
  readonly evaluation: Evaluation
  /** Share of each option. */
  readonly weight: Float64Array
  /** Of each slot of a table: what its options come to, in units of the best of them and of the most that a slot of the table comes to. */
  readonly reach: Float64Array
  /** Of each slot of the family at hand: how often what it waits for leaves it that slot; then the same in units of the slot's best. */
  readonly arriving: Float64Array
}

export const softenedOf = (evaluation: Evaluation): Softened => ({
  evaluation,
  weight: new Float64Array(evaluation.layout.program.optionValue.length),
  reach: new Float64Array(evaluation.slotBest.length),
  arriving: new Float64Array(evaluation.layout.program.periods + 2),
})

/** Writes the shares of what was evaluated last; returns what the softened choices are worth beyond the best ones. */
export function soften(softened: Softened, softness: number): number {
  const { evaluation } = softened
  const { order, treeFrom } = evaluation.layout
  const logs: LogSum = { sum: 0, product: 1 }
  for (let tree = 0; tree + 1 < treeFrom.length; tree++) {
    const from = treeFrom[tree]!
    const to = treeFrom[tree + 1]!
    if (to - from === 1) addLog(logs, shareAlone(softened, order[from]!, 1 / softness))
    else addLog(logs, softenTree(softened, from, to, softness, logs))
  }
  return softness * totalOf(logs)
}

/** Shares out one among the options of a family alone by what they are worth; returns their sum in units of the best. */
function shareAlone({ evaluation, weight }: Softened, family: number, hardness: number): number {
  const { layout, net, choice } = evaluation
  const first = layout.program.optionFrom[family]!
  const end = layout.program.optionFrom[family + 1]!
  const best = net[choice[family]!]!
  let sum = 0
  for (let p = first; p < end; p++) {
    const part = decay((best - net[p]!) * hardness)
    weight[p] = part
    sum += part
  }
  if (sum > 1) for (let p = first; p < end; p++) weight[p]! /= sum
  evaluation.steps += end - first
  return sum
}

/** The same for the root of a tree, where `weight` holds what each option counts for by what waits for it. */
function shareRoot({ evaluation, weight }: Softened, family: number, softness: number): number {
  const { layout, full, choice } = evaluation
  const first = layout.program.optionFrom[family]!
  const end = layout.program.optionFrom[family + 1]!
  const best = full[choice[family]!]!
  let sum = 0
  for (let p = first; p < end; p++) {
    weight[p]! *= decay((best - full[p]!) / softness)
    sum += weight[p]!
  }
  for (let p = first; p < end; p++) weight[p]! /= sum
  return sum
}

/** From the leaves to the root what each slot comes to, then from the root to the leaves how often each option is taken. */
function softenTree(softened: Softened, from: number, to: number, softness: number, logs: LogSum): number {
  const { evaluation } = softened
  const { order } = evaluation.layout
  for (let at = to - 1; at > from; at--) {
    countWaiting(softened, order[at]!)
    addLog(logs, fillReach(softened, order[at]!, softness))
  }
  countWaiting(softened, order[from]!)
  const sum = shareRoot(softened, order[from]!, softness)
  for (let at = from + 1; at < to; at++) shareWaiting(softened, order[at]!, softness)
  return sum
}

/** What each option counts for by all that waits for it. */
function countWaiting({ evaluation, weight, reach }: Softened, family: number): void {
  const { program, treeTie, tableOf, afterFrom, afterList } = evaluation.layout
  const { periods, optionFrom, optionDone, tieAfter, tieLag } = program
  weight.fill(1, optionFrom[family], optionFrom[family + 1])
  for (let k = afterFrom[family]!; k < afterFrom[family + 1]!; k++) {
    const tie = afterList[k]!
    if (treeTie[tieAfter[tie]!] !== tie) continue
    const base = tableOf[tieAfter[tie]!]! * (periods + 2)
    for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) weight[p]! *= reach[base + slotAfter(optionDone[p]!, tieLag[tie]!, periods)]!
  }
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) weight[p] = Math.max(LEAST_PART, weight[p]!)
}

/** However many wait, numbers do not vanish. */
const LEAST_PART = 1e-100

/** Writes what each slot comes to, and what options count for, as parts of the most that a slot comes to; returns the most. */
function fillReach({ evaluation, weight, reach }: Softened, family: number, softness: number): number {
  const { layout, full, slotBest } = evaluation
  const { periods, optionFrom, optionStart } = layout.program
  const base = layout.tableOf[family]! * (periods + 2)
  const out = layout.outOption[family]!
  reach.fill(0, base, base + periods)
  reach.fill(out < 0 || full[out] === -Infinity ? 0 : weight[out]!, base + periods, base + periods + 2)
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    const start = optionStart[p]!
    if (start !== NEVER && full[p] !== -Infinity) reach[base + start]! += weight[p]! * decay((slotBest[base + start]! - full[p]!) / softness)
  }
  for (let slot = base + periods - 1; slot >= base; slot--) reach[slot]! += fallen(reach[slot + 1]!, slotBest[slot]! - slotBest[slot + 1]!, softness)
  let most = 0
  for (let slot = base; slot < base + periods + 2; slot++) most = Math.max(most, reach[slot]!)
  if (most === 0) return 1
  for (let slot = base; slot < base + periods + 2; slot++) reach[slot]! /= most
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) weight[p]! /= most
  return most
}

const fallen = (amount: number, by: number, softness: number): number => (amount === 0 ? 0 : amount * decay(by / softness))

/** Shares of a family that waits, by how often each slot is left to it. */
function shareWaiting({ evaluation, weight, reach, arriving }: Softened, family: number, softness: number): void {
  const { layout, full, slotBest } = evaluation
  const { program, treeTie, tableOf } = layout
  const { periods, optionFrom, optionStart, optionDone, tieBefore, tieLag } = program
  const tie = treeTie[family]!
  const before = tieBefore[tie]!
  const base = tableOf[family]! * (periods + 2)
  arriving.fill(0)
  for (let p = optionFrom[before]!; p < optionFrom[before + 1]!; p++) if (weight[p]! > 0) arriving[slotAfter(optionDone[p]!, tieLag[tie]!, periods)]! += weight[p]!
  for (let slot = 0; slot < periods + 2; slot++) {
    const own = arriving[slot] === 0 ? 0 : arriving[slot]! / reach[base + slot]!
    arriving[slot] = own + (slot === 0 ? 0 : fallen(arriving[slot - 1]!, slotBest[base + slot - 1]! - slotBest[base + slot]!, softness))
  }
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    const slot = optionStart[p] === NEVER ? periods + 1 : optionStart[p]!
    weight[p]! *= arriving[slot] === 0 ? 0 : arriving[slot]! * decay((slotBest[base + slot]! - full[p]!) / softness)
  }
  evaluation.steps += 3 * periods + optionFrom[family + 1]! - optionFrom[family]!
}
