import { expect, it } from 'vitest'
import { givenPairs, givenValues } from './judged.ts'

const objectives = [{ key: 'rivers', statement: 'Clean rivers', description: '', weight: 0.5 }, { key: 'roads', statement: 'Safe roads', description: '', weight: 0.5 }]

it('reads what is given to objectives and pairs, and names what it cannot read', () => {
  expect(givenValues(['Clean rivers=40', 'roads = 12.5'], objectives)).toEqual([{ key: 'rivers', value: 40 }, { key: 'roads', value: 12.5 }])
  expect(givenPairs(['rivers:roads=3', 'Safe roads:Clean rivers=1/3'], objectives)).toEqual([{ a: 'rivers', b: 'roads', ratio: 3 }, { a: 'roads', b: 'rivers', ratio: 1 / 3 }])
  expect(() => givenValues(['Clean rivers'], objectives)).toThrow('Found --give Clean rivers; expected an objective, = and a number.')
  expect(() => givenPairs(['rivers=3'], objectives)).toThrow('Found --pair rivers=3')
})
