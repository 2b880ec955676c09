import { invariant, random } from '../../kernel/index.ts'
import { anneal, annealingOf, backToBest, record } from './anneal.ts'
import type { Annealing } from './anneal.ts'
import { readPhased } from './check.ts'
import { branch, branchingOf, openBound } from './branch.ts'
import type { Branching } from './branch.ts'
import { descend, descentOf } from './dual.ts'
import type { Descent } from './dual.ts'
import { evaluate, evaluationOf } from './evaluate.ts'
import { exactPhasedBound, storedMultiplier } from './exact-bound.ts'
import { layoutOf } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Multipliers } from './multipliers.ts'
import { worthOf } from './order-of-worth.ts'
import type { PhasedPlan, PhasedProgram } from './program.ts'
import { fillAll, relieve, roundAverage, startEmpty, startFrom } from './round.ts'
import { stateOf } from './state.ts'

/** One work unit is this many elementary steps (an amount read or changed). */
const STEPS_PER_UNIT = 1000

export type PhasedOptions = {
  readonly seed: number
  readonly workUnits: number
  /** A plan to begin with; repaired where it breaks something. */
  readonly start?: PhasedPlan | undefined
  /** Prices to begin with: those of a like program make a bound at once. */
  readonly multipliers?: Multipliers | undefined
}

export type PhasedProgress = { readonly value: number | null; readonly bound: number; readonly workUnits: number; readonly phase: 'prices' | 'plans' | 'over' }

/**
 * `none`: no plan was found, which proves nothing. `empty`: it is proved that there is none.
 * `rootBound` is what the multipliers prove by themselves; `bound` may be closer, where branch and bound has closed the rest.
 */
export type PhasedSolution =
  | { readonly status: 'plan'; readonly plan: PhasedPlan; readonly value: number; readonly bound: number; readonly rootBound: number; readonly multipliers: Multipliers; readonly workUnits: number }
  | { readonly status: 'none'; readonly bound: number; readonly rootBound: number; readonly multipliers: Multipliers; readonly workUnits: number }
  | { readonly status: 'empty'; readonly workUnits: number }

/** A solve that is advanced in slices. */
export type PhasedRun = {
  readonly advance: (workUnits: number) => void
  readonly progress: () => PhasedProgress
  readonly isOver: () => boolean
  readonly solution: () => PhasedSolution
}

type Running = {
  readonly layout: Layout
  readonly options: PhasedOptions
  readonly total: number
  descent: Descent
  phase: 'sample' | 'prices' | 'round' | 'search' | 'branch' | 'over'
  branching: Branching | null
  annealing: Annealing | null
  dualSteps: number
  searchSteps: number
  bound: number
  /** What branch and bound has proved, beyond what prices prove by themselves. */
  closedBound: number
}

const SAMPLE_SHARE = 8
const SAMPLE_FROM = 160
const SAMPLE_ROUNDS = 120
const SAMPLE_REACH = 0.002
const WARM_REACH = 0.004
const LAST_REACH = 0.000_05
const MOST_ROUNDS = 260
/** Part of the effort that prices may take before plans are looked for. */
const PRICE_SHARE = 0.4
/** The same where prices are given: one evaluation is a bound already, and what is left is worth more in the search. */
const WARM_PRICE_SHARE = 0.1

/** Begins to solve; nothing is done yet. The same program, seed and effort give the same answer on every machine. */
export function beginPhased(program: PhasedProgram, options: PhasedOptions): PhasedRun {
  const layout = layoutOf(program)
  const evaluation = evaluationOf(layout)
  const descent = descentOf(evaluation, options.multipliers ?? null)
  const warm = options.multipliers !== undefined
  if (warm) descent.reach = WARM_REACH
  const running: Running = {
    layout, options, descent, total: options.workUnits * STEPS_PER_UNIT,
    phase: !warm && layout.treeFrom.length > SAMPLE_FROM ? 'sample' : 'prices',
    annealing: null, branching: null, dualSteps: 0, searchSteps: 0, bound: Infinity, closedBound: Infinity,
  }
  return {
    advance: (workUnits) => advance(running, workUnits * STEPS_PER_UNIT),
    progress: () => ({ value: bestOf(running), bound: Math.min(shown(running.bound), running.closedBound), workUnits: unitsUsed(running), phase: running.phase === 'over' ? 'over' : running.annealing === null ? 'prices' : 'plans' }),
    isOver: () => running.phase === 'over',
    solution: () => solutionOf(running),
  }
}

