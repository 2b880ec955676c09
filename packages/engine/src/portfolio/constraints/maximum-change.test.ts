import { expect, it } from 'vitest'
import { chosenUnder, threeOptions } from '../testing/given.ts'

it('given the plan A and at most two changes, then A stays, because B and C for A would be three changes', () => {
  const budget = { kind: 'totalBudget', limit: 10 } as const
  expect(chosenUnder(threeOptions, budget, { kind: 'maximumChange', from: ['A'], most: 2 }).chosen).toEqual(['A'])
  expect(chosenUnder(threeOptions, budget, { kind: 'maximumChange', from: ['A'], most: 3 }).chosen).toEqual(['B', 'C'])
})
