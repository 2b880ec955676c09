import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf, queueOf, rescore } from './queue.ts'

test('the first is always the least, of equal ones the lowest number', () => {
  const change = fc.record({ entry: fc.nat(6), score: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.constant(Infinity)) })
  fc.assert(fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
    const queue = queueOf(7)
    const plain = new Array<number>(7).fill(Infinity)
    for (const { entry, score } of changes) {
      rescore(queue, entry, score)
      plain[entry] = score
      expect(firstOf(queue)).toBe(plain.indexOf(Math.min(...plain)))
    }
  }))
})
