import { expect, it } from 'vitest'
import { findReach, reachOf } from './reach.ts'

// Five families, each with staying out (even) and one option (odd). Usual value 10: the last is three times as large as usual.
const program = { families: 5, optionFrom: Int32Array.of(0, 2, 4, 6, 8, 10), optionValue: Float64Array.of(0, 10, 0, 10, 0, 5, 0, 10, 0, 30) }
const free = Int32Array.of(0, 1, 2, 3, 4)
const energy = Float64Array.of(0, 1, 0, -2, 0, -4, 0, -4, 0, -8)
const worth = { ranked: Int32Array.of(1, 3, 5, 7, 9), rankedFrom: Int32Array.of(0, 1, 2, 3, 4, 5) }
const motion = (outOption: Int32Array, choice: Int32Array) => ({ state: { layout: { outOption }, choice }, worth, energy })

it('given that 3 may be lost, then who would lose 4 is out of reach, unless it goes ahead already or is three times as large', () => {
  const reach = reachOf(free, program, 10)
  expect([...reach.families.subarray(0, reach.count)]).toEqual([0, 1, 2, 3, 4])
  findReach(reach, free, motion(Int32Array.of(0, 2, 4, 6, 8), Int32Array.of(0, 2, 5, 6, 8)), 3)
  expect([...reach.families.subarray(0, reach.count)]).toEqual([0, 1, 2, 4])
})

it('given a family that has to go ahead, then it is in reach whatever it loses', () => {
  const reach = reachOf(free, program, 10)
  findReach(reach, free, motion(Int32Array.of(0, 2, 4, -1, 8), Int32Array.of(0, 2, 4, 7, 8)), 0)
  expect([...reach.families.subarray(0, reach.count)]).toEqual([0, 3])
})
