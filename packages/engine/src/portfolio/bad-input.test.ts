import { expect, it } from 'vitest'
import { chosenUnder, option, refusedUnder, threeOptions } from './testing/given.ts'

it('given no candidates, then nothing is chosen, and that is proved', () => {
  expect(chosenUnder([], { kind: 'totalBudget', limit: 10 })).toMatchObject({ chosen: [], proved: true })
})

it('given no budget at all, then everything of value is chosen', () => {
  expect([...chosenUnder(threeOptions).chosen].sort()).toEqual(['A', 'B', 'C'])
})

it('given a negative value, then it is no refusal: what hurts stays out', () => {
  expect(chosenUnder([option('A', -7, 1), option('B', 1, 1)]).chosen).toEqual(['B'])
})

it('given pins that contradict each other, then both are named and nothing else', () => {
  const refusal = refusedUnder(threeOptions, { kind: 'totalBudget', limit: 10 }, { kind: 'mustInclude', candidateId: 'A' }, { kind: 'mustExclude', candidateId: 'A' })
  expect(refusal).toMatchObject({ code: 'constraints_conflict', conflict: { irreducible: true } })
  if (refusal.code !== 'constraints_conflict') throw new Error(refusal.code)
  expect(refusal.conflict.words).toMatch(/A is in/)
  expect(refusal.conflict.words).not.toMatch(/total cost/)
})

it('given two that need each other, then that is no fault: both or neither, because a choice has no order in time', () => {
  // together 70 for 10; C alone brings 45 and B alone cannot come
  const circle = [option('A', 40, 5, { requires: ['B'] }), option('B', 30, 5, { requires: ['A'] }), option('C', 45, 5)]
  expect([...chosenUnder(circle, { kind: 'totalBudget', limit: 10 }).chosen].sort()).toEqual(['A', 'B'])
  expect(chosenUnder(circle, { kind: 'totalBudget', limit: 9 }).chosen).toEqual(['C'])
})

it.each([['value', Number.NaN, 1], ['value', Number.POSITIVE_INFINITY, 1], ['cost', 1, Number.NaN]] as const)('given a %s that is no number, then it is refused by its name and place', (field, value, cost) => {
  expect(refusedUnder([option('A', value, cost)])).toMatchObject({ code: 'amount_not_whole', candidateId: 'A', field })
})

it('given a limit that is no number, then it is refused by the name of the limit', () => {
  expect(refusedUnder(threeOptions, { kind: 'totalBudget', limit: Number.NaN })).toMatchObject({ code: 'amount_not_whole', field: 'totalBudget.limit' })
})

it('given amounts from one to a million millions, then the smallest still decides, because every sum is exact', () => {
  const scales = [option('large', 9e12, 6e12), option('other', 7e12, 4e12), option('small', 1, 1)]
  expect([...chosenUnder(scales, { kind: 'totalBudget', limit: 1e13 + 1 }).chosen].sort()).toEqual(['large', 'other', 'small'])
  expect([...chosenUnder(scales, { kind: 'totalBudget', limit: 1e13 }).chosen].sort()).toEqual(['large', 'other'])
})
