import { exchange, loadSlackBasis, rebuild, settle } from './tableau.ts'
import type { Tableau } from './tableau.ts'

const PRIMAL_TOLERANCE = 1e-9
const PIVOT_TOLERANCE = 1e-8
const REBUILD_AFTER = 400

/** `stalled` is an honest stop: the prices reached so far still prove a bound. */
export type Reoptimised = { readonly status: 'optimal' | 'cutoff' | 'stalled' } | { readonly status: 'infeasible'; readonly row: number }

/**
 * Bounded dual simplex with bound flipping (Maros 2003) from whatever basis is there: columns rest at the end their gain prefers, so every
 * basis is dual feasible after a change of bounds, and a node of the search may be entered from any other. Stops early below `cutoff`, and
 * after `mostPivots`.
 */
export function reoptimise(tableau: Tableau, cutoff: number, mostPivots = Infinity): Reoptimised {
  if (tableau.sinceRebuilt > REBUILD_AFTER) rebuild(tableau)
  if (!dualFeasible(tableau)) loadSlackBasis(tableau)
  settle(tableau)
  const { matrix } = tableau
  const most = Math.min(mostPivots, 60 + 3 * (matrix.rows + matrix.columns))
  for (let iteration = 0; iteration < most; iteration++) {
    const r = worstRow(tableau)
    if (r < 0) return { status: 'optimal' }
    const k = enteringColumn(tableau, r)
    if (k < 0) return { status: 'infeasible', row: r }
    step(tableau, r, k)
    if (iteration % 8 === 7 && estimate(tableau) < cutoff) return { status: 'cutoff' }
  }
  return { status: 'stalled' }
}

/** Price of each row in value per unit of the matrix row: what the dual says one more unit is worth; not negative. */
export function pricesOf(tableau: Tableau, prices: Float64Array): void {
  const { columns } = tableau.matrix
  prices.fill(0)
  for (let k = 0; k < columns; k++) {
    const row = tableau.nonbasic[k]! - columns
    if (row >= 0) prices[row] = (Math.max(0, -tableau.gain[k]!) * tableau.valueScale) / tableau.rowScale[row]!
  }
}

/** Weights of the rows whose sum cannot be kept, read off the row that found no partner. Valid only if `bound.ts` agrees. */
export function rayOf(tableau: Tableau, r: number, ray: Float64Array): void {
  const { columns } = tableau.matrix
  ray.fill(0)
  const sign = tableau.level[r]! < lowerOf(tableau, tableau.basic[r]!) ? 1 : -1
  const weigh = (variable: number, weight: number): void => {
    const row = variable - columns
    if (row >= 0) ray[row] = Math.max(0, sign * weight) / tableau.rowScale[row]!
  }
  for (let k = 0; k < columns; k++) weigh(tableau.nonbasic[k]!, tableau.cell[r * tableau.width + k]!)
  weigh(tableau.basic[r]!, 1)
}

/** Value of each column in the linear program. */
export function levelsOf(tableau: Tableau, levels: Float64Array): void {
  const { columns, rows } = tableau.matrix
  for (let k = 0; k < columns; k++) if (tableau.nonbasic[k]! < columns) levels[tableau.nonbasic[k]!] = tableau.rest[k]!
  for (let r = 0; r < rows; r++) if (tableau.basic[r]! < columns) levels[tableau.basic[r]!] = tableau.level[r]!
}

function dualFeasible(tableau: Tableau): boolean {
  for (let k = 0; k < tableau.matrix.columns; k++) {
    const row = tableau.nonbasic[k]! - tableau.matrix.columns
    if (row >= 0 && tableau.gain[k]! > 1e-7 && tableau.slackUpper[row] === Infinity) return false
  }
  return true
}

function upperOf(tableau: Tableau, variable: number): number {
  return variable >= tableau.matrix.columns ? tableau.slackUpper[variable - tableau.matrix.columns]! : tableau.upper[variable]!
}

