import { expect, it } from 'vitest'
import fc from 'fast-check'
import { boundsOf, compareDecimals } from './numbers.ts'

it.each([
  ['0.25', 10n, 2, 3, false], ['-0.25', 10n, -3, -2, false], ['1.5', 2n, 3, 3, true], ['0', 7n, 0, 0, true], ['-2', 3n, -6, -6, true], ['0.000000001', 1_000_000_000n, 1, 1, true],
] as const)('%s times %s lies between %d and %d', (text, times, floor, ceil, exact) => expect(boundsOf(text, times)).toEqual({ floor, ceil, exact }))

const decimal = fc.tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 4 })).map(([whole, digits]) => ({ text: (whole / 10 ** digits).toFixed(digits), value: whole * 10 ** (4 - digits) }))
it('compares decimals by their value, however they are written', () =>
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      expect(compareDecimals(a.text, b.text)).toBe(Math.sign(a.value - b.value))
    }),
  ))
