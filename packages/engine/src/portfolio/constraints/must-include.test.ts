import { expect, it } from 'vitest'
import { chosenUnder, refusedUnder, threeOptions } from '../testing/given.ts'

it('given that A is in, then A alone, because the 4 left of 10 buy neither B nor C', () => {
  const selection = chosenUnder(threeOptions, { kind: 'totalBudget', limit: 10 }, { kind: 'mustInclude', candidateId: 'A', because: 'board decision' })
  expect(selection).toMatchObject({ chosen: ['A'], value: 60 })
  expect(selection.verdicts[0]).toMatchObject({ verdict: 'in', because: 'pinned_in' })
})

it('given that A is in and out, then a conflict of exactly these two, because the budget has no part in it', () => {
  const refusal = refusedUnder(threeOptions, { kind: 'totalBudget', limit: 10 }, { kind: 'mustInclude', candidateId: 'A' }, { kind: 'mustExclude', candidateId: 'A' })
  expect(refusal).toMatchObject({ code: 'constraints_conflict', conflict: { irreducible: true, words: 'These cannot be kept together: A is out; A is in.' } })
})
