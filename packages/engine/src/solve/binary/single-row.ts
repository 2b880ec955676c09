import { exactBound, storedPrice } from './bound.ts'
import { fillKnapsack } from './knapsack.ts'
import type { BinaryProgram, Row } from './program.ts'
import type { Found } from './solve.ts'

/**
 * Solves a program in which at most one row can bind and none has a negative coefficient; null for any other program. Undecided columns
 * without weight or without value are settled at once, the rest is a knapsack.
 */
export function solveAsKnapsack(program: BinaryProgram, maxSteps: number): (Found & { readonly status: 'plan' }) | null {
  if (program.rows.some((row) => row.coefficients.some((coefficient) => coefficient < 0))) return null
  const binding = program.rows.flatMap((row, index) => (mostOf(program, row) > row.limit ? [index] : []))
  if (binding.length > 1) return null
  const rowIndex = binding[0]
  const row: Row = rowIndex === undefined ? { columns: [], coefficients: [], limit: 0 } : program.rows[rowIndex]!
  const weight = program.values.map(() => 0)
  row.columns.forEach((column, k) => (weight[column] = row.coefficients[k]!))
  const capacity = row.limit - weight.reduce((sum, each, column) => sum + (program.fixed[column] === 1 ? each : 0), 0)
  if (capacity < 0) return null
  const free = (column: number): boolean => program.fixed[column] === null && program.values[column]! > 0
  const items = [...program.values.keys()].filter((column) => free(column) && weight[column]! > 0 && weight[column]! <= capacity)
  const filling = fillKnapsack({ values: items.map((column) => program.values[column]!), weights: items.map((column) => weight[column]!), capacity }, maxSteps)
  const plan = program.values.map((_, column) => program.fixed[column] === 1 || (free(column) && weight[column] === 0))
  items.forEach((column, k) => (plan[column] = filling.chosen[k]!))
  const settled = program.values.reduce((sum, value, column) => (plan[column] ? sum + value : sum), 0) - filling.value
  const prices = program.rows.map((_, index) => (index === rowIndex ? storedPrice(filling.price) : 0))
  const workUnits = Math.ceil(filling.steps / 1000)
  const value = settled + filling.value
  const bound = settled + filling.bound
  return {
    status: 'plan', plan, value, bound, proved: bound === value, prices, rootBound: exactBound(program, prices),
    workUnits, foundAtWorkUnits: workUnits, proof: null,
  }
}

/** The most a row can come to with what is fixed. */
const mostOf = (program: BinaryProgram, row: Row): number =>
  row.columns.reduce((sum, column, k) => (program.fixed[column] === 0 ? sum : sum + row.coefficients[k]!), 0)
