import fc from 'fast-check'
import { expect, it } from 'vitest'
import { atLeastRow, atMostRow, budgetRow, conflictOf, solveBinary } from '../index.ts'

it('names the two demands that conflict and leaves out the one that does not', () => {
  // At least two of three, at most one of them; the budget of 100 is not to blame.
  const rows = [budgetRow([10, 10, 10], 100), atLeastRow([0, 1, 2], 2), atMostRow([0, 1, 2], 1)]
  const program = { values: [1, 1, 1], rows, fixed: [null, null, null] }
  const demands = rows.map((_, row) => ({ rows: [row], fixed: [] }))
  expect(conflictOf(program, demands, 1000)).toEqual({ demands: [1, 2], irreducible: true })
})

it('names two fixings of one column in both directions', () => {
  const demands = [{ rows: [], fixed: [[0, 1] as const] }, { rows: [], fixed: [[1, 1] as const] }, { rows: [], fixed: [[0, 0] as const] }]
  expect(conflictOf({ values: [1, 1], rows: [], fixed: [null, null] }, demands, 10).demands).toEqual([0, 2])
})

it('is irreducible: without any one member, the others can be met', () => {
  const coefficients = fc.array(fc.integer({ min: -5, max: 9 }), { minLength: 6, maxLength: 6 })
  fc.assert(
    fc.property(fc.array(fc.record({ coefficients, limit: fc.integer({ min: -12, max: 3 }) }), { minLength: 2, maxLength: 7 }), (drawn) => {
      const rows = drawn.map((row) => budgetRow(row.coefficients, row.limit))
      const program = { values: [0, 0, 0, 0, 0, 0], rows, fixed: [null, null, null, null, null, null] }
      fc.pre(solveBinary(program, { workUnits: 1000 }).status === 'empty')
      const conflict = conflictOf(program, rows.map((_, row) => ({ rows: [row], fixed: [] })), 1000)
      const statusWith = (members: readonly number[]): string => solveBinary({ ...program, rows: members.map((row) => rows[row]!) }, { workUnits: 1000 }).status
      expect(conflict.irreducible).toBe(true)
      expect(statusWith(conflict.demands)).toBe('empty')
      for (const member of conflict.demands) expect(statusWith(conflict.demands.filter((each) => each !== member))).toBe('plan')
    }),
  )
})
