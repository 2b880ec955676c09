import { expect, it } from 'vitest'
import { chosenUnder, threeOptions } from '../testing/given.ts'

it('given that B and C are two ways to the same end, then A, because without both of them 60 beats 45', () => {
  const selection = chosenUnder(threeOptions, { kind: 'totalBudget', limit: 10 }, { kind: 'exclusion', candidateIds: ['B', 'C'] })
  expect(selection).toMatchObject({ chosen: ['A'], value: 60 })
})
