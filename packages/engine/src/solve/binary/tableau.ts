import type { Matrix } from './matrix.ts'

/**
 * Condensed simplex tableau of max v x, A x + s = b, 0 <= x <= 1, s >= 0, in doubles and scaled. Variables 0..n-1 are columns, n..n+m-1 slacks.
 * Row r reads: basic[r] = rhs[r] - sum over k of cell[r][k] * nonbasic[k]; the objective: z = constant + sum of gain[k] * nonbasic[k].
 * Nothing here is trusted: bounds are recomputed from the prices in `bound.ts`.
 */
export type Tableau = {
  readonly matrix: Matrix
  /** rows x (columns + 1), the last column is rhs. */
  readonly cell: Float64Array
  readonly width: number
  readonly gain: Float64Array
  readonly basic: Int32Array
  readonly nonbasic: Int32Array
  /** Value of each basic variable. */
  readonly level: Float64Array
  /** Value at which each nonbasic variable rests: 0 or 1. */
  readonly rest: Float64Array
  readonly lower: Int8Array
  readonly upper: Int8Array
  /** Most that the slack of each row may come to: Infinity, or 1 or 0 where the slack stands for a choice of its own. */
  readonly slackUpper: Float64Array
  readonly rowScale: Float64Array
  readonly valueScale: number
  /** Columns of a pivot row that are not 0, while it is taken off the others. */
  readonly places: Int32Array
  pivots: number
  sinceRebuilt: number
  steps: number
}

/** The tableau of the slack basis. It is dual feasible once every column rests at the end its gain prefers. */
export function tableauOf(matrix: Matrix): Tableau {
  const { columns, rows } = matrix
  let valueScale = 1
  for (let j = 0; j < columns; j++) valueScale = Math.max(valueScale, Math.abs(matrix.value[j]!))
  const tableau: Tableau = {
    matrix,
    cell: new Float64Array(rows * (columns + 1)),
    width: columns + 1,
    gain: new Float64Array(columns),
    basic: new Int32Array(rows),
    nonbasic: new Int32Array(columns),
    level: new Float64Array(rows),
    rest: new Float64Array(columns),
    lower: new Int8Array(columns),
    upper: new Int8Array(columns).fill(1),
    slackUpper: new Float64Array(rows).fill(Infinity),
    places: new Int32Array(columns + 1),
    rowScale: matrix.largest.map((largest) => (largest > 0 ? largest : 1)),
    valueScale,
    pivots: 0,
    sinceRebuilt: 0,
    steps: 0,
  }
  loadSlackBasis(tableau)
  return tableau
}

/** Puts every slack into the basis, straight from the rows. */
export function loadSlackBasis(tableau: Tableau): void {
  const { matrix, width, cell } = tableau
  cell.fill(0)
  for (let i = 0; i < matrix.rows; i++) {
    tableau.basic[i] = matrix.columns + i
    const scale = tableau.rowScale[i]!
    cell[i * width + matrix.columns] = matrix.limit[i]! / scale
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) cell[i * width + matrix.rowColumn[k]!] = matrix.rowCoefficient[k]! / scale
  }
  for (let j = 0; j < matrix.columns; j++) {
    tableau.nonbasic[j] = j
    tableau.gain[j] = matrix.value[j]! / tableau.valueScale
  }
  tableau.sinceRebuilt = 0
  tableau.steps += cell.length
}

/** Puts every nonbasic variable where its gain and its bounds want it, and recomputes the basic ones. */
export function settle(tableau: Tableau): void {
  const { matrix, rest, level, cell, width } = tableau
  for (let k = 0; k < matrix.columns; k++) {
    const variable = tableau.nonbasic[k]!
    if (variable >= matrix.columns) rest[k] = tableau.gain[k]! > 0 && tableau.slackUpper[variable - matrix.columns]! < Infinity ? tableau.slackUpper[variable - matrix.columns]! : 0
    else rest[k] = tableau.gain[k]! > 0 ? tableau.upper[variable]! : tableau.lower[variable]!
  }
  for (let r = 0; r < matrix.rows; r++) {
    const start = r * width
    let sum = cell[start + matrix.columns]!
    for (let k = 0; k < matrix.columns; k++) if (rest[k] !== 0) sum -= cell[start + k]! * rest[k]!
    level[r] = sum
  }
  tableau.steps += matrix.rows * matrix.columns
}

/** A pivot row with fewer filled columns than this share is taken off the others by those alone. */
const SPARSE = 0.4

/** Exchanges basic row `r` with nonbasic column `k`. Rests and levels are the caller's business. */
export function exchange(tableau: Tableau, r: number, k: number): void {
  const { cell, width, gain, matrix, places } = tableau
  const start = r * width
  const pivot = cell[start + k]!
  for (let c = 0; c < width; c++) cell[start + c]! /= pivot
  cell[start + k] = 1 / pivot
  let filled = 0
  for (let c = 0; c < width; c++) if (cell[start + c] !== 0) places[filled++] = c
  const sparse = filled < SPARSE * width
  for (let i = 0; i < matrix.rows; i++) {
    if (i === r) continue
    const at = i * width
    const factor = cell[at + k]!
    if (factor === 0) continue
    cell[at + k] = 0
    if (sparse) for (let c = 0; c < filled; c++) cell[at + places[c]!]! -= factor * cell[start + places[c]!]!
    else for (let c = 0; c < width; c++) cell[at + c]! -= factor * cell[start + c]!
  }
  const factor = gain[k]!
  gain[k] = 0
  for (let c = 0; c < matrix.columns; c++) gain[c]! -= factor * cell[start + c]!
  const leaving = tableau.basic[r]!
  tableau.basic[r] = tableau.nonbasic[k]!
  tableau.nonbasic[k] = leaving
  tableau.pivots++
  tableau.sinceRebuilt++
  tableau.steps += matrix.rows * width
}

/** Rebuilds the same basis from the rows, to shed rounding; falls back towards the slack basis where a pivot is too small. */
export function rebuild(tableau: Tableau): void {
  const { matrix, width, cell } = tableau
  const wanted = [...tableau.basic].filter((variable) => variable < matrix.columns)
  loadSlackBasis(tableau)
  for (const variable of wanted) {
    const k = tableau.nonbasic.indexOf(variable)
    let best = -1
    let size = 1e-7
    for (let r = 0; r < matrix.rows; r++) {
      if (tableau.basic[r]! < matrix.columns) continue
      const candidate = Math.abs(cell[r * width + k]!)
      if (candidate > size) [best, size] = [r, candidate]
    }
    if (best >= 0) exchange(tableau, best, k)
  }
  tableau.sinceRebuilt = 0
}
