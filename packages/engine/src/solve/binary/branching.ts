import { FREE } from './domain.ts'
import type { Tableau } from './tableau.ts'

const FRACTION = 1e-6

/** What deciding a column has cost the bound so far, per unit of fraction taken away. */
export type DecisionCosts = { readonly sum: readonly [Float64Array, Float64Array]; readonly count: readonly [Int32Array, Int32Array] }

export const noDecisionCosts = (columns: number): DecisionCosts => ({
  sum: [new Float64Array(columns), new Float64Array(columns)],
  count: [new Int32Array(columns), new Int32Array(columns)],
})

/** Notes that deciding `column` from `level` to `value` lowered the bound by `loss`. */
export function learn(costs: DecisionCosts, column: number, value: 0 | 1, level: number, loss: number): void {
  const distance = Math.abs(value - level)
  if (distance < FRACTION) return
  costs.sum[value][column]! += loss / distance
  costs.count[value][column]!++
}

/**
 * The fractional column whose two decisions promise to lower the bound most, judged by what they have cost before (pseudo-costs) and by
 * the first step of the dual simplex (Driebeek 1966); -1 where every column is whole.
 */
export function branchingColumn(tableau: Tableau, state: Int8Array, costs: DecisionCosts): number {
  const { matrix } = tableau
  let best = -1
  let most = -1
  for (let r = 0; r < matrix.rows; r++) {
    const column = tableau.basic[r]!
    if (column >= matrix.columns || state[column] !== FREE) continue
    const level = tableau.level[r]!
    if (level < FRACTION || level > 1 - FRACTION) continue
    const [down, up] = firstSteps(tableau, r)
    const out = Math.max(level * down, level * expected(costs, column, 0))
    const taken = Math.max((1 - level) * up, (1 - level) * expected(costs, column, 1))
    const score = Math.max(out, 1e-9 * tableau.valueScale) * Math.max(taken, 1e-9 * tableau.valueScale)
    if (score > most || (score === most && column < best)) [best, most] = [column, score]
  }
  return best
}

const expected = (costs: DecisionCosts, column: number, value: 0 | 1): number =>
  costs.count[value][column] === 0 ? 0 : costs.sum[value][column]! / costs.count[value][column]!

/** Loss of value per unit by which the basic variable of row `r` is pushed down and up, until the first exchange. */
function firstSteps(tableau: Tableau, r: number): readonly [number, number] {
  const { matrix, cell, width, gain, nonbasic, rest } = tableau
  let down = Infinity
  let up = Infinity
  for (let k = 0; k < matrix.columns; k++) {
    const variable = nonbasic[k]!
    if (variable < matrix.columns && tableau.lower[variable] === tableau.upper[variable]) continue
    const entry = cell[r * width + k]!
    if (Math.abs(entry) < 1e-8) continue
    const price = Math.abs(gain[k]! / entry)
    if (entry > 0 === (rest[k] === 0)) down = Math.min(down, price)
    else up = Math.min(up, price)
  }
  tableau.steps += matrix.columns
  return [Math.min(down, 10) * tableau.valueScale, Math.min(up, 10) * tableau.valueScale]
}
