import { expect, it } from 'vitest'
import { chosenUnder, option, refusedUnder } from '../testing/given.ts'

const green = [option('wind', -1, 3), option('sun', -5, 2), option('coal', 50, 5)]

it('given that one of two must go ahead, then the one that loses least, although neither pays', () => {
  const selection = chosenUnder(green, { kind: 'atLeastK', candidateIds: ['wind', 'sun'], least: 1 })
  expect(selection).toMatchObject({ chosen: ['coal', 'wind'], value: 49 })
})

it('given three wanted of two, then a conflict with itself alone', () => {
  const refusal = refusedUnder(green, { kind: 'totalBudget', limit: 10 }, { kind: 'atLeastK', candidateIds: ['wind', 'sun'], least: 3 })
  expect(refusal).toMatchObject({ conflict: { members: [{ constraint: { kind: 'atLeastK' } }], words: 'No plan can keep this: At least 3 of wind and sun.' } })
})
