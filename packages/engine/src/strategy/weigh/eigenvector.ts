/** A square matrix of positive numbers, row by row. */
export type Matrix = readonly (readonly number[])[]

/**
 * The greatest eigenvalue of a positive matrix and its vector, which sums to 1 (Perron), by repeated multiplication until the bounds of
 * Collatz and Wielandt, least and greatest (Aw)_i / w_i, have met to twelve digits.
 */
export function principal(matrix: Matrix): { readonly value: number; readonly vector: readonly number[] } {
  const n = matrix.length
  let vector: readonly number[] = Array.from({ length: n }, () => 1 / n)
  for (let step = 0; step < mostSteps; step++) {
    const next = matrix.map((row) => row.reduce((sum, cell, column) => sum + cell * (vector[column] ?? 0), 0))
    const ratios = next.map((each, index) => each / (vector[index] ?? 1))
    const [low, high] = [Math.min(...ratios), Math.max(...ratios)]
    const total = next.reduce((sum, each) => sum + each, 0)
    vector = next.map((each) => each / total)
    if (high - low <= 1e-12 * high) return { value: (low + high) / 2, vector }
  }
  const next = matrix.map((row) => row.reduce((sum, cell, column) => sum + cell * (vector[column] ?? 0), 0))
  return { value: next.reduce((sum, each) => sum + each, 0), vector }
}
const mostSteps = 10_000
