import { readPhased } from './check.ts'
import { demandsOf } from './demands.ts'
import { descend, descentOf, scalesOf } from './dual.ts'
import type { Evaluation } from './evaluate.ts'
import { evaluate, evaluationOf } from './evaluate.ts'
import type { Layout } from './layout.ts'
import type { Multipliers } from './multipliers.ts'
import { narrow, narrowingOf } from './narrow.ts'
import type { Narrowing } from './narrow.ts'
import { NEVER } from './program.ts'

/** Part of all plans: which options are left, the prices that bounded the part it came from, and that bound. */
type Part = { readonly allowed: Uint8Array; readonly multipliers: Multipliers; readonly bound: number }

/** Branch and bound over the Lagrangian bound, depth first. `open` empty: every plan has been found, or shown to be worth no more than the best. */
export type Branching = {
  readonly layout: Layout
  readonly evaluation: Evaluation
  readonly narrowing: Narrowing
  readonly scale: Float64Array
  readonly open: Part[]
  best: Int32Array | null
  bestValue: number
  steps: number
  nodes: number
}

const ROUNDS = 24

/** Begins with all plans and no best one. */
export function branchingOf(layout: Layout, multipliers: Multipliers): Branching {
  const allowed = new Uint8Array(layout.program.optionValue.length).fill(1)
  return { layout, evaluation: evaluationOf(layout), narrowing: narrowingOf(layout, demandsOf(layout)), scale: scalesOf(layout), open: [{ allowed, multipliers, bound: Infinity }], best: null, bestValue: -Infinity, steps: 0, nodes: 0 }
}

/** Visits parts until none is left or the steps are used up. */
export function branch(branching: Branching, steps: number): void {
  const until = branching.steps + steps
  while (branching.open.length > 0 && branching.steps < until) visit(branching, branching.open.pop()!)
}

/** No plan in the parts that are left is worth more than this. */
export const openBound = ({ open }: Branching): number => open.reduce((most, part) => Math.max(most, part.bound), -Infinity)

/** The whole number below a bound in floating point, with room for its rounding: sums of a million terms are off by far less than a part in 10^9. */
export const wholeBelow = (bound: number): number => (Number.isFinite(bound) ? Math.floor(bound + 1e-9 * Math.abs(bound) + 1e-6) : bound)

function visit(branching: Branching, part: Part): void {
  const { layout, evaluation, narrowing } = branching
  branching.nodes++
  if (part.bound <= branching.bestValue) return
  const before = evaluation.steps + narrowing.steps
  const bound = narrow(narrowing, part.allowed) ? boundOf(branching, part) : null
  branching.steps += evaluation.steps + narrowing.steps - before + layout.program.families
  if (bound !== null) split(branching, { ...part, ...bound }, bound.taken)
}

type Taken = ReadonlyMap<number, ReadonlyMap<number, number>>

/** Bounds a part by its own prices and takes away options that cannot be in a better plan; null where no plan in it is better. */
function boundOf(branching: Branching, part: Part): { readonly multipliers: Multipliers; readonly bound: number; readonly taken: Taken } | null {
  const { layout, evaluation } = branching
  evaluation.allowed = part.allowed
  const descent = descentOf(evaluation, part.multipliers, branching.scale)
  descent.reach = 0.01
  const taken = new Map<number, Map<number, number>>()
  for (let round = 0; round < ROUNDS && descent.reach > 0; round++) {
    descend(descent)
    branching.steps += layout.program.meters + layout.program.families
    if (wholeBelow(descent.bestBound) <= branching.bestValue) return null
    offer(branching, evaluation.choice)
    if (round >= ROUNDS / 3) noteChoices(layout, evaluation.choice, part.allowed, taken)
  }
  const bound = Math.min(part.bound, wholeBelow(descent.bestBound))
  if (bound <= branching.bestValue) return null
  dropHopeless(branching, part.allowed, evaluate(evaluation, descent.best))
  return { multipliers: descent.best, bound, taken }
}

/** Options that cost so much of the bound that no plan with them is better than the best: those of roots, whose loss is known exactly. */
function dropHopeless({ layout, evaluation, bestValue }: Branching, allowed: Uint8Array, bound: number): void {
  const { order, treeFrom, program } = layout
  for (let tree = 0; tree < treeFrom.length - 1; tree++) {
    const family = order[treeFrom[tree]!]!
    const worth = treeFrom[tree + 1]! - treeFrom[tree]! === 1 ? evaluation.net : evaluation.full
    const best = worth[evaluation.choice[family]!]!
    for (let p = program.optionFrom[family]!; p < program.optionFrom[family + 1]!; p++) if (allowed[p] === 1 && wholeBelow(bound - (best - worth[p]!)) <= bestValue) allowed[p] = 0
  }
}

