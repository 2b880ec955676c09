import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkPlan, solveBinary } from '../index.ts'
import type { BinaryProgram, Row } from '../index.ts'
import { bruteForce } from './testing/brute-force.ts'

const SIZE = 8
const whole = (min: number, max: number) => fc.array(fc.integer({ min, max }), { minLength: SIZE, maxLength: SIZE })
const row: fc.Arbitrary<Row> = fc.record({ columns: fc.constant([...Array(SIZE).keys()]), coefficients: whole(-2, 6), limit: fc.integer({ min: 0, max: 14 }) })
/** Few different values, so that many plans are worth the same. */
const programs: fc.Arbitrary<BinaryProgram> = fc.record({
  values: whole(-1, 3),
  rows: fc.array(row, { maxLength: 3 }),
  fixed: fc.array(fc.constantFrom(null, null, null, null, null, 0 as const, 1 as const), { minLength: SIZE, maxLength: SIZE }),
})
const plans = fc.array(fc.boolean(), { minLength: SIZE, maxLength: SIZE })
const everyPlan = Array.from({ length: 2 ** SIZE }, (_, bits) => Array.from({ length: SIZE }, (__, column) => ((bits >> column) & 1) === 1))
const valueOf = ({ values }: BinaryProgram, plan: readonly boolean[]): number => values.reduce((sum, value, column) => (plan[column] ? sum + value : sum), 0)
const keeps = (program: BinaryProgram, plan: readonly boolean[]): boolean => checkPlan(program, plan, valueOf(program, plan)).length === 0

it('a plan that is as good as any is kept whole', () => {
  fc.assert(
    fc.property(programs, fc.nat(2 ** SIZE), (program, which) => {
      const most = bruteForce(program)
      const best = everyPlan.filter((plan) => valueOf(program, plan) === most && keeps(program, plan))
      if (best.length === 0) return
      const start = best[which % best.length]!
      const found = solveBinary(program, { workUnits: 100_000, start })
      expect(found.status === 'plan' && found.plan).toEqual(start)
    }),
    { numRuns: 200 },
  )
})

it('the best value is never given up, and nothing of what changed can be taken back for nothing', () => {
  fc.assert(
    fc.property(programs, plans, (program, start) => {
      const found = solveBinary(program, { workUnits: 100_000, start })
      if (found.status !== 'plan') return
      expect(found).toMatchObject({ value: bruteForce(program), proved: true })
      const changed = [...start.keys()].filter((column) => found.plan[column] !== start[column])
      for (let some = 1; some < 2 ** changed.length; some++) {
        const plan = found.plan.map((chosen, column) => ((some >> changed.indexOf(column)) & 1) === 1 && changed.includes(column) ? !chosen : chosen)
        expect(keeps(program, plan) && valueOf(program, plan) >= found.value).toBe(false)
      }
    }),
    { numRuns: 200 },
  )
})

it('of two alike the one that was there stays, and what is worth nothing and was there stays too', () => {
  // 5 + 5 + 0 within 4: either of the first two takes 3, the third takes 1.
  const program = { values: [5, 5, 0], rows: [{ columns: [0, 1, 2], coefficients: [3, 3, 1], limit: 4 }], fixed: [null, null, null] }
  expect(solveBinary(program, { workUnits: 1_000 })).toMatchObject({ value: 5, plan: [true, false, false] })
  expect(solveBinary(program, { workUnits: 1_000, start: [false, true, true] })).toMatchObject({ value: 5, plan: [false, true, true] })
})
