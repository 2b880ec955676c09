import { expect, it } from 'vitest'
import { departmentMeant } from './department.ts'

it('means a code before a name, and says where a name means several', () => {
  const units = [{ name: 'Sales', code: 'N1' }, { name: 'Operations', code: 'OPS' }, { name: 'sales', code: 'S1' }, { name: 'N1', code: 'X' }]
  expect(['operations', 'ops', 'n1', 's1', 'Rent'].map((text) => departmentMeant(units, text))).toEqual([units[1], units[1], units[0], units[2], undefined])
  expect(departmentMeant(units, 'Sales')).toBe('several')
})
