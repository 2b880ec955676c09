import { FREE, decide, decideImplied, freeDomain, undo } from './domain.ts'
import type { Domain } from './domain.ts'
import { matrixOf } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import type { BinaryProgram } from './program.ts'

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

/** The plan of `takeInOrder` from the fixed columns of a program; null where it ends in a contradiction. */
export function planInOrder(program: BinaryProgram, order: Iterable<number>): readonly boolean[] | null {
  const matrix = matrixOf(program)
  const domain = settledDomain(matrix, program)
  if (domain === null || !takeInOrder(matrix, domain, order)) return null
  return Array.from(domain.state, (state) => state === 1)
}

/** Tells the columns that single rows, one after the other, rule out whatever else is chosen. */
export function ruledOutBy(program: BinaryProgram): (column: number) => boolean {
  const matrix = matrixOf(program)
  const domain = settledDomain(matrix, program)
  return (column) => {
    if (domain === null) return true
    const mark = domain.trailLength
    const possible = decide(matrix, domain, column, 1)
    undo(matrix, domain, mark)
    return !possible
  }
}

/** The fixed columns and all that follows from them; null where they contradict each other. */
function settledDomain(matrix: Matrix, program: BinaryProgram): Domain | null {
  const domain = freeDomain(matrix)
  const possible = program.fixed.every((fixed, column) => fixed === null || decide(matrix, domain, column, fixed)) && decideImplied(matrix, domain)
  return possible ? domain : null
}

/** Columns by `score` from high to low; equal scores by column, so that the order is the same everywhere. */
export function byScore(columns: readonly number[], score: (column: number) => number): readonly number[] {
  return columns.map((column) => ({ column, score: score(column) })).sort((a, b) => b.score - a.score || a.column - b.column).map((each) => each.column)
}
