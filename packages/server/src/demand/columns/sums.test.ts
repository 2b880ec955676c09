import { expect, it } from 'vitest'
import fc from 'fast-check'
import { noAmounts } from './blank.ts'
import { sumOf, sumOver } from './sums.ts'
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
