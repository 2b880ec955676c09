import { expect, it } from 'vitest'
import { chosenUnder, threeOptions } from '../testing/given.ts'

it('given that B is out, then A, because with 10 to spend A (60) beats C (45) and both cost 11', () => {
  const selection = chosenUnder(threeOptions, { kind: 'totalBudget', limit: 10 }, { kind: 'mustExclude', candidateId: 'B' })
  expect(selection).toMatchObject({ chosen: ['A'], value: 60 })
  expect(selection.verdicts[1]).toMatchObject({ candidateId: 'B', verdict: 'out', because: 'pinned_out', blockedBy: [] })
})
