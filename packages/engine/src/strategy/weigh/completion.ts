import { principal, type Matrix } from './eigenvector.ts'
import type { Judged } from './judgements.ts'

/** A ratio that nobody judged, as the others imply it. */
export type Completed = { readonly row: number; readonly column: number; readonly ratio: number }

/**
 * Fills what nobody judged so that the greatest eigenvalue is least (Bozóki, Fülöp and Rónyai 2010). It is convex in the logarithms of
 * the missing ratios, so that going through them one at a time, each to its own least, ends at the one solution.
 */
export function complete(judged: Judged): { readonly matrix: Matrix; readonly completed: readonly Completed[] } {
  const matrix = judged.map((row) => row.map((cell) => cell ?? 1))
  const gaps = judged.flatMap((row, at) => row.flatMap((cell, column) => (cell === null && column > at ? [{ row: at, column }] : [])))
  const put = (row: number, column: number, logarithm: number): void => {
    matrix[row]![column] = Math.exp(logarithm)
    matrix[column]![row] = Math.exp(-logarithm)
  }
  const eigenvalueAt = (row: number, column: number) => (logarithm: number): number => {
    put(row, column, logarithm)
    return principal(matrix).value
  }
  for (let round = 0; round < mostRounds && gaps.length > 0; round++) {
    let moved = 0
    for (const { row, column } of gaps) {
      const before = Math.log(matrix[row]![column]!)
      const best = leastOf(eigenvalueAt(row, column), -reach, reach)
      put(row, column, best)
      moved = Math.max(moved, Math.abs(best - before))
    }
    if (moved < 1e-7 || gaps.length === 1) break
  }
  return { matrix, completed: gaps.map(({ row, column }) => ({ row, column, ratio: matrix[row]![column]! })) }
}
const mostRounds = 200
/** Implied ratios may leave the scale of judgements: a chain of 9 and 9 implies 81. */
const reach = Math.log(9 ** 4)

/** Where a function with one valley is least, by golden section. */
function leastOf(value: (at: number) => number, from: number, to: number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [from, to]
  let [a, b] = [high - golden * (high - low), low + golden * (high - low)]
  let [atA, atB] = [value(a), value(b)]
  while (high - low > 1e-9) {
    if (atA <= atB) {
      ;[high, b, atB] = [b, a, atA]
      a = high - golden * (high - low)
      atA = value(a)
    } else {
      ;[low, a, atA] = [a, b, atB]
      b = low + golden * (high - low)
      atB = value(b)
    }
  }
  return (low + high) / 2
}
