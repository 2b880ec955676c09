import { expect, it } from 'vitest'
import fc from 'fast-check'
import { noAmounts } from './blank.ts'
import { sumOf, sumOver, sumsBy } from './sums.ts'
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

it('adds up to the last digit, whatever the size, and the parts are the whole', () =>
  fc.assert(
    fc.property(amounts, fc.nat(50), (minors, cut) => {
      const [column, rows] = [columnOf(minors), Uint32Array.from(minors.keys())]
      const known = minors.filter((minor) => minor !== null)
      const sum = sumOver(column, rows)
      expect([sum.minor, sum.known, sum.rows, sum.because[1]]).toEqual([known.reduce((total, minor) => total + minor, 0n), known.length, minors.length, minors.filter((minor, row) => minor === null && row % 3 === 0).length])
      expect(sumOf([sumOver(column, rows.subarray(0, cut)), sumOver(column, rows.subarray(cut))])).toEqual(sum)
      expect(minors.map((_, row) => minorOf(column, row) ?? null)).toEqual(minors)
    }),
  ))

it('adds up group by group in one go as it adds up each group by itself', () =>
  fc.assert(
    fc.property(amounts, fc.array(fc.nat(4), { minLength: 50, maxLength: 50 }), (minors, drawn) => {
      const [column, rows] = [columnOf(minors), Uint32Array.from(minors.keys())]
      const groups = Uint32Array.from(minors, (_, row) => drawn[row] ?? 0)
      expect(sumsBy(column, rows, groups, 5)).toEqual([0, 1, 2, 3, 4].map((group) => sumOver(column, rows.filter((row) => groups[row] === group))))
    }),
  ))
