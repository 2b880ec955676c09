import type { SelectionInput } from '@throughline/engine/portfolio'
import { budgetRow, checkPlan } from '@throughline/engine/solve'
import type { BinaryProgram, Fault } from '@throughline/engine/solve'
import type { HighsOracle } from '@throughline/testkit/oracle'

/** The benchmark's program, written down a second time and without the engine's constraints, so that a fault there cannot hide. */
export function programOf({ candidates, constraints }: SelectionInput): BinaryProgram {
  const rows = constraints.map((constraint) => {
    switch (constraint.kind) {
      case 'totalBudget':
        return budgetRow(candidates.map((each) => each.cost), constraint.limit)
      case 'yearlyBudget':
        return budgetRow(candidates.map((each) => each.costByYear?.[String(constraint.year)] ?? 0), constraint.limit)
      case 'departmentCap':
        return budgetRow(candidates.map((each) => (each.departmentId === constraint.departmentId ? each.cost : 0)), constraint.limit)
      default:
        throw new Error(`The benchmark has no ${constraint.kind}`)
    }
  })
  return { values: candidates.map((each) => each.value), rows, fixed: candidates.map(() => null) }
}

/** HiGHS's plan, valued and checked in whole pence; it is given GBP m. */
export function askHighs(oracle: HighsOracle, input: SelectionInput): { readonly value: number; readonly faults: readonly Fault[]; readonly seconds: number } {
  const program = programOf(input)
  const { plan, seconds } = oracle(program, { value: 1e8, row: () => 1e8 })
  const value = program.values.reduce((sum, each, column) => (plan[column] ? sum + each : sum), 0)
  return { value, faults: checkPlan(program, plan, value), seconds }
}
