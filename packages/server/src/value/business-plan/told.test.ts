import { expect, it } from 'vitest'
import { told } from './told.ts'

it('tells whole amounts in their unit, and days with the last one', () => {
  const [year, next] = [{ from: '2027-01-01', to: '2028-01-01', baseline: '100000', planned: '80050' }, { from: '2028-01-01', to: '2029-01-01', baseline: null, planned: '34' }]
  expect(told({ name: 'Postage', unit: 'GBP.cash', amounts: [year] })).toEqual({ name: 'Postage', unitOfAccount: 'GBP.cash', amounts: [{ from: '2027-01-01', lastDay: '2027-12-31', baseline: '1,000.00 GBP (cash)', planned: '800.50 GBP (cash)' }] })
  expect(told({ unit: 'people', amounts: [next] }).amounts).toEqual([{ from: '2028-01-01', lastDay: '2028-12-31', baseline: null, planned: '34 people' }])
})
