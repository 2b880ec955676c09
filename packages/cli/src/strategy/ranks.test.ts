import { expect, it } from 'vitest'
import { doubtSaid } from './ranks.ts'

const typed = (doubt: string | undefined, order = false) => ({ one: (option: string) => (option === 'doubt' ? doubt : undefined), on: () => order })

it('doubts weights by a share or in any order, and not by both', () => {
  expect([doubtSaid(typed(undefined)), doubtSaid(typed('30')), doubtSaid(typed(undefined, true))]).toEqual([undefined, { kind: 'around', doubt: 0.3 }, { kind: 'order' }])
  expect(() => doubtSaid(typed('30', true))).toThrow('Found --order and --doubt 30; expected one of them')
  expect(() => doubtSaid(typed('130'))).toThrow('expected a whole number from 0 to 100')
})
