import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

const candidates = [option('small', 1, 3, { departmentId: 'N' }), option('large', 50, 7, { departmentId: 'S' }), option('huge', 90, 8, { departmentId: 'S' })]

it('given that N gets 30 % of the cost, then large and small (3 of 10), because huge and small would leave N with 3 of 11', () => {
  expect(chosenUnder(candidates, { kind: 'minimumShare', departmentId: 'N', leastPercent: 30 })).toMatchObject({ chosen: ['large', 'small'], cost: 10 })
})

it('given 27 %, then huge and small, because 3 of 11 is 27.3 %', () => {
  expect(chosenUnder(candidates, { kind: 'minimumShare', departmentId: 'N', leastPercent: 27 }).chosen).toEqual(['huge', 'small'])
})
