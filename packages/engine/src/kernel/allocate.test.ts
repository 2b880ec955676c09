import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { largestRemainder } from './allocate.ts'

const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 30 }).filter((list) => list.some((weight) => weight > 0n))
const whole = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })
const sum = (parts: readonly bigint[]): bigint => parts.reduce((total, part) => total + part, 0n)

describe('largest remainder', () => {
  it('gives the pence left over to the largest fractions', () => {
    // 360000 over 250 : 150 : 60 is 195652.17…, 117391.30…, 46956.52…: the unit left over goes to the third
    expect(largestRemainder(360000n, [250n, 150n, 60n])).toEqual([195652n, 117391n, 46957n])
    // £360,000.00 in pence leaves fractions of 9/23, 10/23 and 4/23: the penny left over goes to the second
    expect(largestRemainder(36000000n, [250n, 150n, 60n])).toEqual([19565217n, 11739131n, 4695652n])
  })

  it('gives ties to the earlier part', () => {
    expect(largestRemainder(10000n, [1n, 1n, 1n])).toEqual([3334n, 3333n, 3333n])
    expect(largestRemainder(2n, [1n, 1n, 1n, 1n])).toEqual([1n, 1n, 0n, 0n])
  })

  it('splits a correction as the amount it corrects', () => {
    fc.assert(fc.property(whole, weights, (amount, by) => void expect(largestRemainder(-amount, by)).toEqual(largestRemainder(amount, by).map((part) => -part))))
  })

  it('loses nothing', () => {
    fc.assert(fc.property(whole, weights, (amount, by) => void expect(sum(largestRemainder(amount, by))).toBe(amount)))
  })

  it('stays within one unit of the exact share, and gives nothing to weight zero', () => {
    fc.assert(
      fc.property(whole, weights, (amount, by) => {
        const total = sum(by)
        largestRemainder(amount, by).forEach((part, index) => {
          const weight = by[index] ?? 0n
          const distance = part * total - amount * weight
          expect(distance < total && distance > -total).toBe(true)
          if (weight === 0n) expect(part).toBe(0n)
        })
      }),
    )
  })

  it('does not depend on the unit of the weights', () => {
    fc.assert(fc.property(whole, weights, fc.bigInt({ min: 1n, max: 1000n }), (amount, by, factor) => void expect(largestRemainder(amount, by.map((weight) => weight * factor))).toEqual(largestRemainder(amount, by))))
  })

  it('wants weights that are not negative and not all zero', () => {
    expect(() => largestRemainder(1n, [2n, -1n])).toThrow('not negative')
    expect(() => largestRemainder(1n, [0n, 0n])).toThrow('positive sum')
    expect(() => largestRemainder(1n, [])).toThrow('positive sum')
  })
})
