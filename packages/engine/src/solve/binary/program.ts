import { invariant } from '../../kernel/index.ts'

/** sum(coefficients[k] * x[columns[k]]) <= limit. Whole numbers of any sign; each column at most once. */
export type Row = { readonly columns: readonly number[]; readonly coefficients: readonly number[]; readonly limit: number }

/** Maximise sum(values[j] * x[j]) over x in {0,1}^n that keep every row. `fixed[j]` is 0, 1 or null (free). Whole numbers throughout. */
export type BinaryProgram = {
  readonly values: readonly number[]
  readonly rows: readonly Row[]
  readonly fixed: readonly (0 | 1 | null)[]
}

/** sum(coefficients * x) <= limit over all columns; zeros are dropped. */
export function budgetRow(coefficients: readonly number[], limit: number): Row {
  const columns = coefficients.flatMap((coefficient, column) => (coefficient === 0 ? [] : [column]))
  return { columns, coefficients: columns.map((column) => coefficients[column]!), limit }
}

/** At most `most` of `columns`. */
export const atMostRow = (columns: readonly number[], most: number): Row => ({ columns, coefficients: columns.map(() => 1), limit: most })

/** At least `least` of `columns`. */
export const atLeastRow = (columns: readonly number[], least: number): Row => ({ columns, coefficients: columns.map(() => -1), limit: -least })

/** x[column] <= x[needed]. */
export const impliesRow = (column: number, needed: number): Row => ({ columns: [column, needed], coefficients: [1, -1], limit: 0 })

/** x[column] <= sum of x[needed]. */
export const impliesAnyRow = (column: number, needed: readonly number[]): Row => ({
  columns: [column, ...needed],
  coefficients: [1, ...needed.map(() => -1)],
  limit: 0,
})

/** Throws unless the arithmetic of the program is exact in a double: whole numbers, and every possible sum below 2^53. */
export function assertProgram(program: BinaryProgram): void {
  const size = program.values.length
  invariant(program.fixed.length === size, 'every column says whether it is fixed')
  invariant(exactSum(program.values), 'values are whole and their sum stays below 2^53')
  for (const row of program.rows) {
    invariant(row.columns.length === row.coefficients.length, 'every column of a row has its coefficient')
    invariant(exactSum([...row.coefficients, row.limit]), 'coefficients are whole and their sum with the limit stays below 2^53')
    invariant(new Set(row.columns).size === row.columns.length, 'a column stands in a row once')
    invariant(row.columns.every((column) => Number.isInteger(column) && column >= 0 && column < size), 'the columns of a row exist')
  }
}

function exactSum(numbers: readonly number[]): boolean {
  return numbers.every(Number.isSafeInteger) && numbers.reduce((sum, number) => sum + Math.abs(number), 0) <= Number.MAX_SAFE_INTEGER
}

/** The largest whole number that divides all; 1 where all are 0. */
export function greatestCommonDivisor(numbers: readonly number[]): number {
  let common = 0
  for (const number of numbers) {
    let rest = Math.abs(number)
    while (rest !== 0) [common, rest] = [rest, common % rest]
    if (common === 1) return 1
  }
  return common === 0 ? 1 : common
}
