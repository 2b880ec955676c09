import { expect, it } from 'vitest'
import { chosenUnder, option } from '../testing/given.ts'

it('given a cap of 6 on one department, then only its best project, because 5 + 4 > 6; the other department is not touched', () => {
  const candidates = [option('road', 9, 5, { departmentId: 'T' }), option('rail', 8, 4, { departmentId: 'T' }), option('ward', 1, 50, { departmentId: 'H' })]
  expect(chosenUnder(candidates, { kind: 'departmentCap', departmentId: 'T', limit: 6 }).chosen).toEqual(['road', 'ward'])
})