/** Takes a choice as the best plan if it keeps everything and is worth more. */
function offer(branching: Branching, choice: Int32Array): void {
  const value = readPhased(branching.layout.program, choice)
  branching.steps += choice.length * 8
  if (value === null || value <= branching.bestValue) return
  branching.bestValue = value
  branching.best = choice.slice()
}

/** Counts which options were taken by families that still have something to decide. */
function noteChoices({ program }: Layout, choice: Int32Array, allowed: Uint8Array, taken: Map<number, Map<number, number>>): void {
  for (let i = 0; i < program.families; i++) {
    if (leftTo(program.optionFrom, i, allowed) < 2) continue
    const counts = taken.get(i) ?? new Map<number, number>()
    counts.set(choice[i]!, (counts.get(choice[i]!) ?? 0) + 1)
    taken.set(i, counts)
  }
}

function leftTo(optionFrom: Int32Array, family: number, allowed: Uint8Array): number {
  let count = 0
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) count += allowed[p]!
  return count
}

/** Halves the family whose choice is least settled: in or out where both were taken, else at a start. */
function split(branching: Branching, part: Part, taken: Taken): void {
  const { program } = branching.layout
  const family = leastSettled(branching.layout, part.allowed, taken)
  if (family < 0) {
    closeLeaf(branching, part.allowed)
    return
  }
  const counts = taken.get(family) ?? new Map<number, number>()
  const own = Array.from({ length: program.optionFrom[family + 1]! - program.optionFrom[family]! }, (_, k) => program.optionFrom[family]! + k).filter((p) => part.allowed[p] === 1)
  const weight = (p: number): number => counts.get(p) ?? 0
  const out = own.filter((p) => program.optionStart[p] === NEVER)
  const going = own.filter((p) => program.optionStart[p] !== NEVER)
  const apart = out.length > 0 && going.length > 0 && (weight(out[0]!) > 0 || going.length === 1)
  const [first, second] = apart ? [out, going] : halves(own, weight)
  const total = (list: readonly number[]): number => list.reduce((sum, p) => sum + weight(p), 0)
  const inOrder = total(first) > total(second) ? [second, first] : [first, second]
  for (const kept of inOrder) {
    const allowed = part.allowed.slice()
    for (const p of own) allowed[p] = kept.includes(p) ? 1 : 0
    branching.open.push({ ...part, allowed })
  }
}

/** Two lists of about equal weight, in the order given; neither is empty. */
function halves(list: readonly number[], weight: (p: number) => number): readonly [readonly number[], readonly number[]] {
  const all = list.reduce((sum, p) => sum + weight(p), 0)
  let [sum, at] = [0, 0]
  do sum += weight(list[at++]!)
  while (at < list.length - 1 && sum + weight(list[at]!) <= all / 2)
  return [list.slice(0, at), list.slice(at)]
}

function leastSettled({ program }: Layout, allowed: Uint8Array, taken: Taken): number {
  let [family, most] = [-1, -1]
  for (let i = 0; i < program.families; i++) {
    if (leftTo(program.optionFrom, i, allowed) < 2) continue
    const counts = [...(taken.get(i)?.values() ?? [])]
    const all = counts.reduce((sum, count) => sum + count, 0)
    const unsettled = all === 0 ? 0 : 1 - Math.max(...counts) / all
    let high = 0
    for (let p = program.optionFrom[i]!; p < program.optionFrom[i + 1]!; p++) if (allowed[p] === 1) high = Math.max(high, Math.abs(program.optionValue[p]!))
    const score = unsettled * high + 1e-9 * high
    if (score > most) [family, most] = [i, score]
  }
  return family
}

/** Every family has one option left: the plan is what it is. */
function closeLeaf(branching: Branching, allowed: Uint8Array): void {
  const { optionFrom, families } = branching.layout.program
  const plan = Int32Array.from({ length: families }, (_, i) => {
    let only = optionFrom[i]!
    while (allowed[only] === 0) only++
    return only
  })
  offer(branching, plan)
}

