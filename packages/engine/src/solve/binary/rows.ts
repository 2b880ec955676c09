import type { Matrix } from './matrix.ts'

/** Whether a plan keeps every row; sums are whole numbers below 2^53, so they are exact. */
export function keepsRows(matrix: Matrix, plan: Uint8Array): boolean {
  for (let i = 0; i < matrix.rows; i++) {
    let used = 0
    for (let k = matrix.rowStart[i]!; k < matrix.rowStart[i + 1]!; k++) if (plan[matrix.rowColumn[k]!] === 1) used += matrix.rowCoefficient[k]!
    if (used > matrix.limit[i]!) return false
  }
  return true
}
