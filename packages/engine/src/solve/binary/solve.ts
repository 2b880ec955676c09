import { invariant } from '../../kernel/index.ts'
import { exactBound, storedPrice } from './bound.ts'
import { checkPlan } from './check.ts'
import { advanceBeside, notYetImproving } from './improving.ts'
import type { Walks } from './improving.ts'
import { advanceNarrowed, bestValue, boundOfNarrowed, isDone, openNarrowed, solutionOfNarrowed, stepsOfNarrowed } from './narrowed-run.ts'
import { isLarge } from './narrowing.ts'
import type { Known } from './narrowing.ts'
import { assertProgram } from './program.ts'
import type { BinaryProgram } from './program.ts'
import { nearestTo } from './nearest.ts'
import { givenPrices, proofOf } from './proof.ts'
import type { Proof } from './proof.ts'
import { boundOf, openSearch, stepsOf } from './search.ts'
import type { Search } from './search.ts'
import { solveAsKnapsack } from './single-row.ts'
import { withoutIdle } from './trim.ts'

/** One work unit is this many elementary steps (a coefficient read or a tableau cell changed). */
export const STEPS_PER_UNIT = 1000

/** What is known while the search runs. `incumbent` is null before the first plan. */
export type SearchProgress = { readonly incumbent: number | null; readonly bound: number; readonly gap: number | null; readonly workUnits: number }

export type SolveOptions = {
  readonly workUnits: number
  /**
   * A plan to begin with, one entry for each column; repaired where it breaks a row. Columns it does not name are out. Of plans that are worth
   * the same, one near it is the answer (`nearest.ts`).
   */
  readonly start?: readonly boolean[] | undefined
  /** Keep the tree that proves the bound. */
  readonly proof?: boolean | undefined
  /**
   * Mixed plans, trees over few columns and walks that look for better plans beside the tree (`improving.ts`), the more the less it closes
   * of its gap; none where not given. They take effort from the tree: much better plans of large look-alikes, proofs somewhat later.
   */
  readonly walks?: Walks | undefined
  readonly onProgress?: ((progress: SearchProgress) => void) | undefined
  /** Asked every `SLICE_UNITS` units; true ends the search with what it has. */
  readonly shouldStop?: (() => boolean) | undefined
}

const SLICE_UNITS = 2000

/** The states of a knapsack are kept until it ends: so many steps take some 50 MB. */
const KNAPSACK_STEPS = 40_000_000

/** `plan`: the best found, optimal if `proved`. `empty`: no plan keeps all rows, proved. `undecided`: none found within the effort. */
export type Solution =
  | (Found & { readonly status: 'plan' })
  | { readonly status: 'empty'; readonly workUnits: number }
  | { readonly status: 'undecided'; readonly bound: number; readonly workUnits: number }

/** A plan with the prices that bound it. */
export type Found = {
  readonly plan: readonly boolean[]
  readonly value: number
  readonly bound: number
  readonly proved: boolean
  /** Per row as given: value per unit of limit at the margin of the linear program. */
  readonly prices: readonly number[]
  /** What `prices` prove by themselves (`exactBound`). */
  readonly rootBound: number
  readonly workUnits: number
  readonly foundAtWorkUnits: number
  readonly proof: Proof | null
}

/** A solve under way, to be advanced in slices by a caller who has other messages to answer in between. */
export type SolveRun = {
  /** Works `workUnits` more, but never beyond the effort. */
  readonly advance: (workUnits: number) => void
  readonly progress: () => SearchProgress
  /** True once it is proved, or the effort is spent. */
  readonly isOver: () => boolean
  /** The answer as it stands, checked; after `isOver` it is final. */
  readonly solution: () => Solution
}

