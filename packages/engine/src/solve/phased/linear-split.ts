import { beginTrial, relaxed } from './linear-form.ts'
import type { LinearForm } from './linear-form.ts'
import type { PhasedProgram } from './program.ts'

/**
 * A way to halve what is left: a family takes one of its first options in order of start, staying out last, or one of the others. `at` is the
 * place of the last of the first, `part` what they come to in the linear program.
 */
export type Split = { readonly family: number; readonly at: number; readonly part: number }

/** What keeping the first options up to a place (0), or those after it (1), has cost the bound so far, per part that it took away. */
export type SplitCosts = { readonly sum: readonly [Float64Array, Float64Array]; readonly count: readonly [Int32Array, Int32Array] }

export const noSplitCosts = (options: number): SplitCosts => ({ sum: [new Float64Array(options), new Float64Array(options)], count: [new Int32Array(options), new Int32Array(options)] })

/** Options family by family in order of start, staying out last. */
export function optionsInOrder({ families, optionFrom, optionStart }: PhasedProgram): Int32Array {
  const order = Int32Array.from(optionStart.keys())
  for (let i = 0; i < families; i++) order.subarray(optionFrom[i]!, optionFrom[i + 1]!).sort((a, b) => optionStart[a]! - optionStart[b]! || a - b)
  return order
}

/** Parts nearer than this to 0 or 1 are whole. */
const FRACTION = 1e-6

/** All splits that take something away on both sides. Where several do alike, the middle one. */
export function splitsOf({ families, optionFrom }: PhasedProgram, order: Int32Array, level: Float64Array, allowed: Uint8Array): readonly Split[] {
  const splits: Split[] = []
  for (let family = 0; family < families; family++) {
    let [part, alike]: [number, number[]] = [0, []]
    const close = (): void => {
      if (alike.length > 0 && part > FRACTION && part < 1 - FRACTION) splits.push({ family, at: alike[(alike.length - 1) >> 1]!, part })
      alike = []
    }
    for (let place = optionFrom[family]!; place < optionFrom[family + 1]!; place++) {
      const p = order[place]!
      if (allowed[p] === 0) continue
      if (level[p]! > FRACTION) {
        close()
        part += level[p]!
      }
      alike.push(place)
    }
  }
  return splits
}

/** What is left of a family on one side of a split, everything else as it is. */
export function sideOf({ optionFrom }: PhasedProgram, order: Int32Array, allowed: Uint8Array, { family, at }: Split, side: 0 | 1): Uint8Array {
  const kept = allowed.slice()
  const [from, to] = side === 0 ? [at + 1, optionFrom[family + 1]!] : [optionFrom[family]!, at + 1]
  for (let place = from; place < to; place++) kept[order[place]!] = 0
  return kept
}

/** Part that a side takes away. */
const takenBy = ({ part }: Split, side: 0 | 1): number => (side === 0 ? 1 - part : part)

/** Notes that a side lowered the bound by `loss`. */
export function learnSplit({ sum, count }: SplitCosts, split: Split, side: 0 | 1, loss: number): void {
  sum[side][split.at]! += loss / takenBy(split, side)
  count[side][split.at]!++
}

/** Costs seen this often are believed; so many splits are looked at, until so many in a row were no better. */
const BELIEVED = 4
const [MOST_LOOKS, IN_VAIN] = [16, 6]
const PIVOTS_OF_A_LOOK = 20

/** What choosing needs beside the splits: the bound they are to lower, and the value that a better plan exceeds. */
export type Standing = { readonly program: PhasedProgram; readonly order: Int32Array; readonly form: LinearForm; readonly costs: SplitCosts; readonly allowed: Uint8Array; readonly bound: number; readonly closes: (bound: number) => boolean; readonly cutoff: number }

/**
 * The split whose two sides promise to lower the bound most, by what splits have cost (pseudo-costs) and, where little is known of that, by a look
 * at both sides (reliability branching: Achterberg, Koch and Martin 2005). A side that holds nothing better leaves the other: `only`.
 */
export function chooseSplit(standing: Standing, splits: readonly Split[]): { readonly split: Split } | { readonly only: Uint8Array } {
  const { costs } = standing
  const usual = [usualCost(costs, 0), usualCost(costs, 1)] as const
  const expected = (split: Split, side: 0 | 1): number => takenBy(split, side) * (costs.count[side][split.at] === 0 ? usual[side] : costs.sum[side][split.at]! / costs.count[side][split.at]!)
  const ranked = splits.map((split) => ({ split, score: scoreOf(expected(split, 0), expected(split, 1)) })).sort((a, b) => b.score - a.score || a.split.at - b.split.at)
  let [best, most, looks, inVain] = [ranked[0]!.split, -1, 0, 0]
  for (const { split, score } of ranked) {
    if (looks >= MOST_LOOKS || inVain >= IN_VAIN) break
    let real = score
    if (Math.min(costs.count[0][split.at]!, costs.count[1][split.at]!) < BELIEVED) {
      looks++
      const first = lookAt(standing, split, 0)
      if (first === null) return { only: sideOf(standing.program, standing.order, standing.allowed, split, 1) }
      const second = lookAt(standing, split, 1)
      if (second === null) return { only: sideOf(standing.program, standing.order, standing.allowed, split, 0) }
      real = scoreOf(first, second)
    }
    inVain = real > most ? 0 : inVain + 1
    if (real > most) [best, most] = [split, real]
  }
  return { split: best }
}

const scoreOf = (first: number, second: number): number => Math.max(first, 1e-3) * Math.max(second, 1e-3)

function usualCost({ sum, count }: SplitCosts, side: 0 | 1): number {
  let [all, seen] = [0, 0]
  for (let at = 0; at < count[side].length; at++) if (count[side][at]! > 0) [all, seen] = [all + sum[side][at]! / count[side][at]!, seen + 1]
  return seen === 0 ? 1 : all / seen
}

/** By how much a side lowers the bound; null where it holds nothing better. */
function lookAt({ program, order, form, costs, allowed, bound, closes, cutoff }: Standing, split: Split, side: 0 | 1): number | null {
  beginTrial(form)
  const there = relaxed(form, form.trial, sideOf(program, order, allowed, split, side), cutoff, PIVOTS_OF_A_LOOK)
  if (closes(there)) return null
  const loss = Math.max(0, bound - there)
  learnSplit(costs, split, side, loss)
  return loss
}
