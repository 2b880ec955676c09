import { checkPlan, type BinaryProgram } from '../../index.ts'

/** Truth by another road: every one of the 2^n plans. Null where none keeps the rows. */
export function bruteForce(program: BinaryProgram): number | null {
  let best: number | null = null
  for (let bits = 0; bits < 2 ** program.values.length; bits++) {
    const plan = program.values.map((_, column) => ((bits >> column) & 1) === 1)
    const value = program.values.reduce((sum, each, column) => (plan[column] ? sum + each : sum), 0)
    if ((best === null || value > best) && checkPlan(program, plan, value).length === 0) best = value
  }
  return best
}
