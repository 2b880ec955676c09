import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkPlan } from '../index.ts'
import type { BinaryProgram } from '../index.ts'
import { matrixOf } from './matrix.ts'
import { mixOn, openMixing } from './mixing.ts'

const SIZE = 8
const row = fc.record({ columns: fc.constant([...Array(SIZE).keys()]), coefficients: fc.array(fc.integer({ min: -6, max: 30 }), { minLength: SIZE, maxLength: SIZE }), limit: fc.integer({ min: 0, max: 60 }) })
/** Rows of either sign that the empty plan keeps. */
const programs: fc.Arbitrary<BinaryProgram> = fc.record({
  values: fc.array(fc.integer({ min: -20, max: 100 }), { minLength: SIZE, maxLength: SIZE }),
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  fixed: fc.constant(Array.from({ length: SIZE }, () => null)),
})

it('whatever is mixed keeps every row, leaves alone what is not open, counts its value rightly, and is the same in slices', () => {
  fc.assert(
    fc.property(programs, fc.nat(1_000), fc.integer({ min: 2, max: SIZE }), (program, seed, most) => {
      const matrix = matrixOf(program)
      const open = program.values.flatMap((_, column) => (column % 4 === 3 ? [] : [column]))
      const begun = () => openMixing(matrix, { plan: new Uint8Array(SIZE), net: Float64Array.from(program.values), prices: new Float64Array(matrix.rows), open, seed }, { columns: most, doubt: 0.3 })!
      const [whole, sliced] = [begun(), begun()]
      mixOn(whole, 300)
      for (let slice = 0; slice < 3; slice++) mixOn(sliced, 100)
      expect([sliced.best, sliced.steps]).toEqual([whole.best, whole.steps])
      if (whole.best.value === -Infinity) return
      const plan = Array.from(whole.best.plan, (chosen) => chosen === 1)
      expect(checkPlan(program, plan, whole.best.value)).toEqual([])
      expect(plan.every((chosen, column) => !chosen || open.includes(column))).toBe(true)
    }),
    { numRuns: 60 },
  )
})
