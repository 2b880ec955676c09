import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { expect, it } from 'vitest'
import { periodsOfYear } from './opened-periods.ts'

it('a fiscal year is opened by months, quarters or as a whole, without gap or overlap', () => {
  const months = periodsOfYear(ukFiscalCalendar, 2026, 'month')
  expect([months.length, months[0], months[11]]).toEqual([12, { code: '2026-04', name: 'Apr 2026', from: '2026-04-01', to: '2026-05-01' }, { code: '2027-03', name: 'Mar 2027', from: '2027-03-01', to: '2027-04-01' }])
  expect(periodsOfYear(ukFiscalCalendar, 2026, 'quarter').map(({ code, from }) => `${code} ${from}`)).toEqual(['2026-27-Q1 2026-04-01', '2026-27-Q2 2026-07-01', '2026-27-Q3 2026-10-01', '2026-27-Q4 2027-01-01'])
  expect(periodsOfYear(ukFiscalCalendar, 2026, 'year')).toEqual([{ code: '2026-27', name: '2026-27', from: '2026-04-01', to: '2027-04-01' }])
  for (const grain of ['month', 'quarter'] as const) for (const [at, one] of periodsOfYear(ukFiscalCalendar, 2026, grain).entries()) if (at > 0) expect(one.from).toBe(periodsOfYear(ukFiscalCalendar, 2026, grain)[at - 1]?.to)
})
