import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDecimal, parseDecimal, roundRatioHalfEven } from './decimal.ts'

const big = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n })
const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

describe('rounding half to even', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [-7n, 2n, -4n],
    [5n, -2n, -2n],
    [1n, 2n, 0n],
    [3n, 2n, 2n],
    [2n, 3n, 1n],
    [1n, 3n, 0n],
    [-1n, 3n, 0n],
    [0n, 7n, 0n],
  ])('%d / %d is %d', (numerator, denominator, rounded) => {
    expect(roundRatioHalfEven(numerator, denominator)).toBe(rounded)
  })

  it('is never further than half a unit from the ratio, and even at exactly half', () => {
    fc.assert(
      fc.property(big, big.filter((value) => value !== 0n), (numerator, denominator) => {
        const rounded = roundRatioHalfEven(numerator, denominator)
        const twiceError = 2n * absolute(rounded * denominator - numerator)
        expect(twiceError <= absolute(denominator)).toBe(true)
        if (twiceError === absolute(denominator)) expect(absolute(rounded) % 2n).toBe(0n)
      }),
    )
  })

  it('has no ratio to nothing', () => {
    expect(() => roundRatioHalfEven(1n, 0n)).toThrow('denominator other than zero')
  })
})

describe('plain decimal text', () => {
  it.each([
    ['1.005', 2, 100n],
    ['1.015', 2, 102n],
    ['-0.05', 2, -5n],
    ['+12', 2, 1200n],
    ['.5', 1, 5n],
    ['7.', 0, 7n],
    [' 3.25 ', 2, 325n],
    ['2.5', 0, 2n],
  ])('%s to %d digits is %d units', (text, digits, value) => {
    expect(parseDecimal(text, digits)).toBe(value)
  })

  it.each(['', '.', '-', '1,000', '1e3', '£5', '--1', '1.2.3', 'NaN', 'Infinity', '0x10'])('%j is no number', (text) => {
    expect(parseDecimal(text, 2)).toBeUndefined()
  })

  it('comes back as it was written', () => {
    fc.assert(fc.property(big, fc.integer({ min: 0, max: 12 }), (value, digits) => void expect(parseDecimal(formatDecimal(value, digits), digits)).toBe(value)))
  })

  it('keeps the zeros of small amounts', () => {
    expect(formatDecimal(-5n, 2)).toBe('-0.05')
    expect(formatDecimal(0n, 3)).toBe('0.000')
    expect(formatDecimal(12n, 0)).toBe('12')
  })
})
