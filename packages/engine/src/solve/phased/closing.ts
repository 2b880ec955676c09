import { advance, boundOf, openSearch, stepsOf, takeUp } from '../binary/search.ts'
import type { Search } from '../binary/search.ts'
import { asBinary, columnsOfPlan, planOf } from './as-binary.ts'
import type { AsBinary } from './as-binary.ts'
import { branch, branchingOf, openBound } from './branch.ts'
import type { Branching } from './branch.ts'
import type { Layout } from './layout.ts'
import type { Multipliers } from './multipliers.ts'
import type { PhasedPlan } from './program.ts'

/**
 * What closes the gap of a small program for good: two trees that take turns, each telling the other of better plans. One is over prices and
 * halves the starts of a family at a time, which is quick where many rows hold few families; the other is over linear programs, whose bounds
 * are closer: quick where few rows hold many. Either is null where it has no form or is not worth its time.
 */
export type Closing = { readonly linear: Linear | null; readonly priced: Branching | null; readonly nothingFits: boolean }

type Linear = { readonly binary: AsBinary; readonly search: Search }

/** So few families are worth the attempt by prices, and so few by linear programs. */
const [MOST_PRICED, MOST_LINEAR] = [60, 150]
/** Steps of one turn; each tree has had as many as the other, but for the last turn. */
const TURN = 500_000

/** How to close a program of so many families with something to decide; null where no attempt is worth its time. */
export function closingOf(layout: Layout, undecided: number, multipliers: Multipliers): Closing | null {
  const binary = undecided <= MOST_LINEAR ? asBinary(layout) : null
  if (binary === 'empty') return { linear: null, priced: null, nothingFits: true }
  const linear = binary && { binary, search: openSearch(binary.program, { record: false }) }
  const priced = undecided <= MOST_PRICED ? branchingOf(layout, multipliers) : null
  return linear === null && priced === null ? null : { linear, priced, nothingFits: false }
}

/** Tells of a plan found elsewhere: only better ones are of interest from then on. */
export function tell({ linear, priced }: Closing, plan: PhasedPlan, value: number): void {
  if (linear !== null && value > valueOf(linear)) {
    const chosen = columnsOfPlan(linear.binary, plan)
    if (chosen !== null) takeUp(linear.search, chosen)
  }
  if (priced !== null && value > priced.bestValue) {
    priced.best = plan.slice()
    priced.bestValue = value
  }
}

/** Works for about so many elementary steps, at most a turn; returns those it took. */
export function closeOn(closing: Closing, steps: number): number {
  const { linear, priced } = closing
  const turn = Math.min(steps, TURN)
  const worked = linear !== null && (priced === null || stepsOf(linear.search) <= priced.steps) ? searchOn(linear.search, turn) : priced === null ? 0 : branchOn(priced, turn)
  const best = bestOfClosing(closing)
  if (best !== null) tell(closing, best.plan, best.value)
  return worked
}

function searchOn(search: Search, steps: number): number {
  const before = stepsOf(search)
  advance(search, before + steps)
  return stepsOf(search) - before
}

function branchOn(branching: Branching, steps: number): number {
  const before = branching.steps
  branch(branching, steps)
  return branching.steps - before
}

const valueOf = ({ binary, search }: Linear): number => (search.best === null ? -Infinity : search.best.value + binary.settled)

/** The best plan it knows and its value; null before the first. */
export function bestOfClosing({ linear, priced }: Closing): { readonly plan: PhasedPlan; readonly value: number } | null {
  const byLinear = linear === null ? -Infinity : valueOf(linear)
  if (priced?.best && priced.bestValue >= byLinear) return { plan: priced.best, value: priced.bestValue }
  return linear?.search.best ? { plan: planOf(linear.binary, linear.search.best.plan), value: byLinear } : null
}

/** No plan is worth more than this; -Infinity where it is proved that there is none. */
export function boundOfClosing(closing: Closing): number {
  const { linear, priced, nothingFits } = closing
  if (nothingFits) return -Infinity
  const byLinear = linear === null ? Infinity : boundOf(linear.search) + linear.binary.settled
  const byPrices = priced === null ? Infinity : openBound(priced)
  return Math.max(bestOfClosing(closing)?.value ?? -Infinity, Math.min(byLinear, byPrices))
}

/** Nothing is left to look at. */
export const isClosed = ({ linear, priced, nothingFits }: Closing): boolean => nothingFits || linear?.search.done === true || priced?.open.length === 0
