import { random } from '@throughline/engine/kernel'
import { checkPlan, checkProof, solveBinary } from '@throughline/engine/solve'
import type { BinaryProgram, Row } from '@throughline/engine/solve'
import { expect, it } from 'vitest'
import { highsOracle } from './highs.ts'

/** 25 to 45 columns, beyond brute force: budgets of which about half can be had, groups, floors and dependencies, some columns fixed. */
function drawProgram(seed: number): BinaryProgram {
  const { below } = random(seed)
  const columns = [...Array(25 + below(21)).keys()]
  const values = columns.map(() => below(1000) - 50)
  const draw = (share: number): readonly number[] => columns.filter(() => below(100) < share)
  const budget = (): Row => {
    const coefficients = columns.map(() => (below(4) === 0 ? 0 : 1 + below(500)))
    return { columns, coefficients, limit: Math.floor(coefficients.reduce((sum, each) => sum + each, 0) * (0.2 + below(50) / 100)) }
  }
  const group = (): Row => ({ columns: draw(20), coefficients: [], limit: 1 + below(3) })
  const ones = (row: Row): Row => ({ ...row, coefficients: row.columns.map(() => 1) })
  const floor = (): Row => {
    const members = draw(30)
    return { columns: members, coefficients: members.map(() => -1 - below(9)), limit: -below(12) }
  }
  const implication = (): Row => {
    const first = below(columns.length - 1)
    return { columns: [first, first + 1 + below(columns.length - first - 1)], coefficients: [1, -1], limit: 0 }
  }
  const several = (count: number, make: () => Row): readonly Row[] => Array.from({ length: below(count + 1) }, make)
  const rows = [budget(), ...several(5, budget), ...several(4, group).map(ones), ...several(2, floor), ...several(6, implication)]
  return { values, rows, fixed: columns.map(() => ([0, 1] as const)[below(24)] ?? null) }
}

it('agrees with HiGHS on programs beyond brute force, and proves each to the checker', async () => {
  const oracle = await highsOracle()
  const seen = { plan: 0, empty: 0 }
  for (let seed = 1; seed <= 40; seed++) {
    const program = drawProgram(seed)
    const ours = solveBinary(program, { workUnits: 1e6, proof: true })
    const theirs = oracle(program)
    if (ours.status === 'plan') {
      seen.plan++
      const value = program.values.reduce((sum, each, column) => (theirs.plan[column] ? sum + each : sum), 0)
      expect([seed, checkPlan(program, theirs.plan, value), ours.value, ours.proved]).toEqual([seed, [], value, true])
      expect([seed, checkProof(program, ours.value, ours.proof!), checkProof(program, ours.value - 1, ours.proof!)]).toEqual([seed, true, false])
    } else {
      seen.empty++
      expect([seed, ours.status, theirs.status]).toEqual([seed, 'empty', 'Infeasible'])
    }
  }
  expect(seen.plan).toBeGreaterThan(20)
  expect(seen.empty).toBeGreaterThan(0)
})
