import { mostPlanPeriods, type PlanRow } from '@throughline/contract/value'
import { addDays } from '@throughline/engine/kernel'
import { expect, it } from 'vitest'
import { issueOf } from './row-issue.ts'

const row: PlanRow = { line: 2, name: 'Postage', kind: 'cost', department: null, unit: 'GBP.cash', from: '2027-01-01', to: '2028-01-01', baseline: '1000', planned: '800' }

it('takes a row that shares no day, passes over one that is there, and names one that says otherwise', () => {
  expect(issueOf(row, [{ ...row, from: '2028-01-01', to: '2029-01-01' }])).toBeUndefined()
  expect(issueOf(row, [row])).toBe('there')
  expect(issueOf({ ...row, planned: '700' }, [row])).toMatchObject({ code: 'plan_periods_unsound', found: '2027-01-01 until 2028-01-01' })
  expect(issueOf({ ...row, kind: 'headcount' }, [])).toMatchObject({ code: 'plan_unit_differs', found: 'GBP.cash' })
})

it('leaves a line no more periods than the line can be changed with', () => {
  const days = Array.from({ length: mostPlanPeriods }, (_, at) => ({ from: addDays('2020-01-01', at), to: addDays('2020-01-01', at + 1), baseline: null, planned: '1' }))
  expect(issueOf(row, days.slice(1))).toBeUndefined()
  expect(issueOf(row, days)).toMatchObject({ expected: `at most ${mostPlanPeriods} periods of a line` })
})
