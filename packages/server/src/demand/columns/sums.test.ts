import { expect, it } from 'vitest'
import fc from 'fast-check'
import { noAmounts } from './blank.ts'
import { sumOf, sumsBy } from './sums.ts'
import { minorOf } from './unpack.ts'

const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })
const amounts = fc.array(fc.oneof(int64, fc.bigInt({ min: -900n, max: 900n }), fc.constant(null)), { maxLength: 50 })

const columnOf = (minors: readonly (bigint | null)[]) => {
  const column = noAmounts(minors.length)
  for (const [row, minor] of minors.entries()) {
    column.high[row] = Number((minor ?? 0n) >> 32n)
    column.low[row] = Number((minor ?? 0n) & 0xffff_ffffn)
    column.because[row] = minor === null ? 1 + (row % 3) : 0
  }
  return column
}

it('adds up each group to the last digit, whatever the size, and the groups are the whole', () =>
  fc.assert(
    fc.property(amounts, fc.array(fc.nat(4), { minLength: 50, maxLength: 50 }), (minors, drawn) => {
      const [column, rows] = [columnOf(minors), Uint32Array.from(minors.keys())]
      const groups = Uint32Array.from(minors, (_, row) => drawn[row] ?? 0)
      const sums = sumsBy(column, rows, groups, 5)
      for (const [group, sum] of sums.entries()) {
        const own = [...minors.entries()].filter(([row]) => groups[row] === group)
        const known = own.flatMap(([, minor]) => minor ?? [])
        const because = (why: number): number => own.filter(([row, minor]) => minor === null && 1 + (row % 3) === why).length
        expect([sum.minor, sum.known, sum.rows, ...sum.because.subarray(0, 4)]).toEqual([known.reduce((total, minor) => total + minor, 0n), known.length, own.length, known.length, because(1), because(2), because(3)])
      }
      expect([sumOf(sums)]).toEqual(sumsBy(column, rows, new Uint32Array(rows.length), 1))
      expect(minors.map((_, row) => minorOf(column, row) ?? null)).toEqual(minors)
    }),
  ))
