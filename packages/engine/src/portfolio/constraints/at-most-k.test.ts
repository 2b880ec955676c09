import { expect, it } from 'vitest'
import { chosenUnder, threeOptions } from '../testing/given.ts'

it('given a team that can carry two of three, then A and one other, because A gives most', () => {
  const selection = chosenUnder(threeOptions, { kind: 'atMostK', candidateIds: ['A', 'B', 'C'], most: 2 })
  expect(selection).toMatchObject({ value: 105 })
  expect(selection.constraints[0]).toMatchObject({ used: 2, limit: 2, confirmed: { gain: 45, proved: true } })
})
