import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pack, packingOf } from './packing.ts'

const SIZE = 8
const whole = (min: number, max: number, count: number) => fc.array(fc.integer({ min, max }), { minLength: count, maxLength: count })
/** Values, one coefficient of each of three rows for each column, room of the rows, prices, and what is chosen at first. */
const cases = fc.record({ value: whole(-5, 40, SIZE), cell: whole(-4, 20, SIZE * 3), restRoom: whole(0, 50, 3), prices: whole(0, 3, 3), chosen: whole(0, 1, SIZE) })

function packed({ value, cell, restRoom, prices, chosen }: { value: number[]; cell: number[]; restRoom: number[]; prices: number[]; chosen: number[] }, least: number) {
  const net = value.map((each, c) => each - prices.reduce((sum, price, i) => sum + price * cell[c * 3 + i]!, 0))
  const packing = packingOf({ rows: 3, value: Float64Array.from(value), net: Float64Array.from(net), cell: Float64Array.from(cell), prices: Float64Array.from(prices), restRoom: Float64Array.from(restRoom), restValue: 7 })
  packing.chosen.set(chosen)
  return { packing, found: pack(packing, least), roomOf: (plan: Uint8Array) => restRoom.map((room, i) => plan.reduce((left, one, c) => (one === 1 ? left - cell[c * 3 + i]! : left), room)) }
}

it('keeps every row and counts its room and its value rightly', () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: -50, max: 300 }), (given, least) => {
      const { packing, found, roomOf } = packed(given, least)
      if (found === null) return
      const room = roomOf(packing.chosen)
      expect(room.every((each) => each >= 0)).toBe(true)
      expect([...packing.room]).toEqual(room)
      expect(found).toBe(given.value.reduce((sum, value, c) => sum + value * packing.chosen[c]!, 7))
    }),
    { numRuns: 200 },
  )
})

it('ends where no exchange of two columns gains, whatever the prices', () => {
  fc.assert(
    fc.property(cases, (given) => {
      const { packing, found, roomOf } = packed(given, -Infinity)
      if (found === null) return
      for (let out = 0; out < SIZE; out++) {
        for (let into = 0; into < SIZE; into++) {
          if (packing.chosen[out] === 0 || packing.chosen[into] === 1 || given.value[into]! <= given.value[out]!) continue
          const plan = packing.chosen.slice()
          ;[plan[out], plan[into]] = [0, 1]
          expect(roomOf(plan).some((each) => each < 0)).toBe(true)
        }
      }
    }),
    { numRuns: 200 },
  )
})
