import fc from 'fast-check'
import { expect, it } from 'vitest'
import { largestBy } from './largest.ts'
import type { Position } from './position.ts'

const minor = fc.oneof(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), fc.bigInt({ min: 2n ** 60n, max: 2n ** 60n + 4n }), fc.bigInt({ min: -3n, max: 3n }), fc.constant(null))
const size = (value: bigint | null): bigint => (value === null ? -1n : value < 0n ? -value : value)

it('keeps the largest, whatever their sign and to the last digit, those without an amount last and equals by name', () =>
  fc.assert(
    fc.property(fc.array(minor, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 4 }), (minors, most, names) => {
      const row = Uint32Array.from(minors.keys())
      const cost = { high: Int32Array.from(minors, (value) => Number((value ?? 0n) >> 32n)), low: Uint32Array.from(minors, (value) => Number((value ?? 0n) & 0xffff_ffffn)), because: Uint8Array.from(minors, (value) => (value === null ? 1 : 0)) }
      const nameOf = (line: number): string => `N${line % names}`
      const position = { row, at: row, cost, benefits: cost, forecast: cost, rating: new Uint8Array(row.length), endOn: new Int32Array(row.length), nameOf, keyOf: nameOf } satisfies Position
      const wanted = (line: number): boolean => line % 5 !== 3
      const truth = [...row].filter(wanted).toSorted((a, b) => Number(size(minors[b] ?? null) > size(minors[a] ?? null)) - Number(size(minors[b] ?? null) < size(minors[a] ?? null)) || (a % names) - (b % names) || a - b)
      expect(largestBy(position, 'cost', most, wanted).map(({ line }) => line)).toEqual(truth.slice(0, most))
    }),
    { numRuns: 300 },
  ))
