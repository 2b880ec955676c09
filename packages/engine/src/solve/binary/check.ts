import type { BinaryProgram } from './program.ts'

/** What is wrong with a plan, in the order of the program; empty for a plan that keeps everything. */
export type Fault =
  | { readonly kind: 'length'; readonly found: number }
  | { readonly kind: 'fixed'; readonly column: number }
  | { readonly kind: 'row'; readonly row: number; readonly over: number }
  | { readonly kind: 'value'; readonly found: bigint }

/**
 * Slow, obvious and independent of the search: sums in whole numbers of any length, straight from the rows as they were given.
 * Every plan passes here before it leaves the solver.
 */
export function checkPlan(program: BinaryProgram, plan: readonly boolean[], value: number): readonly Fault[] {
  const faults: Fault[] = []
  if (plan.length !== program.values.length) faults.push({ kind: 'length', found: plan.length })
  program.fixed.forEach((fixed, column) => {
    if (fixed !== null && plan[column] !== (fixed === 1)) faults.push({ kind: 'fixed', column })
  })
  program.rows.forEach((row, index) => {
    const used = row.columns.reduce((sum, column, k) => (plan[column] ? sum + BigInt(row.coefficients[k] ?? 0) : sum), 0n)
    if (used > BigInt(row.limit)) faults.push({ kind: 'row', row: index, over: Number(used - BigInt(row.limit)) })
  })
  const worth = program.values.reduce((sum, each, column) => (plan[column] ? sum + BigInt(each) : sum), 0n)
  if (worth !== BigInt(value)) faults.push({ kind: 'value', found: worth })
  return faults
}
