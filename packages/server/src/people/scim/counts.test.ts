import { expect, it } from 'vitest'
import { known, undefinedBecause } from '@throughline/engine/kernel'
import { countsFor } from './acts/change-rule.ts'

const few = undefinedBecause('SMALL_GROUP')
const kept = { people: 12, active: 10, groups: [{ name: 'Board', people: 3 }, { name: 'PMO', people: 9 }, { name: 'Nobody', people: 0 }] }

it('tells who sees people one by one how many there are', () => expect(countsFor(kept, true)).toEqual({ people: known(12), active: known(10), groups: [{ name: 'Board', people: known(3) }, { name: 'PMO', people: known(9) }, { name: 'Nobody', people: known(0) }] }))

it('tells nobody else of so few that it is about each: neither a small group, nor the two inactive ones by the difference', () => {
  const { people, active, groups } = countsFor(kept, false)
  expect(groups).toEqual([{ name: 'Board', people: few }, { name: 'PMO', people: known(9) }, { name: 'Nobody', people: known(0) }])
  expect([people, active].filter(({ status }) => status === 'ok').length).toBeLessThan(2)
  expect(countsFor({ people: 12, active: 6, groups: [] }, false)).toEqual({ people: known(12), active: known(6), groups: [] })
})
