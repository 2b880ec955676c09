import { bendOf } from './bend.ts'
import { curvatureOf, keepLast, noteStep, towardsZero } from './curvature.ts'
import type { Curvature } from './curvature.ts'
import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluate.ts'
import { storedMultiplier } from './exact-bound.ts'
import type { Layout } from './layout.ts'
import { multiplierCount } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'
import { usualValue } from './order-of-worth.ts'
import { slopeOf } from './slope.ts'
import { soften, softenedOf } from './soften.ts'
import type { Softened } from './soften.ts'

/**
 * A descent of the Lagrangian bound: of the bound with softened choices, which is smooth, by steps of a quasi-Newton method on prices that are not
 * negative, and made less soft whenever that has settled (Nesterov 2005 for the softening). Every evaluation is a bound of its own.
 */
export type Descent = {
  readonly evaluation: Evaluation
  readonly softened: Softened
  /** Usual amount on each constraint: prices and slopes are compared in these. 0 where nothing is priced. */
  readonly scale: Float64Array
  /** Prices to evaluate next; the best so far; and those from which a step is tried, with their slopes. */
  readonly at: Multipliers
  readonly best: Multipliers
  readonly from: Multipliers
  readonly fromSlope: Float64Array
  readonly slope: Float64Array
  readonly bend: Float64Array
  readonly direction: Float64Array
  readonly curvature: Curvature
  /** Shares in which options are taken: the less soft, the nearer to the linear program's solution. */
  readonly average: Float64Array
  readonly usualValue: number
  /** Bound of the prices looked at last. */
  bound: number
  bestBound: number
  /** Whether the prices evaluated last are the best. */
  isAtBest: boolean
  /** Best bound when the descent was begun or last taken up again. */
  resumedFrom: number
  /** How soft choices are, as a share of the usual value; 0 where nothing is left to find. */
  reach: number
  softness: number
  /** Softened bound at `from`, and how much less the slopes promise of it at `at`; Infinity before the first. */
  worth: number
  promised: number
  /** Steps that brought little, and how often the step at hand was shortened. */
  stalls: number
  shortened: number
  rounds: number
}

const FIRST_REACH = 1
const RESUMED_REACH = 0.000_4
const SHRINK = 0.4
/** Choices that are less soft than this are not worth a step. */
const LEAST_REACH = 0.000_001
/** Part of what slopes promise that a step has to keep. */
const KEPT = 0.01
/** Parts of a step that are tried one after the other. */
const LENGTHS = [1, 0.4, 0.16, 0.064, 0.0256] as const
/** A step brings little if it takes less than this part of what softening adds. */
const LITTLE = 0.05
const MOST_STALLS = 2
/** Steps that are still believed when choices have been made less soft. */
const BELIEVED = 3
/** Prices are let grow no further: where nothing fits, the bound falls without end and they would with it. */
const HIGHEST = 2 ** 60
/** Part of the mean bend that every price has. */
const LEAST_BEND = 0.01

export function descentOf(evaluation: Evaluation, start: Multipliers | null, scale: Float64Array = scalesOf(evaluation.layout)): Descent {
  const { layout } = evaluation
  const size = multiplierCount(layout)
  const softened = softenedOf(evaluation)
  return {
    evaluation, softened, scale,
    at: start?.slice() ?? new Float64Array(size),
    best: start?.slice() ?? new Float64Array(size),
    from: new Float64Array(size),
    fromSlope: new Float64Array(size),
    slope: new Float64Array(size),
    bend: new Float64Array(size),
    direction: new Float64Array(size),
    curvature: curvatureOf(size),
    average: softened.weight,
    usualValue: usualValue(layout.program),
    bound: Infinity,
    bestBound: Infinity,
    isAtBest: false,
    resumedFrom: Infinity,
    reach: FIRST_REACH,
    softness: 0,
    worth: Infinity,
    promised: 0,
    stalls: 0,
    shortened: 0,
    rounds: 0,
  }
}

/** Takes a descent up again from its best prices, softer than it ended. */
export function resume(descent: Descent): void {
  descent.at.set(descent.best)
  descent.resumedFrom = descent.bestBound
  descent.reach = Math.max(descent.reach, RESUMED_REACH)
  beginAnew(descent)
}

/** One evaluation and one step. */
export function descend(descent: Descent): void {
  if (look(descent) !== -Infinity) stepOn(descent)
}

/** One evaluation: a bound, kept where it is the best. */
export function look(descent: Descent): number {
  const { evaluation, at, best } = descent
  const bound = evaluate(evaluation, at)
  descent.rounds++
  descent.bound = bound
  descent.isAtBest = bound < descent.bestBound
  if (descent.isAtBest) {
    descent.bestBound = bound
    best.set(at)
  }
  return bound
}

/** The step from the prices that were looked at last. */
export function stepOn(descent: Descent): void {
  const { bound } = descent
  if (descent.worth === Infinity) descent.softness = descent.reach * descent.usualValue
  const worth = softenedBound(descent, bound)
  if (worth <= descent.worth - KEPT * descent.promised) accept(descent, bound, worth)
  else shorten(descent)
}

