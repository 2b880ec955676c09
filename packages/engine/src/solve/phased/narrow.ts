import { keepsTie } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Demands } from './demands.ts'

/** What narrowing needs from one part of all plans to the next. */
export type Narrowing = {
  readonly layout: Layout
  readonly demands: Demands
  /** Of each demand: the least that all families together must use. */
  readonly least: Float64Array
  /** Of each demand that the family at hand touches: the least of its options, and the amount of one option. */
  readonly own: Float64Array
  readonly amount: Float64Array
  steps: number
}

const MOST_PASSES = 8

export function narrowingOf(layout: Layout, demands: Demands): Narrowing {
  const size = demands.limit.length
  return { layout, demands, least: new Float64Array(size), own: new Float64Array(size), amount: new Float64Array(size), steps: 0 }
}

/**
 * Takes away options that no plan of the part can hold: those that use more than the least of all others leaves, and those that ties rule out.
 * False where a family has none left.
 */
export function narrow(narrowing: Narrowing, allowed: Uint8Array): boolean {
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const before = narrowing.steps
    const byTies = narrowTies(narrowing.layout, allowed)
    const byDemands = byTies === null ? null : narrowDemands(narrowing, allowed)
    narrowing.steps = Math.max(narrowing.steps, before + allowed.length)
    if (byTies === null || byDemands === null) return false
    if (byTies + byDemands === 0) return true
  }
  return true
}

/** How many options ties take away; null where nothing is left. */
function narrowTies({ program }: Layout, allowed: Uint8Array): number | null {
  const { tieAfter, tieBefore, tieLag, optionFrom, optionStart, optionDone } = program
  let removed = 0
  for (let e = 0; e < tieAfter.length; e++) {
    const [after, before, lag] = [tieAfter[e]!, tieBefore[e]!, tieLag[e]!]
    let [earliest, latest] = [Infinity, -Infinity]
    for (let p = optionFrom[before]!; p < optionFrom[before + 1]!; p++) if (allowed[p] === 1) earliest = Math.min(earliest, optionDone[p]!)
    for (let p = optionFrom[after]!; p < optionFrom[after + 1]!; p++) {
      if (allowed[p] === 0) continue
      if (keepsTie(optionStart[p]!, earliest, lag)) latest = Math.max(latest, optionStart[p]!)
      else removed += ruleOut(allowed, p)
    }
    for (let p = optionFrom[before]!; p < optionFrom[before + 1]!; p++) if (allowed[p] === 1 && !keepsTie(latest, optionDone[p]!, lag)) removed += ruleOut(allowed, p)
    if (latest === -Infinity || earliest === Infinity) return null
  }
  return removed
}

function ruleOut(allowed: Uint8Array, option: number): 1 {
  allowed[option] = 0
  return 1
}

/** How many options the demands take away; null where they leave no plan. */
function narrowDemands(narrowing: Narrowing, allowed: Uint8Array): number | null {
  const { layout, demands, least } = narrowing
  const { families } = layout.program
  least.fill(0)
  for (let i = 0; i < families; i++) {
    const touched = leastOf(narrowing, i, allowed)
    if (touched === null) return null
    for (const d of touched) least[d]! += narrowing.own[d]!
  }
  for (let d = 0; d < least.length; d++) if (least[d]! > demands.limit[d]!) return null
  let removed = 0
  for (let i = 0; i < families; i++) {
    const gone = narrowFamily(narrowing, i, allowed)
    if (gone === null) return null
    removed += gone
  }
  return removed
}

/** Writes the least that a family must use of each demand it touches into `own`; null where it has no option left. */
function leastOf({ layout, demands, own, amount }: Narrowing, family: number, allowed: Uint8Array): readonly number[] | null {
  const { optionFrom } = layout.program
  const { from, demand } = demands
  const touched: number[] = []
  let options = 0
  for (let p = optionFrom[family]!; p < optionFrom[family + 1]!; p++) {
    if (allowed[p] === 0) continue
    options++
    for (let k = from[p]!; k < from[p + 1]!; k++) {
      const d = demand[k]!
      if (amount[d] === 0) {
        touched.push(d)
        own[d] = Infinity
      }
      amount[d]!++
      own[d] = Math.min(own[d]!, demands.amount[k]!)
    }
  }
  for (const d of touched) {
    if (amount[d]! < options) own[d] = Math.min(0, own[d]!)
    amount[d] = 0
  }
  return options === 0 ? null : touched
}

function narrowFamily(narrowing: Narrowing, family: number, allowed: Uint8Array): number | null {
  const { layout, demands, least, own, amount } = narrowing
  const { optionFrom } = layout.program
  const { from, demand, limit } = demands
  const [first, end] = [optionFrom[family]!, optionFrom[family + 1]!]
  let left = 0
  for (let p = first; p < end; p++) left += allowed[p]!
  if (left === 1) return 0
  const touched = leastOf(narrowing, family, allowed)!
  let removed = 0
  for (let p = first; p < end; p++) {
    if (allowed[p] === 0) continue
    for (let k = from[p]!; k < from[p + 1]!; k++) amount[demand[k]!] = demands.amount[k]!
    if (touched.some((d) => least[d]! - own[d]! + amount[d]! > limit[d]!)) removed += ruleOut(allowed, p)
    for (let k = from[p]!; k < from[p + 1]!; k++) amount[demand[k]!] = 0
  }
  narrowing.steps += touched.length * (left + 2)
  return removed === left ? null : removed
}
