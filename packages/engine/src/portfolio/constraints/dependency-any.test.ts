import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

it('given a service that runs on either platform, then the cheaper platform with it, because one is enough', () => {
  const candidates = [option('service', 30, 3, { requiresAny: ['big', 'small'] }), option('big', 0, 9), option('small', 0, 2)]
  expect(chosenUnder(candidates, { kind: 'totalBudget', limit: 10 }).chosen).toEqual(['service', 'small'])
})

it('given no platform to be had, then no service', () => {
  const candidates = [option('service', 30, 3), option('big', 0, 9)]
  const selection = chosenUnder(candidates, { kind: 'totalBudget', limit: 10 }, { kind: 'dependencyAny', candidateId: 'service', requiresAny: ['big'] })
  expect(selection.chosen).toEqual([])
})
