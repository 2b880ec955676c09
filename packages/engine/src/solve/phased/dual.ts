import { evaluate } from './evaluate.ts'
import type { Evaluation } from './evaluate.ts'
import type { Layout } from './layout.ts'
import { multiplierCount } from './multipliers.ts'
import type { Multipliers } from './multipliers.ts'
import { slopeOf } from './slope.ts'

/** A descent of the Lagrangian bound: deflected subgradient with a Polyak step towards a target a little below the best (Camerini, Fratta, Maffioli 1975). */
export type Descent = {
  readonly evaluation: Evaluation
  /** Usual amount on each constraint: prices and slopes are compared in these. 0 where nothing is priced. */
  readonly scale: Float64Array
  readonly at: Multipliers
  readonly best: Multipliers
  readonly slope: Float64Array
  readonly direction: Float64Array
  /** Average of recent choices by option: near the linear program's solution. Null until the target is near. */
  readonly average: Float64Array
  bestBound: number
  /** Best bound when the descent was begun or last taken up again. */
  resumedFrom: number
  /** How far below the best bound the target lies, as a share of it. */
  reach: number
  stalls: number
  /** Rounds without a better bound before steps get shorter; and the weight of the directions before in the next. */
  patience: number
  deflection: number
  rounds: number
}

const FIRST_DEFLECTION = 0.6
/** Far from the best prices the average of directions is quick, near them it passes by. */
const LATER_DEFLECTION = 0.3
const FIRST_REACH = 0.03
const SHRINK = 0.55
const FIRST_PATIENCE = 8
const LATER_PATIENCE = 20
const RESUMED_REACH = 0.000_4
const AVERAGED_FROM = 0.012
const AVERAGE_WEIGHT = 0.06

export function descentOf(evaluation: Evaluation, start: Multipliers | null, scale: Float64Array = scalesOf(evaluation.layout)): Descent {
  const { layout } = evaluation
  const size = multiplierCount(layout)
  return {
    evaluation,
    scale,
    at: start?.slice() ?? new Float64Array(size),
    best: start?.slice() ?? new Float64Array(size),
    slope: new Float64Array(size),
    direction: new Float64Array(size),
    average: new Float64Array(layout.program.optionValue.length),
    bestBound: Infinity,
    resumedFrom: Infinity,
    reach: FIRST_REACH,
    stalls: 0,
    patience: FIRST_PATIENCE,
    deflection: FIRST_DEFLECTION,
    rounds: 0,
  }
}

/** Takes a descent up again from its best prices, with longer steps than it ended with. */
export function resume(descent: Descent): void {
  descent.at.set(descent.best)
  descent.direction.fill(0)
  descent.resumedFrom = descent.bestBound
  descent.reach = Math.max(descent.reach, RESUMED_REACH)
  descent.stalls = 0
  descent.patience = LATER_PATIENCE
  descent.deflection = LATER_DEFLECTION
}

/** One evaluation and one step. With `trees`, on a sample of them. */
export function descend(descent: Descent, trees?: number): void {
  const { evaluation, at, best, slope, direction, scale } = descent
  const { layout } = evaluation
  const count = trees ?? layout.treeFrom.length - 1
  const bound = evaluate(evaluation, at, count)
  descent.rounds++
  if (bound === -Infinity) {
    descent.bestBound = bound
    return
  }
  slopeOf(layout, evaluation.choice, at, count, slope)
  if (bound < descent.bestBound) {
    descent.stalls = bound < descent.bestBound - 0.1 * descent.reach * Math.abs(bound) ? 0 : descent.stalls + 0.5
    descent.bestBound = bound
    best.set(at)
  } else descent.stalls++
  if (trees === undefined && descent.reach < AVERAGED_FROM) average(descent.average, evaluation.choice)
  if (descent.stalls >= descent.patience) {
    descent.reach *= SHRINK
    descent.stalls = 0
    at.set(best)
    direction.fill(0)
    return
  }
  let norm = 0
  for (let r = 0; r < at.length; r++) {
    if (scale[r] === 0) continue
    const falls = slope[r]! / scale[r]!
    // A price at zero whose limit is kept has no reason to move.
    const step = (1 - descent.deflection) * falls + descent.deflection * direction[r]!
    direction[r] = at[r] === 0 && step > 0 ? 0 : step
    norm += direction[r]! * direction[r]!
  }
  if (norm === 0) {
    descent.reach = 0
    return
  }
  const length = (bound - descent.bestBound + descent.reach * Math.max(1, Math.abs(descent.bestBound))) / norm
  for (let r = 0; r < at.length; r++) if (scale[r] !== 0) at[r] = Math.max(0, at[r]! - (length * direction[r]!) / scale[r]!)
}

/** Recent choices count most. */
function average(average: Float64Array, choice: Int32Array): void {
  for (let p = 0; p < average.length; p++) average[p]! *= 1 - AVERAGE_WEIGHT
  for (let i = 0; i < choice.length; i++) average[choice[i]!]! += AVERAGE_WEIGHT
}

/** Root mean square of the amounts that meet each constraint; 1 for a tie. */
export function scalesOf(layout: Layout): Float64Array {
  const { program, modeOptions } = layout
  const { periods, lanes, meters, rowFrom, rowMeter, rowCoefficient, limit } = program
  const scale = new Float64Array(multiplierCount(layout)).fill(1)
  const [squares, counts] = [new Float64Array(meters), new Float64Array(meters)]
  for (let mode = 0; mode < modeOptions.length - 1; mode++) {
    for (let g = program.segmentFrom[mode]!; g < program.segmentFrom[mode + 1]!; g++) {
      for (let k = program.amountFrom[g]!; k < program.amountFrom[g + 1]!; k++) {
        const q = program.segmentLane[g]! * periods
        squares[q]! += square(program.amounts[k]!)
        counts[q]!++
      }
    }
    for (let k = program.flatFrom[mode]!; k < program.flatFrom[mode + 1]!; k++) {
      squares[program.flatMeter[k]!]! += square(program.flatAmount[k]!)
      counts[program.flatMeter[k]!]!++
    }
  }
  const usual = (q: number): number => (counts[q] === 0 ? 0 : Math.sqrt(squares[q]! / counts[q]!))
  for (let q = 0; q < meters; q++) {
    const amount = usual(q < lanes * periods ? q - (q % periods) : q)
    scale[q] = limit[q] === Infinity ? 0 : amount
  }
  for (let r = 0; r < rowFrom.length - 1; r++) {
    let sum = 0
    for (let k = rowFrom[r]!; k < rowFrom[r + 1]!; k++) sum += square(rowCoefficient[k]! * usual(rowMeter[k]!))
    scale[meters + r] = Math.sqrt(sum)
  }
  return scale
}

const square = (amount: number): number => amount * amount
