import { exactBound, storedPrice } from './bound.ts'
import { advanceBeside, notYetImproving } from './improving.ts'
import type { Improving } from './improving.ts'
import type { BinaryProgram } from './program.ts'
import { narrowByPrices } from './narrowing.ts'
import type { Known, Narrowed, Rest } from './narrowing.ts'
import { givenPrices } from './proof.ts'
import { boundOf, openSearch, stepsOf } from './search.ts'
import type { Search } from './search.ts'
import type { Solution } from './solve.ts'
import { withoutIdle } from './trim.ts'

/** A large program at work: what prices settled, and the search among what they left open; null where nothing is left, or no effort. */
export type NarrowedRun = { readonly program: BinaryProgram; readonly narrowed: Narrowed; readonly search: Search | null; readonly improving: Improving | null }

/** Settles what prices settle, and opens the search among the rest, for plans that are better than the best so far. */
export function openNarrowed(program: BinaryProgram, known: Known, mostSteps: number): NarrowedRun {
  const narrowed = narrowByPrices(program, known, mostSteps)
  const { rest, best } = narrowed
  if (rest === null || narrowed.steps >= mostSteps) return { program, narrowed, search: null, improving: null }
  const near = best && { start: rest.columns.map((column) => best.plan[column] === 1), floor: best.value - rest.settled }
  return { program, narrowed, search: openSearch(rest.program, { ...near, record: false }), improving: notYetImproving(known.walks) }
}

export const isDone = ({ narrowed, search }: NarrowedRun): boolean => narrowed.rest === null || search?.done === true

export const stepsOfNarrowed = ({ narrowed, search }: NarrowedRun): number => narrowed.steps + (search === null ? 0 : stepsOf(search))

/** Works until the search is done or `untilSteps` steps have been made in all. */
export function advanceNarrowed({ narrowed, search, improving }: NarrowedRun, untilSteps: number): void {
  if (search !== null) advanceBeside(search, improving, untilSteps - narrowed.steps)
}

/** Value of the best plan so far; null before the first. */
export function bestValue({ narrowed: { best, rest }, search }: NarrowedRun): number | null {
  const found = search?.best && rest ? search.best.value + rest.settled : -Infinity
  const value = Math.max(best?.value ?? -Infinity, found)
  return value === -Infinity ? null : value
}

/** No plan is worth more than this. */
export function boundOfNarrowed(run: NarrowedRun): number {
  const { bound, rest } = run.narrowed
  const left = rest === null ? -Infinity : run.search === null ? bound : rest.settled + boundOf(run.search)
  return Math.max(bestValue(run) ?? -Infinity, Math.min(bound, left))
}

/** The answer as it stands. */
export function solutionOfNarrowed(run: NarrowedRun, unitsOf: (steps: number) => number): Solution {
  const workUnits = unitsOf(stepsOfNarrowed(run))
  const value = bestValue(run)
  if (value === null) return isDone(run) ? { status: 'empty', workUnits } : { status: 'undecided', bound: boundOfNarrowed(run), workUnits }
  const { prices, rootBound } = tightestPrices(run)
  const { plan, foundAtSteps } = bestPlan(run, value)
  const bound = Math.max(value, Math.min(boundOfNarrowed(run), rootBound))
  return { status: 'plan', plan: withoutIdle(run.program, plan), value, bound, proved: bound === value, prices, rootBound, workUnits, foundAtWorkUnits: unitsOf(foundAtSteps), proof: null }
}

function bestPlan({ program, narrowed: { best, rest, steps }, search }: NarrowedRun, value: number): { readonly plan: readonly boolean[]; readonly foundAtSteps: number } {
  if (best !== null && best.value === value) return { plan: Array.from(best.plan, (chosen) => chosen === 1), foundAtSteps: best.foundAtSteps }
  const plan = program.values.map((_, column) => rest?.decided[column] === 1)
  rest?.columns.forEach((column, place) => (plan[column] = search?.best?.plan[place] === 1))
  return { plan, foundAtSteps: steps + (search?.best?.foundAtSteps ?? 0) }
}

/** Of the first prices and those of the linear program of what was left, the ones that prove the lower bound of all. */
function tightestPrices({ program, narrowed, search }: NarrowedRun): { readonly prices: readonly number[]; readonly rootBound: number } {
  const first = givenPrices(narrowed.matrix, narrowed.prices).map(storedPrice)
  const sets = [first, ...(search !== null && narrowed.rest !== null && search.rootBound < Infinity ? [pricesOfRest(first.length, narrowed.rest, search)] : [])]
  return sets.map((prices) => ({ prices, rootBound: exactBound(program, prices) })).reduce((a, b) => (b.rootBound < a.rootBound ? b : a))
}

function pricesOfRest(rows: number, rest: Rest, search: Search): readonly number[] {
  const prices = Array.from({ length: rows }, () => 0)
  givenPrices(search.matrix, search.rootPrices).forEach((price, place) => (prices[rest.rows[place]!] = storedPrice(price)))
  return prices
}
