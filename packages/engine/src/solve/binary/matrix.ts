import { greatestCommonDivisor } from './program.ts'
import type { BinaryProgram } from './program.ts'

/**
 * A program in flat arrays, rows and columns both contiguous. Each row is divided by the greatest common divisor of its coefficients and
 * its limit rounded down, which cuts off fractions only: 6x + 4y <= 9 becomes 3x + 2y <= 4.
 */
export type Matrix = {
  readonly columns: number
  readonly rows: number
  readonly value: Float64Array
  /** Any two different plan values differ by at least this: the greatest common divisor of all values. */
  readonly valueStep: number
  readonly limit: Float64Array
  /** The divisor taken out of each row. */
  readonly divisor: Float64Array
  /** Largest |coefficient| of each row. */
  readonly largest: Float64Array
  readonly rowStart: Int32Array
  readonly rowColumn: Int32Array
  readonly rowCoefficient: Float64Array
  readonly columnStart: Int32Array
  readonly columnRow: Int32Array
  readonly columnCoefficient: Float64Array
}

export function matrixOf(program: BinaryProgram): Matrix {
  const columns = program.values.length
  const rows = program.rows.length
  const nonzeros = program.rows.reduce((sum, row) => sum + row.columns.length, 0)
  const limit = new Float64Array(rows)
  const divisor = new Float64Array(rows)
  const largest = new Float64Array(rows)
  const rowStart = new Int32Array(rows + 1)
  const rowColumn = new Int32Array(nonzeros)
  const rowCoefficient = new Float64Array(nonzeros)
  let next = 0
  program.rows.forEach((row, i) => {
    const step = greatestCommonDivisor(row.coefficients)
    divisor[i] = step
    limit[i] = Math.floor(row.limit / step)
    row.columns.forEach((column, k) => {
      const coefficient = row.coefficients[k]! / step
      if (coefficient === 0) return
      rowColumn[next] = column
      rowCoefficient[next] = coefficient
      largest[i] = Math.max(largest[i]!, Math.abs(coefficient))
      next++
    })
    rowStart[i + 1] = next
  })
  const value = Float64Array.from(program.values)
  const byRow = { columns, rows, value, valueStep: greatestCommonDivisor(program.values), limit, divisor, largest, rowStart, rowColumn, rowCoefficient }
  return { ...byRow, ...transposed(columns, rows, rowStart, rowColumn, rowCoefficient) }
}

function transposed(columns: number, rows: number, rowStart: Int32Array, rowColumn: Int32Array, rowCoefficient: Float64Array) {
  const nonzeros = rowStart[rows]!
  const columnStart = new Int32Array(columns + 1)
  for (let k = 0; k < nonzeros; k++) columnStart[rowColumn[k]! + 1]!++
  for (let j = 0; j < columns; j++) columnStart[j + 1]! += columnStart[j]!
  const fill = columnStart.slice(0, columns)
  const columnRow = new Int32Array(nonzeros)
  const columnCoefficient = new Float64Array(nonzeros)
  for (let i = 0; i < rows; i++) {
    for (let k = rowStart[i]!; k < rowStart[i + 1]!; k++) {
      const at = fill[rowColumn[k]!]!++
      columnRow[at] = i
      columnCoefficient[at] = rowCoefficient[k]!
    }
  }
  return { columnStart, columnRow, columnCoefficient }
}