/** Solves to the end of the effort. */
export function solvePhased(program: PhasedProgram, options: PhasedOptions): PhasedSolution {
  const run = beginPhased(program, options)
  while (!run.isOver()) run.advance(10_000)
  return run.solution()
}

const bestOf = ({ annealing }: Running): number | null => (annealing === null || annealing.best === null ? null : annealing.bestValue)
const unitsUsed = ({ dualSteps, searchSteps }: Running): number => Math.ceil((dualSteps + searchSteps) / STEPS_PER_UNIT)
/** A float bound with room for its rounding: sums of a million terms are off by far less than a part in 10^9. */
const shown = (bound: number): number => (Number.isFinite(bound) ? Math.floor(bound + 1e-9 * Math.abs(bound) + 1e-6) : bound)

function advance(running: Running, steps: number): void {
  const until = running.dualSteps + running.searchSteps + steps
  while (running.phase !== 'over' && running.dualSteps + running.searchSteps < until) step(running, until)
}

function step(running: Running, until: number): void {
  switch (running.phase) {
    case 'sample':
    case 'prices':
      stepPrices(running)
      return
    case 'round':
      begin(running)
      return
    case 'search':
      search(running, until)
      return
    case 'branch':
      close(running, until)
      return
    case 'over':
  }
}

function stepPrices(running: Running): void {
  const { descent, layout } = running
  const before = descent.evaluation.steps
  const sample = running.phase === 'sample' ? Math.ceil((layout.treeFrom.length - 1) / SAMPLE_SHARE) : undefined
  descend(descent, sample)
  running.dualSteps += descent.evaluation.steps - before + descent.at.length + layout.program.families
  if (descent.bestBound === -Infinity) {
    running.bound = -Infinity
    running.phase = 'over'
    return
  }
  if (sample !== undefined) {
    if (descent.rounds < SAMPLE_ROUNDS && descent.reach > SAMPLE_REACH) return
    running.descent = descentOf(descent.evaluation, descent.best)
    running.descent.reach = 3 * SAMPLE_REACH
    running.phase = 'prices'
    return
  }
  running.bound = descent.bestBound
  const enough = descent.rounds >= MOST_ROUNDS || descent.reach < LAST_REACH || (running.dualSteps > (running.options.multipliers === undefined ? PRICE_SHARE : WARM_PRICE_SHARE) * running.total && descent.rounds > 0)
  if (enough) running.phase = 'round'
}

/** Prices are settled: sets up the search and finds a first plan. */
function begin(running: Running): void {
  const { layout, descent, options } = running
  for (let r = 0; r < descent.best.length; r++) descent.best[r] = storedMultiplier(descent.best[r]!)
  running.bound = evaluate(descent.evaluation, descent.best)
  const state = stateOf(layout, descent.scale)
  const annealing = annealingOf(state, worthOf(layout, descent.evaluation.net), random(options.seed))
  annealing.move.energy.set(descent.evaluation.net)
  running.annealing = annealing
  if (!startEmpty(annealing.move)) {
    running.bound = -Infinity
    running.phase = 'over'
    return
  }
  record(annealing)
  if (options.start !== undefined && startFrom(annealing.move, options.start)) fillAll(annealing.move)
  else {
    startEmpty(annealing.move)
    roundAverage(annealing.move, descent.average)
    // A rounding that cannot be relieved may have torn ties: the search then begins from what has to go ahead alone.
    if (!relieve(annealing.move)) startEmpty(annealing.move)
  }
  record(annealing)
  running.searchSteps += state.steps
  running.phase = 'search'
}