/** Rounds the best prices to what is stored of them, and evaluates them anew where they were not looked at last or are no longer the same. */
export function storeBest(descent: Descent): void {
  const { best, evaluation } = descent
  let same = descent.isAtBest
  for (let r = 0; r < best.length; r++) {
    const stored = storedMultiplier(best[r]!)
    if (stored !== best[r]) same = false
    best[r] = stored
  }
  if (!same) descent.bestBound = evaluate(evaluation, best)
  descent.isAtBest = true
}

/** Bound with softened choices at the prices evaluated last; writes its slopes. */
const softenedBound = ({ evaluation, softened, at, slope, softness }: Descent, bound: number): number =>
  bound + soften(softened, softness) + slopeOf(evaluation.layout, softened.weight, at, softness, slope)

/** Goes on from the prices evaluated last. */
function accept(descent: Descent, bound: number, worth: number): void {
  const { at, from, fromSlope, slope, curvature } = descent
  const begins = descent.worth === Infinity
  if (!begins) noteStep(curvature, from, at, fromSlope, slope)
  const little = !begins && descent.worth - worth < LITTLE * (worth - bound)
  descent.stalls = little ? descent.stalls + 1 : 0
  descent.worth = worth
  if (begins) bendFrom(descent)
  if (descent.stalls >= MOST_STALLS) harden(descent, bound)
  from.set(at)
  fromSlope.set(slope)
  descent.shortened = 0
  while (!setOut(descent)) {
    if (curvature.known > 0) keepLast(curvature, 0)
    else if (descent.reach < LEAST_REACH) {
      descent.reach = 0
      return
    } else {
      harden(descent, bound)
      fromSlope.set(slope)
    }
  }
}

/** Makes choices less soft, at the prices evaluated last. */
function harden(descent: Descent, bound: number): void {
  descent.reach *= SHRINK
  descent.softness = descent.reach * descent.usualValue
  descent.worth = softenedBound(descent, bound)
  descent.stalls = 0
  keepLast(descent.curvature, BELIEVED)
  bendFrom(descent)
}

/** Tries a shorter step; when that has been of no use some times, begins anew, less soft if nothing else is left. */
function shorten(descent: Descent): void {
  const { at, from, direction, curvature } = descent
  if (descent.shortened === LENGTHS.length - 1) {
    if (curvature.known === 0) descent.reach *= SHRINK
    at.set(from)
    beginAnew(descent)
    return
  }
  descent.shortened++
  const length = LENGTHS[descent.shortened]!
  for (let r = 0; r < at.length; r++) at[r] = priceFrom(from[r]! + length * direction[r]!)
  promise(descent)
}

function beginAnew(descent: Descent): void {
  keepLast(descent.curvature, 0)
  descent.worth = Infinity
  descent.promised = 0
  descent.stalls = 0
  descent.shortened = 0
}

/** The next prices, from those evaluated last. False where slopes promise nothing. */
function setOut(descent: Descent): boolean {
  const { at, from, fromSlope, direction, scale, curvature, bend } = descent
  for (let r = 0; r < at.length; r++) direction[r] = stays(scale, from, fromSlope, r) ? 0 : -fromSlope[r]!
  towardsZero(curvature, bend, direction)
  for (let r = 0; r < at.length; r++) {
    if (stays(scale, from, fromSlope, r) || Number.isNaN(direction[r])) direction[r] = 0
    at[r] = priceFrom(from[r]! + direction[r]!)
  }
  promise(descent)
  return descent.promised > 0
}

/** A price at zero whose limit is kept has no reason to move, nor has one of nothing. */
const stays = (scale: Float64Array, prices: Multipliers, slope: Float64Array, r: number): boolean => scale[r] === 0 || (prices[r] === 0 && slope[r]! >= 0)

const priceFrom = (wanted: number): number => Math.min(HIGHEST, Math.max(0, wanted))

/** How much less the slopes promise at the next prices. */
function promise(descent: Descent): void {
  const { at, from, fromSlope } = descent
  let sum = 0
  for (let r = 0; r < at.length; r++) sum -= fromSlope[r]! * (at[r]! - from[r]!)
  descent.promised = sum
}

/** Bends at the prices evaluated last; no price has less than a part of what is usual. */
function bendFrom({ evaluation, softened, softness, at, bend, slope, scale }: Descent): void {
  bendOf(evaluation.layout, softened.weight, at, softness, bend)
  let [sum, count] = [0, 0]
  for (let r = 0; r < bend.length; r++) {
    if (stays(scale, at, slope, r)) continue
    sum += bend[r]! / square(scale[r]!)
    count++
  }
  const least = LEAST_BEND * (sum > 0 ? sum / count : 1)
  for (let r = 0; r < bend.length; r++) bend[r] = scale[r] === 0 ? 0 : bend[r]! + least * square(scale[r]!)
}

/** Root mean square of the amounts that meet each constraint; 1 for a tie. */
export function scalesOf(layout: Layout): Float64Array {
  const { program, usual } = layout
  const { meters, rowFrom, rowMeter, rowCoefficient, limit } = program
  const scale = new Float64Array(multiplierCount(layout)).fill(1)
  for (let q = 0; q < meters; q++) scale[q] = limit[q] === Infinity ? 0 : usual[q]!
  for (let r = 0; r < rowFrom.length - 1; r++) {
    let sum = 0
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) sum += square(rowCoefficient[k]! * usual[rowMeter[k]!]!)
    scale[meters + r] = Math.sqrt(sum)
  }
  return scale
}

const square = (amount: number): number => amount * amount