/** Starts a solve; slices of any length lead to the same answer. */
export function beginBinary(program: BinaryProgram, options: Pick<SolveOptions, 'workUnits' | 'start' | 'proof' | 'walks'>): SolveRun {
  assertProgram(program)
  const ceiling = options.workUnits * STEPS_PER_UNIT
  const { start } = options
  const near = (solution: Solution): Solution => checked(program, start !== undefined && solution.status === 'plan' ? nearestTo(program, start, solution) : solution)
  const fast = options.proof === true ? null : solveAsKnapsack(program, Math.min(ceiling, KNAPSACK_STEPS))
  if (fast !== null && (fast.proved || fast.workUnits >= options.workUnits)) return finished(fast, near(fast))
  if (fast !== null) return beginLarge(program, { start: fast.plan, bound: fast.bound, prices: fast.prices, walks: options.walks }, ceiling, fast.workUnits * STEPS_PER_UNIT, near)
  if (options.proof !== true && isLarge(program)) return beginLarge(program, { start, walks: options.walks }, ceiling, 0, near)
  const search = openSearch(program, { start, record: options.proof === true })
  const improving = notYetImproving(options.walks)
  return {
    advance: (workUnits) => advanceBeside(search, improving, Math.min(ceiling, stepsOf(search) + workUnits * STEPS_PER_UNIT)),
    progress: () => progressOf(search.best?.value ?? null, boundOf(search), unitsOf(stepsOf(search))),
    isOver: () => search.done || stepsOf(search) >= ceiling,
    solution: () => near(solutionOf(program, search)),
  }
}

/** A search among what prices leave open; `spent` steps went before it. */
function beginLarge(program: BinaryProgram, known: Known, ceiling: number, spent: number, near: (solution: Solution) => Solution): SolveRun {
  const run = openNarrowed(program, known, ceiling - spent)
  const done = (): number => spent + stepsOfNarrowed(run)
  return {
    advance: (workUnits) => advanceNarrowed(run, Math.min(ceiling, done() + workUnits * STEPS_PER_UNIT) - spent),
    progress: () => progressOf(bestValue(run), boundOfNarrowed(run), unitsOf(done())),
    isOver: () => isDone(run) || done() >= ceiling,
    solution: () => near(solutionOfNarrowed(run, (steps) => unitsOf(spent + steps))),
  }
}

const finished = ({ value, bound, workUnits }: Found, solution: Solution): SolveRun => ({
  advance: () => {},
  progress: () => progressOf(value, bound, workUnits),
  isOver: () => true,
  solution: () => solution,
})

/** Solves a 0/1 program within an effort; the same program and effort give the same answer everywhere. */
export function solveBinary(program: BinaryProgram, options: SolveOptions): Solution {
  const run = beginBinary(program, options)
  const report = (): void => {
    const progress = run.progress()
    if (Number.isFinite(progress.bound)) options.onProgress?.(progress)
  }
  if (run.isOver()) report()
  while (!run.isOver() && options.shouldStop?.() !== true) {
    run.advance(SLICE_UNITS)
    report()
  }
  return run.solution()
}

const progressOf = (incumbent: number | null, bound: number, workUnits: number): SearchProgress => ({ incumbent, bound, gap: gapOf(incumbent, bound), workUnits })

/** (bound - value) / |value|; null where there is no value, or none to divide by. */
export function gapOf(value: number | null, bound: number): number | null {
  if (value === null) return null
  if (bound === value) return 0
  return value === 0 ? null : (bound - value) / Math.abs(value)
}

const unitsOf = (steps: number): number => Math.ceil(steps / STEPS_PER_UNIT)

function solutionOf(program: BinaryProgram, search: Search): Solution {
  const workUnits = unitsOf(stepsOf(search))
  if (search.best === null) return search.done ? { status: 'empty', workUnits } : { status: 'undecided', bound: boundOf(search), workUnits }
  const prices = givenPrices(search.matrix, search.rootPrices).map(storedPrice)
  const rootBound = exactBound(program, prices)
  const { plan, value, foundAtSteps } = search.best
  const bound = Math.max(value, Math.min(boundOf(search), rootBound))
  return {
    status: 'plan',
    plan: withoutIdle(program, Array.from(plan, (chosen) => chosen === 1)),
    value,
    bound,
    proved: bound === value,
    prices,
    rootBound,
    workUnits,
    foundAtWorkUnits: unitsOf(foundAtSteps),
    proof: search.record === null || !search.done ? null : proofOf(search.record),
  }
}

function checked<S extends Solution>(program: BinaryProgram, solution: S): S {
  if (solution.status !== 'plan') return solution
  const faults = checkPlan(program, solution.plan, solution.value)
  invariant(faults.length === 0, `a plan passes the independent check (${faults[0]?.kind ?? 'none'})`)
  invariant(solution.bound >= solution.value && solution.rootBound >= solution.value, 'a bound is not below the plan it bounds')
  return solution
}
