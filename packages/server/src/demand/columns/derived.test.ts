import { expect, it } from 'vitest'
import fc from 'fast-check'
import { noAmounts } from './blank.ts'
import { exactRatio, ratiosOf } from './derived.ts'
import type { Columns } from './shape.ts'

it('divides as the engine does: in billionths, cut towards zero', () =>
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 62n), max: 2n ** 62n }), fc.oneof(fc.bigInt({ min: 1n, max: 2n ** 62n }), fc.bigInt({ min: 1n, max: 10n ** 12n })), fc.boolean(), (of, by, small) => {
      const benefits = small ? of % 10n ** 13n : of
      const column = (minor: bigint) => ({ ...noAmounts(1), high: Int32Array.of(Number(minor >> 32n)), low: Uint32Array.of(Number(minor & 0xffff_ffffn)) })
      const columns = { size: 1, there: Uint8Array.of(1), cost: column(by), benefits: column(benefits) } as unknown as Columns
      expect(exactRatio(columns.cost, columns.benefits, 0)).toBe((benefits * 1_000_000_000n) / by)
      expect(ratiosOf(columns)[0]).toBeCloseTo(Number((benefits * 1_000_000_000n) / by), 0)
      expect(Object.is(ratiosOf(columns)[0], Number((benefits * 1_000_000_000n) / by)) || ratiosOf(columns)[0] === 0).toBe(true)
    }),
    { numRuns: 500 },
  ))