function lowerOf(tableau: Tableau, variable: number): number {
  return variable >= tableau.matrix.columns ? 0 : tableau.lower[variable]!
}

function worstRow(tableau: Tableau): number {
  let worst = -1
  let most = PRIMAL_TOLERANCE
  for (let r = 0; r < tableau.matrix.rows; r++) {
    const level = tableau.level[r]!
    const variable = tableau.basic[r]!
    const outside = Math.max(lowerOf(tableau, variable) - level, level - upperOf(tableau, variable))
    if (outside > most) [worst, most] = [r, outside]
  }
  tableau.steps += tableau.matrix.rows
  return worst
}

/** Passes break points in order of |gain / cell| while the row stays outside its bound, flipping the columns passed; -1 where none is left. */
function enteringColumn(tableau: Tableau, r: number): number {
  const { cell, width, nonbasic, gain, matrix } = tableau
  const start = r * width
  const below = tableau.level[r]! < lowerOf(tableau, tableau.basic[r]!)
  let outside = below ? lowerOf(tableau, tableau.basic[r]!) - tableau.level[r]! : tableau.level[r]! - upperOf(tableau, tableau.basic[r]!)
  const candidates: { k: number; ratio: number; size: number }[] = []
  for (let k = 0; k < matrix.columns; k++) {
    const variable = nonbasic[k]!
    if (lowerOf(tableau, variable) === upperOf(tableau, variable)) continue
    const pull = below ? -cell[start + k]! : cell[start + k]!
    const upwards = tableau.rest[k] === 0
    if (upwards ? pull > PIVOT_TOLERANCE : pull < -PIVOT_TOLERANCE) {
      const size = Math.abs(pull)
      candidates.push({ k, ratio: Math.abs(gain[k]!) / size, size })
    }
  }
  tableau.steps += matrix.columns + 4 * candidates.length
  candidates.sort((a, b) => a.ratio - b.ratio || b.size - a.size || a.k - b.k)
  for (const [position, { k, size }] of candidates.entries()) {
    const flippable = upperOf(tableau, nonbasic[k]!) < Infinity
    if (flippable && outside - size > PRIMAL_TOLERANCE && position < candidates.length - 1) {
      outside -= size
      continue
    }
    if (flippable && outside - size > PRIMAL_TOLERANCE) return -1
    for (const passed of candidates.slice(0, position)) flip(tableau, passed.k)
    return k
  }
  return -1
}

function flip(tableau: Tableau, k: number): void {
  const { cell, width, level, matrix } = tableau
  const change = tableau.rest[k] === 0 ? 1 : -1
  tableau.rest[k] = tableau.rest[k]! + change
  for (let i = 0; i < matrix.rows; i++) level[i]! -= cell[i * width + k]! * change
  tableau.steps += matrix.rows
}

function step(tableau: Tableau, r: number, k: number): void {
  const { cell, width, level, matrix } = tableau
  const leaving = tableau.basic[r]!
  const target = level[r]! < lowerOf(tableau, leaving) ? lowerOf(tableau, leaving) : upperOf(tableau, leaving)
  const change = (level[r]! - target) / cell[r * width + k]!
  const entered = tableau.rest[k]! + change
  for (let i = 0; i < matrix.rows; i++) level[i]! -= cell[i * width + k]! * change
  exchange(tableau, r, k)
  level[r] = entered
  tableau.rest[k] = target
}

/** Objective of the current basis, scaled: from above in exact arithmetic, used only to decide when to stop and check. */
function estimate(tableau: Tableau): number {
  const { matrix } = tableau
  let sum = 0
  for (let k = 0; k < matrix.columns; k++) if (tableau.nonbasic[k]! < matrix.columns) sum += matrix.value[tableau.nonbasic[k]!]! * tableau.rest[k]!
  for (let r = 0; r < matrix.rows; r++) if (tableau.basic[r]! < matrix.columns) sum += matrix.value[tableau.basic[r]!]! * tableau.level[r]!
  return sum
}
