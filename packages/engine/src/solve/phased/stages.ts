import { invariant, random } from '../../kernel/index.ts'
import { anneal, annealingOf, backToBest, record, steeredBy } from './anneal.ts'
import type { Annealing } from './anneal.ts'
import { wholeBelow } from './branch.ts'
import { bestOfClosing, boundOfClosing, closeOn, closingOf, isClosed, tell } from './closing.ts'
import type { Closing } from './closing.ts'
import { descentOf, look, resume, stepOn, storeBest } from './dual.ts'
import type { Descent } from './dual.ts'
import { evaluationOf } from './evaluate.ts'
import { layoutOf } from './layout.ts'
import type { Layout } from './layout.ts'
import type { Multipliers } from './multipliers.ts'
import { worthOf } from './order-of-worth.ts'
import type { PhasedPlan, PhasedProgram } from './program.ts'
import { beginPlans } from './round.ts'
import { stateOf } from './state.ts'

export type PhasedOptions = {
  readonly seed: number
  readonly workUnits: number
  /** A plan to begin with; repaired where it breaks something. */
  readonly start?: PhasedPlan | undefined
  /** Prices to begin with: those of a like program make a bound at once. */
  readonly multipliers?: Multipliers | undefined
}

/**
 * A solve under way, in stages of which each takes as long as all before it: prices, a search that cools down, and for few families branch and
 * bound. Twice the effort therefore begins with the same steps and goes on from the best of them.
 */
export type Running = {
  readonly layout: Layout
  readonly options: PhasedOptions
  readonly total: number
  /** Steps at which this stage began and ends; and at which its prices ended. */
  stage: number
  stageFrom: number
  stageTo: number
  searchFrom: number
  /** Which of the stage's searches is under way. */
  round: number
  /** Value of doing nothing beyond what has to be done: no place to search from, as shares hold a search fast there. */
  idleValue: number
  descent: Descent
  /** Whether prices have been looked at and no step was made from them yet. */
  looked: boolean
  /** Whether prices still fall when they are sought further. */
  falls: boolean
  phase: 'prices' | 'search' | 'branch' | 'over'
  /** Whether the plan that the search began from is far from the bound. */
  far: boolean
  /** What closes the gap for good; null where that is not worth an attempt, undefined before that is known. */
  closing: Closing | null | undefined
  annealing: Annealing | null
  dualSteps: number
  searchSteps: number
  bound: number
  /** What branch and bound has proved, beyond what prices prove by themselves. */
  closedBound: number
}

const WARM_REACH = 0.004
/** Prices are settled where choices are less soft than this, about 0.01 % above the linear program; for first plans about 0.05 %. */
const LAST_REACH = 0.000_3
const FIRST_SETTLED = 0.001
/** Part of a stage that prices may take before plans are looked for. */
const PRICE_SHARE = 0.5
/** The same where prices are given: one evaluation is a bound already, and what is left is worth more in the search. */
const WARM_PRICE_SHARE = 0.1
/** The same in later stages, where prices are only made finer. */
const LATER_PRICE_SHARE = 0.4
/** The first stage has at least so many steps, by family and in all; less effort is one stage. */
const LEAST_BY_FAMILY = 20_000
const LEAST_STEPS = 400_000

export function beginStages(program: PhasedProgram, options: PhasedOptions, total: number): Running {
  const layout = layoutOf(program)
  const descent = descentOf(evaluationOf(layout), options.multipliers ?? null)
  const warm = options.multipliers !== undefined
  if (warm) descent.reach = WARM_REACH
  let stageTo = total
  while (stageTo / 2 >= Math.max(LEAST_STEPS, LEAST_BY_FAMILY * program.families)) stageTo /= 2
  return {
    layout, options, descent, looked: false, total, stage: 0, stageFrom: 0, stageTo, searchFrom: 0, round: 0, idleValue: -Infinity, falls: true, far: false,
    phase: 'prices',
    annealing: null, closing: undefined, dualSteps: 0, searchSteps: 0, bound: Infinity, closedBound: Infinity,
  }
}

export const bestValueOf = ({ annealing }: Running): number | null => (annealing === null || annealing.best === null ? null : annealing.bestValue)
const done = ({ dualSteps, searchSteps }: Running): number => dualSteps + searchSteps