/** Where a search that has a plan to begin with sets in: the less it can do for each family, the closer it stays to the plan. */
const WARM_STARTS = [[40_000, 0.5], [8_000, 0.7], [0, 0.86]] as const
const warmStart = (stepsPerFamily: number): number => WARM_STARTS.find(([least]) => stepsPerFamily >= least)![1]

function search(running: Running, until: number): void {
  const { annealing, options } = running
  invariant(annealing !== null, 'a search has begun')
  const small = annealing.free.length <= MOST_BRANCHED
  const room = (running.total - running.dualSteps) * (small ? SEARCH_SHARE : 1)
  const left = room - running.searchSteps
  if (left <= 0 || annealing.free.length === 0 || closed(running)) {
    running.phase = small && !closed(running) ? 'branch' : 'over'
    return
  }
  const course = Math.min(1, running.searchSteps / room)
  const from = options.start === undefined ? 0 : warmStart(running.total / annealing.free.length)
  const progress = from + (1 - from) * course
  const slice = Math.max(2_000, Math.min(room / 200, until - running.dualSteps - running.searchSteps, left))
  const before = annealing.state.steps
  anneal(annealing, slice, progress)
  running.searchSteps += annealing.state.steps - before
}

/** So few families are worth the attempt to close the gap for good, with what the search leaves of the effort. */
const MOST_BRANCHED = 60
const SEARCH_SHARE = 0.15

/** Branch and bound until the gap is closed or the effort is used up. */
function close(running: Running, until: number): void {
  const { annealing, layout, descent } = running
  invariant(annealing !== null, 'a search has begun')
  running.branching ??= branchingOf(layout, descent.best, annealing.best === null ? null : { plan: annealing.best, value: annealing.bestValue })
  const { branching } = running
  const left = running.total - running.dualSteps - running.searchSteps
  const before = branching.steps
  branch(branching, Math.max(1, Math.min(left, until - running.dualSteps - running.searchSteps)))
  running.searchSteps += branching.steps - before
  if (branching.bestValue > annealing.bestValue) {
    annealing.best = branching.best
    annealing.bestValue = branching.bestValue
  }
  running.closedBound = Math.min(running.closedBound, Math.max(openBound(branching), branching.bestValue))
  if (branching.open.length === 0 || left <= branching.steps - before) running.phase = 'over'
}

/** The best plan reaches the bound: nothing is left to find. */
const closed = (running: Running): boolean => running.annealing!.best !== null && shown(running.bound) <= running.annealing!.bestValue

/** Above this many amounts the exact bound is left to who checks the certificate: in floating point it is made larger by more than it can be off. */
const EXACT_AMOUNTS = 60_000

function solutionOf(running: Running): PhasedSolution {
  const { layout, descent, annealing } = running
  const workUnits = unitsUsed(running)
  const { program } = layout
  if (running.bound === -Infinity) return { status: 'empty', workUnits }
  const multipliers = descent.best.map(storedMultiplier)
  const exact = program.amounts.length <= EXACT_AMOUNTS ? exactPhasedBound(layout, multipliers) : undefined
  if (exact === null) return { status: 'empty', workUnits }
  const rootBound = exact === undefined ? shown(evaluate(descent.evaluation, multipliers)) : Number(exact)
  const bound = Math.min(rootBound, running.closedBound)
  if (bound === -Infinity) return { status: 'empty', workUnits }
  if (annealing === null || annealing.best === null) return { status: 'none', bound, rootBound, multipliers, workUnits }
  backToBest(annealing)
  const value = readPhased(program, annealing.best)
  invariant(value !== null && Math.abs(value - annealing.bestValue) < 0.5, 'a plan passes the plain reading of the program')
  invariant(bound >= value, 'a bound is not below the plan it bounds')
  return { status: 'plan', plan: annealing.best.slice(), value, bound, rootBound, multipliers, workUnits }
}
