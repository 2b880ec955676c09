import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkProof, exactBound, solveBinary } from '../index.ts'
import type { BinaryProgram, Row } from '../index.ts'
import { bruteForce } from './testing/brute-force.ts'

const rowOf = (columns: number): fc.Arbitrary<Row> =>
  fc.uniqueArray(fc.nat(columns - 1), { minLength: 1 }).chain((chosen) =>
    fc.record({
      columns: fc.constant(chosen),
      coefficients: fc.array(fc.integer({ min: -6, max: 30 }), { minLength: chosen.length, maxLength: chosen.length }),
      limit: fc.integer({ min: -8, max: 60 }),
    }),
  )

/** Small programs with rows of either sign, some columns fixed, some without any plan. */
const programs: fc.Arbitrary<BinaryProgram> = fc.integer({ min: 1, max: 10 }).chain((columns) =>
  fc.record({
    values: fc.array(fc.integer({ min: -20, max: 100 }), { minLength: columns, maxLength: columns }),
    rows: fc.array(rowOf(columns), { maxLength: 5 }),
    fixed: fc.array(fc.constantFrom(null, null, null, null, null, null, 0 as const, 1 as const), { minLength: columns, maxLength: columns }),
  }),
)

describe('a 0/1 program', () => {
  it('is solved as brute force solves it', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const solution = solveBinary(program, { workUnits: 100_000 })
        const truth = bruteForce(program)
        if (truth === null) expect(solution.status).toBe('empty')
        else expect(solution).toMatchObject({ status: 'plan', value: truth, bound: truth, proved: true })
      }),
      { numRuns: 400 },
    )
  })

  it('comes with a tree that proves it to a checker that trusts nothing, and that proves nothing less', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const solution = solveBinary(program, { workUnits: 100_000, proof: true })
        if (solution.status !== 'plan') return
        expect(exactBound(program, solution.prices)).toBe(solution.rootBound)
        expect(checkProof(program, solution.value, solution.proof!)).toBe(true)
        expect(checkProof(program, solution.value - 1, solution.proof!)).toBe(false)
      }),
      { numRuns: 200 },
    )
  })

  it('begins with a given plan, repaired, and ends with the same value', () => {
    fc.assert(
      fc.property(programs, fc.array(fc.boolean(), { minLength: 10, maxLength: 10 }), (program, start) => {
        const [cold, warm] = [solveBinary(program, { workUnits: 100_000 }), solveBinary(program, { workUnits: 100_000, start })]
        expect(warm.status).toBe(cold.status)
        if (warm.status === 'plan' && cold.status === 'plan') expect(warm.value).toBe(cold.value)
      }),
    )
  })

  it('bounds the optimum from above for any prices', () => {
    fc.assert(
      fc.property(programs, fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 5, maxLength: 5 }), (program, prices) => {
        const truth = bruteForce(program)
        if (truth !== null) expect(exactBound(program, prices)).toBeGreaterThanOrEqual(truth)
      }),
    )
  })

  it('stops when asked, with a plan and an honest bound', () => {
    const values = Array.from({ length: 60 }, (_, j) => 1_000_003 + ((j * 7_919) % 611))
    const rows = [3, 5, 7, 11].map((step) => ({
      columns: values.map((_, j) => j),
      coefficients: values.map((value, j) => value + ((j * step * 131) % 97)),
      limit: 20_000_000 + step,
    }))
    const program = { values, rows, fixed: values.map(() => null) }
    const stopped = solveBinary(program, { workUnits: 1e9, shouldStop: ((asked) => () => asked++ > 2)(0) })
    expect(stopped.status === 'plan' && stopped.bound > stopped.value && !stopped.proved).toBe(true)
    expect(solveBinary(program, { workUnits: 3000 })).toEqual(solveBinary(program, { workUnits: 3000 }))
  })
})
