import { expect, it } from 'vitest'
import { groundWords } from './grounds.ts'

const kept = { id: '01890a5d-ac96-774b-bcce-b302099a8057', version: 1 }
const policy = { ...kept, kind: 'policy', name: 'Nothing above 5m', attribute: 'cost', rule: 'at_most', value: '500000000', from: null, to: '2027-04-01' } as const

it('says what a policy asks for, and withholds an amount that may not be seen', () => {
  expect(groundWords(policy, 'GBP')).toBe('Nothing above 5m: cost at most GBP 5.00m, until 2027-04-01')
  expect(groundWords({ ...policy, value: null }, 'GBP')).toBe('Nothing above 5m: cost at most (withheld), until 2027-04-01')
  expect(groundWords({ ...policy, attribute: 'category', rule: 'differs', value: 'IT', to: null }, 'GBP')).toBe('Nothing above 5m: category anything but IT')
})

it('says what is rewarded, needed and changed, and what of it is gone', () => {
  const named = { id: kept.id, name: 'Quay' }
  expect(groundWords({ ...kept, kind: 'reward', role: 'Buyer', direction: 'lower', measure: null }, 'GBP')).toBe('Buyer is rewarded for a lower (measure that is gone)')
  expect(groundWords({ ...kept, kind: 'asset_need', asset: 'the crane', state: 'working', from: '2026-01-01', to: '2026-07-01', initiative: named }, 'GBP')).toBe('Quay needs the crane to be working from 2026-01-01 until 2026-07-01')
  expect(groundWords({ ...kept, kind: 'asset_change', asset: 'the crane', state: 'sold', on: '2026-04-01', initiative: null }, 'GBP')).toBe('(initiative that is gone) makes the crane sold on 2026-04-01')
})
