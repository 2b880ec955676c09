import type { SelectionInput } from '@throughline/engine/portfolio'
import { atMostRow, budgetRow, checkPlan, impliesRow } from '@throughline/engine/solve'
import type { BinaryProgram, Fault } from '@throughline/engine/solve'
import type { HighsOracle } from '@throughline/testkit/oracle'

/** The benchmark's program, written down a second time and without the engine's constraints, so that a fault there cannot hide. */
export function programOf({ candidates, constraints }: SelectionInput): BinaryProgram {
  const columnsOf = (ids: readonly string[]): readonly number[] => candidates.flatMap((each, column) => (ids.includes(each.id) ? [column] : []))
  const needs = candidates.flatMap(({ requires = [] }, column) => columnsOf(requires).map((needed) => impliesRow(column, needed)))
  const rows = constraints.map((constraint) => {
    switch (constraint.kind) {
      case 'totalBudget':
        return budgetRow(candidates.map((each) => each.cost), constraint.limit)
      case 'yearlyBudget':
        return budgetRow(candidates.map((each) => each.costByYear?.[String(constraint.year)] ?? 0), constraint.limit)
      case 'departmentCap':
        return budgetRow(candidates.map((each) => (each.departmentId === constraint.departmentId ? each.cost : 0)), constraint.limit)
      case 'exclusion':
        return atMostRow(columnsOf(constraint.candidateIds), 1)
      default:
        throw new Error(`The benchmark has no ${constraint.kind}`)
    }
  })
  return { values: candidates.map((each) => each.value), rows: [...rows, ...needs], fixed: candidates.map(() => null) }
}

/** HiGHS's plan, valued and checked in whole pence; it is given GBP m. `closed` is false where its time ended first. */
export function askHighs(oracle: HighsOracle, input: SelectionInput, secondsAtMost?: number) {
  const program = programOf(input)
  const counted = (row: number): boolean => program.rows[row]!.coefficients.every((coefficient) => Math.abs(coefficient) === 1)
  const { plan, seconds, status } = oracle(program, { value: 1e8, row: (row) => (counted(row) ? 1 : 1e8) }, secondsAtMost)
  const value = program.values.reduce((sum, each, column) => (plan[column] ? sum + each : sum), 0)
  const faults: readonly Fault[] = checkPlan(program, plan, value)
  return { value, faults, seconds, closed: status === 'Optimal' }
}
