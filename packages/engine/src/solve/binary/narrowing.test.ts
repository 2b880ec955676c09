import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { random } from '../../kernel/index.ts'
import { checkPlan, exactBound, solveBinary } from '../index.ts'
import type { BinaryProgram, Row } from '../index.ts'
import { advanceNarrowed, boundOfNarrowed, isDone, openNarrowed, solutionOfNarrowed } from './narrowed-run.ts'
import { bruteForce } from './testing/brute-force.ts'

const rowOf = (columns: number): fc.Arbitrary<Row> =>
  fc.uniqueArray(fc.nat(columns - 1), { minLength: 1 }).chain((chosen) =>
    fc.record({ columns: fc.constant(chosen), coefficients: fc.array(fc.integer({ min: -6, max: 30 }), { minLength: chosen.length, maxLength: chosen.length }), limit: fc.integer({ min: -8, max: 60 }) }),
  )
const programs: fc.Arbitrary<BinaryProgram> = fc.integer({ min: 1, max: 10 }).chain((columns) =>
  fc.record({
    values: fc.array(fc.integer({ min: -20, max: 100 }), { minLength: columns, maxLength: columns }),
    rows: fc.array(rowOf(columns), { maxLength: 5 }),
    fixed: fc.array(fc.constantFrom(null, null, null, null, null, 0 as const, 1 as const), { minLength: columns, maxLength: columns }),
  }),
)

/** Seeded: `size` columns over a total, eight periods and five groups, some that need another. Values loosely follow weights. */
function large(size: number, seed: number): BinaryProgram {
  const { below } = random(seed)
  const all = [...Array(size).keys()]
  const weights = all.map(() => 5_000 + below(400_000))
  const values = weights.map((weight) => Math.floor((weight * (60 + below(180))) / 100))
  const rowAmong = (columns: readonly number[], share: number): Row => ({ columns, coefficients: columns.map((column) => weights[column]!), limit: Math.floor(columns.reduce((sum, column) => sum + weights[column]!, 0) * share) })
  const periods = [...Array(8).keys()].map((period) => rowAmong(all.filter((column) => (column * 7 + period) % 8 < 3), 0.42))
  const groups = [...Array(5).keys()].map((group) => rowAmong(all.filter((column) => column % 5 === group), 0.5))
  const needs = all.filter((column) => column > 0 && below(100) < 12).map((column): Row => ({ columns: [column, below(column)], coefficients: [1, -1], limit: 0 }))
  return { values, rows: [rowAmong(all, 0.4), ...periods, ...groups, ...needs], fixed: all.map(() => null) }
}

describe('prices first', () => {
  it('and the search among what they leave open find what brute force finds', () => {
    fc.assert(
      fc.property(programs, fc.option(fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), { nil: undefined }), (program, start) => {
        const run = openNarrowed(program, { start }, 1e7)
        const truth = bruteForce(program)
        if (truth !== null) expect(boundOfNarrowed(run)).toBeGreaterThanOrEqual(truth)
        while (!isDone(run)) advanceNarrowed(run, 1e9)
        const solution = solutionOfNarrowed(run, (steps) => steps)
        if (truth === null) expect(solution.status).toBe('empty')
        else expect(solution).toMatchObject({ status: 'plan', value: truth, bound: truth, proved: true })
        if (solution.status === 'plan') {
          expect(checkPlan(program, solution.plan, solution.value)).toEqual([])
          expect(solution.rootBound).toBe(exactBound(program, solution.prices))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('bound five thousand columns within a hundredth of a percent by an effort in which a tableau is loaded twenty times', () => {
    const program = large(5_000, 1)
    const found = solveBinary(program, { workUnits: 60_000 })
    expect(found.status === 'plan' && (found.bound - found.value) / found.value).toBeLessThan(1e-4)
    expect(found.status === 'plan' && found.rootBound).toBe(found.status === 'plan' && exactBound(program, found.prices))
  })

  it('lead to the same answer in slices of any length', () => {
    const program = large(600, 2)
    const whole = openNarrowed(program, {}, 1e8)
    advanceNarrowed(whole, 1e8)
    const sliced = openNarrowed(program, {}, 1e8)
    for (let steps = 0; steps <= 1e8 && !isDone(sliced); steps += 777_777) advanceNarrowed(sliced, steps)
    expect(solutionOfNarrowed(sliced, (steps) => steps)).toEqual(solutionOfNarrowed(whole, (steps) => steps))
  })

  it('solve a knapsack whose states would fill the memory: within a millionth, as an ordinary search from there on', () => {
    const { below } = random(3)
    const weights = [...Array(2_000).keys()].map(() => 1_000_000_000 + below(1_000_000_000))
    const program = { values: weights.map((weight) => weight + 1), rows: [{ columns: [...weights.keys()], coefficients: weights, limit: Math.floor(weights.reduce((sum, weight) => sum + weight, 0) / 3) }], fixed: weights.map(() => null) }
    const found = solveBinary(program, { workUnits: 60_000 })
    expect(found.status === 'plan' && (found.bound - found.value) / found.value).toBeLessThan(1e-6)
  })
})
