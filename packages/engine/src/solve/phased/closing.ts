import { branch, branchingOf, openBound } from './branch.ts'
import type { Branching } from './branch.ts'
import type { Layout } from './layout.ts'
import { boundOfTree, linearTreeOf, searchTree, stepsOfTree, takeUpInTree } from './linear-tree.ts'
import type { LinearTree } from './linear-tree.ts'
import type { Multipliers } from './multipliers.ts'
import type { PhasedPlan } from './program.ts'

/**
 * What closes the gap of a small program for good: two trees that take turns, each telling the other of better plans. One is over prices and
 * and needs no more than a look at each option; the other is over linear programs, whose bounds are closer and whose parts are hundreds of
 * times fewer. Both halve the starts of a family at a time. Either is null where it has no form or is not worth its time.
 */
export type Closing = { readonly linear: LinearTree | null; readonly priced: Branching | null; readonly nothingFits: boolean }

/** So few families are worth the attempt by prices, and so few by linear programs. */
const [MOST_PRICED, MOST_LINEAR] = [60, 150]
/** Steps of one turn; the tree over linear programs has had so many for each of the other, but for the last turn. */
const LINEAR_SHARE = 8
const TURN = 500_000

/** How to close a program of so many families with something to decide; null where no attempt is worth its time. */
export function closingOf(layout: Layout, undecided: number, multipliers: Multipliers): Closing | null {
  const linear = undecided <= MOST_LINEAR ? linearTreeOf(layout) : null
  if (linear === 'empty') return { linear: null, priced: null, nothingFits: true }
  const priced = undecided <= MOST_PRICED ? branchingOf(layout, multipliers) : null
  return linear === null && priced === null ? null : { linear, priced, nothingFits: false }
}

/** Tells of a plan found elsewhere: only better ones are of interest from then on. */
export function tell({ linear, priced }: Closing, plan: PhasedPlan, value: number): void {
  if (linear !== null) takeUpInTree(linear, plan, value)
  if (priced !== null && value > priced.bestValue) {
    priced.best = plan.slice()
    priced.bestValue = value
  }
}

/** Works for about so many elementary steps, at most a turn; returns those it took. */
export function closeOn(closing: Closing, steps: number): number {
  const { linear, priced } = closing
  const turn = Math.min(steps, TURN)
  const worked = linear !== null && (priced === null || stepsOfTree(linear) <= LINEAR_SHARE * priced.steps) ? searchOn(linear, turn) : priced === null ? 0 : branchOn(priced, turn)
  const best = bestOfClosing(closing)
  if (best !== null) tell(closing, best.plan, best.value)
  return worked
}

function searchOn(tree: LinearTree, steps: number): number {
  const before = stepsOfTree(tree)
  searchTree(tree, steps)
  return stepsOfTree(tree) - before
}

function branchOn(branching: Branching, steps: number): number {
  const before = branching.steps
  branch(branching, steps)
  return branching.steps - before
}

/** The best plan it knows and its value; null before the first. */
export function bestOfClosing({ linear, priced }: Closing): { readonly plan: PhasedPlan; readonly value: number } | null {
  const [first, second] = [linear, priced].map((tree) => (tree?.best ? { plan: tree.best, value: tree.bestValue } : null))
  return first && (!second || first.value >= second.value) ? first : (second ?? null)
}

/** No plan is worth more than this; -Infinity where it is proved that there is none. */
export function boundOfClosing(closing: Closing): number {
  const { linear, priced, nothingFits } = closing
  if (nothingFits) return -Infinity
  const byLinear = linear === null ? Infinity : boundOfTree(linear)
  const byPrices = priced === null ? Infinity : openBound(priced)
  return Math.max(bestOfClosing(closing)?.value ?? -Infinity, Math.min(byLinear, byPrices))
}

/** Nothing is left to look at. */
export const isClosed = ({ linear, priced, nothingFits }: Closing): boolean => nothingFits || linear?.done === true || priced?.open.length === 0
