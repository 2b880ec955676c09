import { expect, it } from 'vitest'
import fc from 'fast-check'
import { rowsBetween } from './ordering.ts'

it('gives the rows of a window as if all were in order, few values or many', () =>
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(4), fc.nat(), fc.constant(7)), { maxLength: 300 }), fc.nat(320), fc.nat(40), (keys, from, limit) => {
      const compare = (a: number, b: number): number => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b
      const rows = Uint32Array.from(keys.keys())
      expect([...rowsBetween(rows.slice(), compare, from, from + limit)]).toEqual([...rows].sort(compare).slice(from, from + limit))
    }),
    { numRuns: 300 },
  ))
