import { byScore, planInOrder } from '@throughline/engine/solve'
import type { BinaryProgram } from '@throughline/engine/solve'

/** What most tools do: value over the share of all limits that it takes, from the top, whatever still fits. */
export function rankedValue({ values, rows, fixed }: BinaryProgram): number {
  const share = values.map(() => 0)
  for (const { columns, coefficients, limit } of rows) columns.forEach((column, k) => (share[column]! += coefficients[k]! / Math.max(1, limit)))
  const plan = planInOrder({ values, rows, fixed }, byScore(Array.from(values.keys()), (column) => values[column]! / (share[column]! + 1e-12)))
  return values.reduce((sum, value, column) => (plan?.[column] === true ? sum + value : sum), 0)
}
