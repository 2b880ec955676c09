import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

it('given that carbon must fall by 5, then the forest joins and the quarry stays out, because the quarry takes 4 away again', () => {
  const candidates = [
    option('forest', 1, 6, { byObjective: { carbon: 6 } }),
    option('quarry', 40, 4, { byObjective: { carbon: -4 } }),
    option('bridge', 20, 5),
  ]
  expect(chosenUnder(candidates, { kind: 'totalBudget', limit: 11 }, { kind: 'objectiveFloor', objectiveId: 'carbon', least: 5 }).chosen).toEqual(['bridge', 'forest'])
  expect(chosenUnder(candidates, { kind: 'totalBudget', limit: 11 }).chosen).toEqual(['bridge', 'quarry'])
})
