import { dayNumber } from '@throughline/engine/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { continued } from './series.ts'

describe('a series', () => {
  test('decimals go on without the dust of floats', () => expect(continued([0.1, 0.2], 3, 'number')).toEqual([0.3, 0.4, 0.5]))
  test('amounts beyond what a float can hold keep every digit', () => expect(continued([9_007_199_254_740_993n, 9_007_199_254_740_995n], 1, 'number')).toEqual([9_007_199_254_740_997n]))
  test('one number repeats, one date goes on by days', () => {
    expect(continued([5], 2, 'number')).toEqual([5, 5])
    expect(continued(['2026-12-31'], 2, 'date')).toEqual(['2027-01-01', '2027-01-02'])
  })
  test('the same day of the month goes on by months, and a last day stays a last day', () => {
    expect(continued(['2026-01-15', '2026-04-15'], 2, 'date')).toEqual(['2026-07-15', '2026-10-15'])
    expect(continued(['2026-01-31', '2026-02-28'], 3, 'date')).toEqual(['2026-03-31', '2026-04-30', '2026-05-31'])
  })
  test('what has no step repeats', () => {
    expect(continued([1, 2, 4], 4, 'number')).toEqual([1, 2, 4, 1])
    expect(continued(['a', 'b'], 3, 'text')).toEqual(['a', 'b', 'a'])
    expect(continued(['2026-01-01', null], 2, 'date')).toEqual(['2026-01-01', null])
    expect(continued(['r', 'g'], 1, 'status')).toEqual(['r'])
  })
  test('whole numbers go on by their step, as by adding one at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e4, max: 1e4 }), fc.integer({ min: 2, max: 5 }), fc.nat(20), (first, step, given, count) => {
        const all = [first]
        while (all.length < given + count) all.push((all.at(-1) ?? 0) + step)
        expect(continued(all.slice(0, given), count, 'number')).toEqual(all.slice(given))
      }),
    )
  })
  test('dates in equal steps of days go on by as many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 27 }), fc.integer({ min: 1, max: 10 }), (start, step, count) => {
        const day = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
        const next = continued([day(start), day(start + step), day(start + 2 * step)], count, 'date')
        expect(next.map((date) => dayNumber(String(date)))).toEqual(Array.from({ length: count }, (_, index) => start + (3 + index) * step))
      }),
    )
  })
})
