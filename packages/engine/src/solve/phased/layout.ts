import { ANY_TIME, NEVER } from './program.ts'
import type { PhasedProgram } from './program.ts'
import { usesOf, usualAmounts } from './uses.ts'
import type { Uses } from './uses.ts'

/** What follows from a program and does not change while it is solved. */
export type Layout = {
  readonly program: PhasedProgram
  /** Options of mode m: `modeOptions[m]` to before `modeOptions[m + 1]`; and its family. */
  readonly modeOptions: Int32Array
  readonly modeFamily: Int32Array
  /** What modes use of lanes; and of each lane, how many amounts are on it, and how many of them are read where every option is priced. */
  readonly uses: Uses
  readonly laneAmounts: Float64Array
  readonly laneSteps: Float64Array
  /** Usual amount on each meter. */
  readonly usual: Float64Array
  /** Start of each option; 0 for staying out. */
  readonly shift: Int32Array
  /** The family's option of staying out; -1 where it has none. */
  readonly outOption: Int32Array
  /** Families tree by tree, each after the one it waits for: `order[treeFrom[k]]` is the root of tree k. */
  readonly order: Int32Array
  readonly treeFrom: Int32Array
  /** The tie that joins a family to its tree (-1: it is a root). */
  readonly treeTie: Int32Array
  /** Ties that trees cannot hold: they are priced. */
  readonly pricedTies: Int32Array
  /** Families that wait for family i: ties `afterList[afterFrom[i]]` to before `afterFrom[i + 1]`; and the ties in which it waits itself. */
  readonly afterFrom: Int32Array
  readonly afterList: Int32Array
  readonly beforeFrom: Int32Array
  readonly beforeList: Int32Array
  /** Place of a family's table among those of families in trees of more than one; -1 for a family alone. */
  readonly tableOf: Int32Array
  readonly tables: number
  /** Places, among the priced ties, of those that touch a family. */
  readonly tiePlaces: (family: number) => readonly number[]
}

/** Layouts that were made, since a program is asked for its own more than once; and the last of each modes, since they outlive their limits and values. */
const layouts = new WeakMap<PhasedProgram, Layout>()
const lastOfModes = new WeakMap<Float64Array, Layout>()

export function layoutOf(program: PhasedProgram): Layout {
  const made = layouts.get(program)
  if (made !== undefined) return made
  const last = lastOfModes.get(program.amounts)
  const layout = last !== undefined && isLike(last.program, program) ? { ...last, program } : makeLayout(program)
  layouts.set(program, layout)
  lastOfModes.set(program.amounts, layout)
  return layout
}

/** Whether two programs have the very modes of each other and equal ties: whatever their limits and values, their layouts say the same. */
function isLike(a: PhasedProgram, b: PhasedProgram): boolean {
  return a.periods === b.periods && a.lanes === b.lanes && a.meters === b.meters && MODES.every((part) => a[part] === b[part]) && TIES.every((part) => equalLists(a[part], b[part]))
}

const MODES = ['optionFrom', 'optionMode', 'optionStart', 'optionDone', 'segmentFrom', 'segmentLane', 'segmentAfter', 'amountFrom', 'amounts', 'flatFrom', 'flatMeter', 'flatAmount'] as const
const TIES = ['tieAfter', 'tieBefore', 'tieLag'] as const

/** Whether two lists have the same numbers. */
export function equalLists(a: Int32Array | Float64Array, b: Int32Array | Float64Array): boolean {
  if (a.length !== b.length) return false
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false
  return true
}