/** Works on, at most to about `until` where work can be divided without changing what comes out. */
export function step(running: Running, until: number): void {
  switch (running.phase) {
    case 'prices':
      stepPrices(running)
      return
    case 'search':
      search(running)
      return
    case 'branch':
      close(running, until)
      return
    case 'over':
  }
}

/** Makes sure that there is a plan if one is at hand, even where the run is ended early. */
export function conclude(running: Running): void {
  if (running.annealing !== null || running.bound === -Infinity) return
  settle(running)
}

/** Prices are looked at, which bounds, and then a step is made from them: one after the other, so that the bound can be told at once. */
function stepPrices(running: Running): void {
  if (running.looked) stepFrom(running)
  else lookAt(running)
}

function lookAt(running: Running): void {
  const { descent, layout, options } = running
  const before = descent.evaluation.steps
  const bound = look(descent)
  running.dualSteps += descent.evaluation.steps - before + descent.at.length + layout.program.families
  running.bound = bound === -Infinity ? bound : descent.bestBound
  if (bound === -Infinity) running.phase = 'over'
  // Where the search begins from a plan that is given, prices that are not to be evaluated again need no step.
  else if (options.start !== undefined && areOver(running)) settle(running)
  else running.looked = true
}

function stepFrom(running: Running): void {
  const { descent } = running
  const before = descent.evaluation.steps
  running.looked = false
  stepOn(descent)
  running.dualSteps += descent.evaluation.steps - before
  const settled = descent.reach < (running.stage === 0 ? FIRST_SETTLED : LAST_REACH)
  if (!settled && !areOver(running)) return
  if (settled) running.falls = descent.bestBound < descent.resumedFrom - STILL_FALLS * Math.abs(descent.bestBound)
  settle(running)
}

/** Whether prices have had their part of the stage. */
function areOver(running: Running): boolean {
  const { stage, stageFrom, stageTo, options } = running
  const share = stage > 0 ? LATER_PRICE_SHARE : options.multipliers === undefined ? PRICE_SHARE : WARM_PRICE_SHARE
  return done(running) - stageFrom > share * (stageTo - stageFrom)
}

/** Prices that fell by less than this share of the bound since they were taken up again have settled for good. */
const STILL_FALLS = 0.000_02

/** Prices are settled for now: the search steers by them, from the first plans or from the best so far. */
function settle(running: Running): void {
  const { layout, descent, options } = running
  storeBest(descent)
  running.bound = descent.bestBound
  const worth = worthOf(layout, descent.evaluation.net, descent.evaluation.prices, descent.scale)
  if (running.annealing === null) {
    const state = stateOf(layout, descent.scale)
    running.annealing = annealingOf(state, worth, random(options.seed))
    if (!beginPlans(running.annealing.move, descent.average, options.start, () => noted(running))) {
      running.bound = -Infinity
      running.phase = 'over'
      return
    }
    if (options.start !== undefined && hasPlan(running)) backToBest(running.annealing)
    running.far = running.bound - running.annealing.bestValue > FAR * Math.abs(running.bound)
    running.searchSteps += state.steps
  } else {
    running.annealing = steeredBy(running.annealing, worth)
    if (hasPlan(running)) backToBest(running.annealing)
  }
  running.searchFrom = done(running)
  running.round = 0
  running.phase = 'search'
}

/** Keeps a first plan; the first of them is that of doing nothing. */
function noted(running: Running): void {
  const first = running.annealing!.best === null && running.idleValue === -Infinity
  record(running.annealing!)
  if (first) running.idleValue = running.annealing!.bestValue
}

/** Whether there is a plan that is more than doing nothing. */
const hasPlan = ({ annealing, idleValue }: Running): boolean => annealing!.best !== null && annealing!.bestValue > idleValue

/** Where a search that has a plan to begin with sets in: the less it can do for each family, the closer it stays to the plan. */
const WARM_STARTS = [[40_000, 0.5], [8_000, 0.7], [0, 0.86]] as const
/** Where it sets in after a change that cost the plan more than this share of the bound: it has to leave it. */
const FAR = 0.01
const FROM_FAR = 0.65

function warmStart(running: Running): number {
  const { annealing, stageFrom, stageTo } = running
  const steps = (stageTo - stageFrom) / annealing!.free.length
  const usual = WARM_STARTS.find(([least]) => steps >= least)![1]
  return running.far ? Math.min(FROM_FAR, usual) : usual
}

/** Where the search of a later stage sets in, from the best plan so far: warm enough to leave it. */
const AGAIN = 0.15

