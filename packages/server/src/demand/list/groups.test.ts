import { expect, it } from 'vitest'
import fc from 'fast-check'
import { grouped } from './groups.ts'
import type { Value } from './values.ts'

/** A field of which every row has a number, 0 standing for none: told apart by a table of its codes, by a map because there are too many codes, or by a map because it has none. */
const fieldOf = (column: readonly number[], kind: 'table' | 'wide' | 'plain'): Value => ({
  has: (row) => column[row] !== 0, keys: [(row) => (column[row] === 0 ? Number.NaN : (column[row] ?? 0))], same: (row) => column[row] ?? 0, text: (row) => String(column[row]),
  ...(kind === 'plain' ? {} : { codes: { of: Uint32Array.from(column), range: kind === 'table' ? 10 : 2 ** 21 } }),
})
const size = 40
const level = fc.tuple(fc.array(fc.nat(4), { minLength: size, maxLength: size }), fc.constantFrom('table' as const, 'wide' as const, 'plain' as const))

it('rows in groups are those that have the same values, in their order, by whichever way they are told apart', () =>
  fc.assert(
    fc.property(fc.array(level, { minLength: 1, maxLength: 3 }), fc.subarray([...Array(size).keys()]), fc.integer({ min: 1, max: 60 }), (levels, chosen, most) => {
      const rows = Uint32Array.from(chosen)
      const truth = Map.groupBy(chosen, (row) => levels.map(([column]) => column[row]).join(' '))
      const grouping = grouped(rows, levels.map(([column, kind]) => fieldOf(column, kind)), most)
      expect(grouping === undefined).toBe(truth.size > most)
      if (!grouping) return
      const groups = grouping.groups
      expect(groups.map(({ values, rows: members }) => [values.map((value) => value ?? '0').join(' '), [...members]])).toEqual([...truth].toSorted(([a], [b]) => byNumbers(a, b)))
      for (const { number, rows: members } of groups) expect([...rows].filter((_, index) => grouping.groupOf[index] === number)).toEqual([...members])
    }),
  ))

/** Value by value, 0 last. */
function byNumbers(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.split(' ').map((value) => Number(value) || 99))
  return (x ?? []).map((value, place) => value - (y?.[place] ?? 0)).find((step) => step !== 0) ?? 0
}