function makeLayout(program: PhasedProgram): Layout {
  const { families, optionFrom, optionMode, optionStart, tieAfter, tieBefore } = program
  const modes = program.segmentFrom.length - 1
  const modeOptions = new Int32Array(modes + 1)
  const modeFamily = new Int32Array(modes)
  const outOption = new Int32Array(families).fill(-1)
  for (let i = 0; i < families; i++) {
    for (let p = optionFrom[i]!; p < optionFrom[i + 1]!; p++) {
      modeOptions[optionMode[p]! + 1] = p + 1
      modeFamily[optionMode[p]!] = i
      if (optionStart[p] === NEVER) outOption[i] = p
    }
  }
  // A mode may have lost all its options.
  for (let mode = 0; mode < modes; mode++) modeOptions[mode + 1] = Math.max(modeOptions[mode]!, modeOptions[mode + 1]!)
  const treeTie = new Int32Array(families).fill(-1)
  const priced: number[] = []
  for (let e = 0; e < tieAfter.length; e++) {
    if (treeTie[tieAfter[e]!] === -1) treeTie[tieAfter[e]!] = e
    else priced.push(e)
  }
  const touching = new Map<number, number[]>()
  priced.forEach((tie, place) => {
    for (const family of [tieAfter[tie]!, tieBefore[tie]!]) touching.set(family, [...(touching.get(family) ?? []), place])
  })
  const after = grouped(families, tieBefore)
  const before = grouped(families, tieAfter)
  return {
    program, modeOptions, modeFamily, outOption, treeTie,
    uses: usesOf(program),
    ...laneStepsOf(program, modeOptions),
    usual: usualAmounts(program),
    shift: optionStart.map((start) => (start === NEVER ? 0 : start)),
    pricedTies: Int32Array.from(priced),
    afterFrom: after.from, afterList: after.list, beforeFrom: before.from, beforeList: before.list,
    ...treesOf(program, treeTie, after),
    tiePlaces: (family) => touching.get(family) ?? none,
  }
}

const none: readonly number[] = []

function laneStepsOf({ lanes, segmentFrom, segmentLane, amountFrom }: PhasedProgram, modeOptions: Int32Array): Pick<Layout, 'laneAmounts' | 'laneSteps'> {
  const [laneAmounts, laneSteps] = [new Float64Array(lanes), new Float64Array(lanes)]
  for (let mode = 0; mode + 1 < modeOptions.length; mode++) {
    const options = modeOptions[mode + 1]! - modeOptions[mode]!
    for (let g = segmentFrom[mode]!; g < segmentFrom[mode + 1]!; g++) {
      const amounts = amountFrom[g + 1]! - amountFrom[g]!
      laneAmounts[segmentLane[g]!]! += amounts
      laneSteps[segmentLane[g]!]! += options * amounts
    }
  }
  return { laneAmounts, laneSteps }
}

type Grouped = { readonly from: Int32Array; readonly list: Int32Array }

/** Indices of `keys` by key. */
export function grouped(size: number, keys: ArrayLike<number>): Grouped {
  const from = new Int32Array(size + 1)
  for (let k = 0; k < keys.length; k++) from[keys[k]! + 1]!++
  for (let i = 0; i < size; i++) from[i + 1]! += from[i]!
  const list = new Int32Array(keys.length)
  const next = from.slice()
  for (let k = 0; k < keys.length; k++) list[next[keys[k]!]!++] = k
  return { from, list }
}

/** Trees in an order that mixes them, so that the first few are a sample of all. */
function treesOf({ families, tieAfter }: PhasedProgram, treeTie: Int32Array, after: Grouped): Pick<Layout, 'order' | 'treeFrom' | 'tableOf' | 'tables'> {
  const roots = Array.from({ length: families }, (_, i) => i).filter((i) => treeTie[i] === -1).sort((a, b) => mixed(a) - mixed(b) || a - b)
  const order = new Int32Array(families)
  const treeFrom = new Int32Array(roots.length + 1)
  const tableOf = new Int32Array(families).fill(-1)
  let [filled, tables] = [0, 0]
  roots.forEach((root, tree) => {
    const begins = filled
    order[filled++] = root
    for (let at = begins; at < filled; at++) {
      const family = order[at]!
      for (let k = after.from[family]!; k < after.from[family + 1]!; k++) {
        const tie = after.list[k]!
        if (treeTie[tieAfter[tie]!] === tie) order[filled++] = tieAfter[tie]!
      }
    }
    treeFrom[tree + 1] = filled
    if (filled - begins > 1) for (let at = begins; at < filled; at++) tableOf[order[at]!] = tables++
  })
  return { order, treeFrom, tableOf, tables }
}

/** A fixed shuffle of whole numbers (murmur3's last steps). */
function mixed(index: number): number {
  let z = Math.imul(index ^ (index >>> 16), 0x85ebca6b)
  z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
  return (z ^ (z >>> 16)) >>> 0
}

/** Whether a family that begins in `start` keeps a tie with one that is done in `done`. */
export const keepsTie = (start: number, done: number, lag: number): boolean => start === NEVER || (done !== NEVER && done + lag <= start)

/** First period in which what waits may begin: 0 to `periods` (in no period), or `periods` + 1 where it has to stay out. */
export function slotAfter(done: number, lag: number, periods: number): number {
  if (done === NEVER) return periods + 1
  return lag === ANY_TIME ? 0 : Math.min(periods, Math.max(0, done + lag))
}
