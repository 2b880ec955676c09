import { expect, it } from 'vitest'
import { chosenUnder, threeOptions } from '../testing/given.ts'

it('given 10 to spend, then B and C, because together they cost 10 and give 90 where A alone gives 60', () => {
  const selection = chosenUnder(threeOptions, { kind: 'totalBudget', limit: 10 })
  expect(selection).toMatchObject({ chosen: ['B', 'C'], value: 90, cost: 10, proved: true })
  expect(selection.constraints[0]).toMatchObject({ used: 10, limit: 10, binding: true, words: 'The total cost is at most GBP 0.1' })
})

it('given 11 to spend, then A and one of the others, because 6 + 5 = 11 gives 105', () => {
  expect(chosenUnder(threeOptions, { kind: 'totalBudget', limit: 11 })).toMatchObject({ value: 105, cost: 11 })
})