/** A search cools down once in so many steps for each family; a longer stage is as many searches as fit. */
const ROUND_BY_FAMILY = 60_000
const MOST_ROUNDS = 64
/** How much hotter a search begins that is to leave the plan it has. */
const AFRESH = 3

/** A round cools in so many slices, or in fewer where each of them would be short for what it takes to begin one. */
const SLICES = 200
const LEAST_SLICE = 2_000
const SLICE_BY_OPTION = 4

function search(running: Running): void {
  const { annealing, stageTo, searchFrom } = running
  invariant(annealing !== null, 'a search has begun')
  const closing = running.closing === undefined ? closingOf(running.layout, annealing.free.length, running.descent.best.slice()) : running.closing
  running.closing = closing
  const small = closing !== null && (closing.priced !== null || closing.nothingFits || stageTo - searchFrom >= LARGER_FROM)
  const to = small ? searchFrom + (stageTo - searchFrom) * SEARCH_SHARE : stageTo
  const left = to - done(running)
  if (left <= 0 || annealing.free.length === 0 || closed(running)) {
    if (small && !closed(running)) running.phase = 'branch'
    else endStage(running)
    return
  }
  const rounds = Math.max(1, Math.min(MOST_ROUNDS, Math.floor((to - searchFrom) / (ROUND_BY_FAMILY * annealing.free.length))))
  const length = (to - searchFrom) / rounds
  const round = Math.min(rounds - 1, Math.floor((done(running) - searchFrom) / length))
  if (round !== running.round) {
    running.round = round
    // Every other round goes on hot from where the last one ended, the rest begin from the best plan.
    if (round > 0 && round % 2 === 0 && hasPlan(running)) backToBest(annealing)
  }
  const from = round % 2 === 1 ? 0 : startOf(running)
  const progress = from + (1 - from) * Math.min(1, (done(running) - searchFrom) / length - round)
  const before = annealing.state.steps
  anneal(annealing, Math.min(Math.max(LEAST_SLICE, SLICE_BY_OPTION * running.layout.program.optionValue.length, length / SLICES), left), progress, round % 2 === 1 ? AFRESH : 1)
  running.searchSteps += annealing.state.steps - before
}

/** How far cooled a search begins that goes on from a plan. */
function startOf(running: Running): number {
  const { options, stage, round } = running
  if (options.start !== undefined && stage === 0) return round === 0 ? warmStart(running) : AGAIN
  return (stage > 0 || round > 0) && hasPlan(running) ? AGAIN : 0
}

function endStage(running: Running): void {
  const { stageTo, total, annealing } = running
  if (stageTo >= total || closed(running) || annealing!.free.length === 0) {
    running.phase = 'over'
    return
  }
  running.stage++
  running.stageFrom = stageTo
  running.stageTo = 2 * stageTo
  if (running.falls) {
    if (running.descent.reach < LAST_REACH) resume(running.descent)
    running.phase = 'prices'
  } else settle(running)
}

/** Part of a stage that the search takes before the rest goes into closing the gap. */
const SEARCH_SHARE = 0.15
/** Steps of a stage from which on the gap is closed of a program too large for the tree over prices: in fewer the search does more for the plan. */
const LARGER_FROM = 50_000_000

/** So many steps of a tree take about as long as one of the search: they read rows from end to end. */
const TREE_STEPS = 3

/** Until the gap is closed or the stage is over. */
function close(running: Running, until: number): void {
  const { annealing, closing, stageTo } = running
  invariant(annealing !== null && closing, 'a search has begun, and there is a way to close the gap')
  if (annealing.best !== null) tell(closing, annealing.best, annealing.bestValue)
  running.searchSteps += Math.ceil(closeOn(closing, TREE_STEPS * Math.max(1, Math.min(stageTo, until) - done(running))) / TREE_STEPS)
  const found = bestOfClosing(closing)
  if (found !== null && (annealing.best === null || found.value > annealing.bestValue)) {
    annealing.best = found.plan.slice()
    annealing.bestValue = found.value
  }
  running.closedBound = Math.min(running.closedBound, boundOfClosing(closing))
  if (isClosed(closing)) running.phase = 'over'
  else if (done(running) >= stageTo) endStage(running)
}

/** The best plan reaches the bound: nothing is left to find. */
const closed = (running: Running): boolean => running.annealing!.best !== null && Math.min(wholeBelow(running.bound), running.closedBound) <= running.annealing!.bestValue
