import fc from 'fast-check'
import { expect, it } from 'vitest'
import { checkPlan } from '../index.ts'
import type { BinaryProgram } from '../index.ts'
import { clearALittle, openClearing } from './clearing.ts'
import type { Cleared } from './clearing.ts'
import { matrixOf } from './matrix.ts'
import { bruteForce } from './testing/brute-force.ts'

const SIZE = 9
const row = fc.record({ columns: fc.constant([...Array(SIZE).keys()]), coefficients: fc.array(fc.integer({ min: -6, max: 30 }), { minLength: SIZE, maxLength: SIZE }), limit: fc.integer({ min: 0, max: 60 }) })
/** Rows of either sign that the empty plan keeps. */
const programs: fc.Arbitrary<BinaryProgram> = fc.record({
  values: fc.array(fc.integer({ min: -20, max: 100 }), { minLength: SIZE, maxLength: SIZE }),
  rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  fixed: fc.constant(Array.from({ length: SIZE }, () => null)),
})

it('whatever is cleared keeps every row, leaves alone what is not open, counts its value rightly, and over all columns is the best there is', () => {
  fc.assert(
    fc.property(programs, fc.nat(1_000), fc.integer({ min: 0, max: SIZE }), (program, seed, locked) => {
      const matrix = matrixOf(program)
      const open = [...Array(SIZE - locked).keys()]
      const clearing = openClearing(seed)
      let best: Cleared = { plan: new Uint8Array(SIZE), value: 0 }
      for (let time = 0; time < 6; time++) {
        const found = clearALittle(clearing, matrix, () => ({ ...best, net: matrix.value, open }))
        if (found === null) continue
        const plan = Array.from(found.plan, (chosen) => chosen === 1)
        expect(checkPlan(program, plan, found.value)).toEqual([])
        expect(plan.every((chosen, column) => !chosen || column < SIZE - locked)).toBe(true)
        if (found.value > best.value) best = { ...found }
      }
      // Fewer columns than a tree takes, so that the first tree, about the empty plan, holds every plan of those open.
      if (open.length >= 2) expect(best.value).toBe(bruteForce({ ...program, fixed: program.fixed.map((_, column) => (column < SIZE - locked ? null : 0)) }))
    }),
    { numRuns: 150 },
  )
})
