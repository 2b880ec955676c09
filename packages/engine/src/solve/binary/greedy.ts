import { FREE, decide, undo } from './domain.ts'
import type { Domain } from './domain.ts'
import type { Matrix } from './matrix.ts'

/**
 * Takes the columns of `order` one after the other wherever the rows still allow it, with everything that follows from each, and leaves
 * the rest out where it can. False where this ends in a contradiction; the domain is then spoilt.
 */
export function takeInOrder(matrix: Matrix, domain: Domain, order: Iterable<number>): boolean {
  for (const column of order) if (!decideRather(matrix, domain, column, 1)) return false
  for (let column = 0; column < matrix.columns; column++) if (!decideRather(matrix, domain, column, 0)) return false
  return true
}

function decideRather(matrix: Matrix, domain: Domain, column: number, value: 0 | 1): boolean {
  if (domain.state[column] !== FREE) return true
  const mark = domain.trailLength
  if (decide(matrix, domain, column, value)) return true
  undo(matrix, domain, mark)
  return decide(matrix, domain, column, 1 - value)
}

/** Columns by `score` from high to low; equal scores by column, so that the order is the same everywhere. */
export function byScore(columns: readonly number[], score: (column: number) => number): readonly number[] {
  return columns.map((column) => ({ column, score: score(column) })).sort((a, b) => b.score - a.score || a.column - b.column).map((each) => each.column)
}
