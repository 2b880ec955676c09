import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

it('given 5 in 2026, then only one of two that cost 4 in that year, because 4 + 4 > 5; the one that costs nothing then is free to join', () => {
  const candidates = [
    option('early', 10, 4, { costByYear: { 2026: 4 } }),
    option('late', 12, 4, { costByYear: { 2026: 4 } }),
    option('later', 3, 9, { costByYear: { 2027: 9 } }),
  ]
  const selection = chosenUnder(candidates, { kind: 'yearlyBudget', year: 2026, limit: 5 })
  expect(selection).toMatchObject({ chosen: ['late', 'later'], value: 15, costByYear: { 2026: 4, 2027: 9 } })
  expect(selection.verdicts[0]).toMatchObject({ candidateId: 'early', verdict: 'out', blockedBy: [{ over: 3 }] })
})
