import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byLetters, pageInOrder, pageOfGroups, type Listed } from './order.ts'

const numbers = fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 60 })
const byNumber = (a: readonly [number, number], b: readonly [number, number]): number => b[0] - a[0]

const listed = <T>(all: readonly T[]): Listed<T> => ({ length: all.length, at: (place) => all[place] as T })

describe('a page of things in order', () => {
  it('is that piece of all of them in order, equals as they came', () => {
    fc.assert(
      fc.property(numbers, fc.nat(70), fc.nat(70), (values, from, to) => {
        const all = values.map((value, index) => [value, index] as const)
        expect(pageInOrder(listed(all), from, to, byNumber)).toEqual(all.toSorted(byNumber).slice(from, Math.max(from, to)))
      }),
    )
  })

  it('is the same of a few as of more than are kept in order', () => {
    const all = Array.from({ length: 3000 }, (_, index) => [(index * 7919) % 101, index] as const)
    expect(pageInOrder(listed(all), 900, 1000, byNumber)).toEqual(pageInOrder(listed(all), 900, 1500, byNumber).slice(0, 100))
  })

  it('goes on from one group to the next', () => {
    fc.assert(
      fc.property(fc.array(numbers, { maxLength: 5 }), fc.nat(200), fc.nat(40), (groups, from, limit) => {
        const all = groups.map((values) => values.map((value, index) => [value, index] as const))
        expect(pageOfGroups(all.map(listed), from, limit, byNumber)).toEqual(all.flatMap((group) => group.toSorted(byNumber)).slice(from, from + limit))
      }),
    )
  })
})

it('puts what has no letters last', () => {
  expect(['b', null, 'a', 'B'].toSorted(byLetters)).toEqual(['B', 'a', 'b', null])
})
