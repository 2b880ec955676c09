import type { Matrix } from './matrix.ts'

/** Elementary steps after which nothing more is exchanged. */
const MOST_STEPS = 20_000_000

/** A plan that keeps every row, with the room left in each. */
type Standing = { readonly plan: Uint8Array; readonly room: Float64Array; steps: number }

/**
 * Local search: adds a column, or exchanges one chosen column for up to two others, as long as that raises the value. `plan` must keep every
 * row and is changed in place; `locked` columns stay. Looks at pairs, so it ends after `MOST_STEPS` even where more could be gained. Returns
 * the elementary steps done.
 */
export function improveBySwaps(matrix: Matrix, plan: Uint8Array, locked: (column: number) => boolean): number {
  const standing: Standing = { plan, room: roomOf(matrix, plan), steps: matrix.rowColumn.length }
  const movable = Array.from({ length: matrix.columns }, (_, column) => column).filter((column) => !locked(column))
  const byValue = [...movable].sort((a, b) => matrix.value[b]! - matrix.value[a]! || a - b)
  let better = true
  for (let pass = 0; better && pass < 20; pass++) {
    better = addAll(matrix, standing, byValue)
    for (const out of movable) if (plan[out] === 1 && standing.steps < MOST_STEPS && exchangeOne(matrix, standing, out, byValue)) better = true
  }
  return standing.steps
}

function roomOf(matrix: Matrix, plan: Uint8Array): Float64Array {
  const room = matrix.limit.slice()
  for (let i = 0; i < matrix.rows; i++) {
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) if (plan[matrix.rowColumn[k]!] === 1) room[i]! -= matrix.rowCoefficient[k]!
  }
  return room
}

function flip(matrix: Matrix, standing: Standing, column: number): void {
  const sign = standing.plan[column] === 1 ? 1 : -1
  for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
    standing.room[matrix.columnRow[k]!]! += sign * matrix.columnCoefficient[k]!
  }
  standing.plan[column] = sign === 1 ? 0 : 1
  standing.steps += matrix.columnStart[column + 1]! - matrix.columnStart[column]!
}

/** Whether `column` fits on top of the plan: every one of its rows has room, and no other row is overdrawn. */
function fits(matrix: Matrix, standing: Standing, column: number, overdrawn: number): boolean {
  let repaired = 0
  for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) {
    const room = standing.room[matrix.columnRow[k]!]!
    const coefficient = matrix.columnCoefficient[k]!
    standing.steps++
    if (room < coefficient) return false
    if (room < 0) repaired++
  }
  return repaired === overdrawn
}

function addAll(matrix: Matrix, standing: Standing, byValue: readonly number[]): boolean {
  let added = false
  for (const column of byValue) {
    if (matrix.value[column]! <= 0) break
    if (standing.plan[column] === 1 || !fits(matrix, standing, column, 0)) continue
    flip(matrix, standing, column)
    added = true
  }
  return added
}

/** Takes `out` from the plan and puts the most valuable one or two others in its place; restores the plan where that gains nothing. */
function exchangeOne(matrix: Matrix, standing: Standing, out: number, byValue: readonly number[]): boolean {
  flip(matrix, standing, out)
  const outside = byValue.filter((column) => column !== out && standing.plan[column] === 0)
  standing.steps += byValue.length
  const replacement = bestReplacement(matrix, standing, out, outside)
  for (const column of replacement ?? [out]) flip(matrix, standing, column)
  return replacement !== null
}

/** At most two columns of `outside` (most valuable first) that together are worth more than `out`, which has just left; null for none. */
function bestReplacement(matrix: Matrix, standing: Standing, out: number, outside: readonly number[]): readonly number[] | null {
  const overdrawn = overdrawnBy(matrix, standing, out)
  let best = matrix.value[out]!
  let replacement: readonly number[] | null = null
  if (overdrawn === 0 && best < 0) [best, replacement] = [0, []]
  for (const [position, first] of outside.entries()) {
    const value = matrix.value[first]!
    if (value + Math.max(0, value) <= best) break
    if (!fits(matrix, standing, first, overdrawn)) continue
    if (value > best) [best, replacement] = [value, [first]]
    flip(matrix, standing, first)
    for (let next = position + 1; next < outside.length; next++) {
      const second = outside[next]!
      if (value + matrix.value[second]! <= best) break
      if (fits(matrix, standing, second, 0)) [best, replacement] = [value + matrix.value[second]!, [first, second]]
    }
    flip(matrix, standing, first)
  }
  return replacement
}

/** Rows that leaving has broken: another column needed it, or a minimum did. */
function overdrawnBy(matrix: Matrix, standing: Standing, column: number): number {
  let overdrawn = 0
  for (let k = matrix.columnStart[column]!; k < matrix.columnStart[column + 1]!; k++) if (standing.room[matrix.columnRow[k]!]! < 0) overdrawn++
  return overdrawn
}
