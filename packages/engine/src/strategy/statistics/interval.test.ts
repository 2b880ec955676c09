import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shareDifference, wilsonInterval, type Share } from './index.ts'

const rounded = ({ low, high }: { readonly low: number; readonly high: number }) => [Number(low.toFixed(4)), Number(high.toFixed(4))]
const share = fc.integer({ min: 1, max: 5000 }).chain((of) => fc.integer({ min: 0, max: of }).map((count): Share => ({ count, of })))

describe('the interval of a proportion', () => {
  // 71 of 100: (0.71 + 3.8415/200 ± 1.96 √(0.2059/100 + 3.8415/40000)) / 1.0384; the others are Newcombe's (1998, Statistics in Medicine 17, 857–872), table I, method 3.
  it.each([[71, 100, 0.6146, 0.7899], [81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]])('of %i of %i is %d to %d', (count, of, low, high) => expect(rounded(wilsonInterval({ count, of }))).toEqual([low, high]))

  it('law: lies within 0 and 1, holds the proportion, and is the mirror image of that of the rest', () => {
    fc.assert(fc.property(share, ({ count, of }) => {
      const { low, high } = wilsonInterval({ count, of })
      expect(low >= 0 && low <= count / of && count / of <= high && high <= 1).toBe(true)
      const rest = wilsonInterval({ count: of - count, of })
      expect(rest.low).toBeCloseTo(1 - high, 12)
    }))
  })
  it('law: is narrower of more that say the same', () => {
    fc.assert(fc.property(share, fc.integer({ min: 2, max: 20 }), ({ count, of }, times) => {
      const [few, many] = [wilsonInterval({ count, of }), wilsonInterval({ count: count * times, of: of * times })]
      expect(many.high - many.low).toBeLessThan(few.high - few.low)
    }))
  })
  it('is not there of nothing, nor of more than all', () => {
    for (const [count, of] of [[0, 0], [3, 2], [-1, 2], [0.5, 2]] as const) expect(() => wilsonInterval({ count, of })).toThrow('a share counts whole things among one or more')
  })
})

describe('the difference of two proportions', () => {
  // Newcombe (1998, Statistics in Medicine 17, 873–890), table II, method 10.
  it.each([[56, 70, 48, 80, 0.0524, 0.3339], [9, 10, 3, 10, 0.1705, 0.809], [6, 7, 2, 7, 0.0582, 0.8062], [5, 56, 0, 29, -0.0381, 0.1926], [0, 10, 0, 20, -0.1611, 0.2775], [10, 10, 0, 20, 0.6791, 1]])(
    'of %i of %i and %i of %i is between %d and %d', (a, m, b, n, low, high) => expect(rounded(shareDifference({ count: a, of: m }, { count: b, of: n }))).toEqual([low, high]))

  it('law: lies within −1 and 1, holds the difference, and turned about it is its own negative', () => {
    fc.assert(fc.property(share, share, (a, b) => {
      const { value, low, high } = shareDifference(a, b)
      expect(low >= -1 && low <= value && value <= high && high <= 1).toBe(true)
      const turned = shareDifference(b, a)
      expect([turned.value, turned.low, turned.high]).toEqual([expect.closeTo(-value, 12), expect.closeTo(-high, 12), expect.closeTo(-low, 12)])
    }))
  })
})
