import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ukFiscalCalendar, type FiscalCalendar } from '../../kernel/index.ts'
import { appraise, datedYears, type AppraisalChoices } from './index.ts'

const plain: FiscalCalendar = { startMonth: 1, startDay: 1, label: 'start' }
const choices: AppraisalChoices = { currency: 'GBP', rate: { perYear: 0.05, basis: 'nominal', timing: 'end' }, prices: 'nominal', inflation: 0, bias: null }

it('falls in the middle of a year, of what is left of it once work starts, and once it ends', () => {
  const years = [{ year: 2025, cost: 100, benefit: 0 }, { year: 2026, cost: 20, benefit: 60 }]
  // 2 July: 182 of 365 days after 1 January; from 1 October 92 days are left, the middle 46 later.
  expect(datedYears(years, { calendar: plain, startOn: '2025-10-01', endOn: '2026-10-01' })).toEqual([{ on: '2025-11-16', amount: -100 }, { on: '2026-07-02', amount: -20 }, { on: '2026-11-16', amount: 60 }])
  expect(datedYears(years, { calendar: ukFiscalCalendar, startOn: null, endOn: null }).map(({ on }) => on)).toEqual(['2025-09-30', '2026-09-30', '2026-09-30'])
})

it('100 spent on one day and 110 back 365 days later is 10 %, in the business case as well', () => {
  const [years, days] = [[{ year: 2025, cost: 100, benefit: 0 }, { year: 2026, cost: 0, benefit: 110 }], { calendar: plain, startOn: null, endOn: null }]
  const found = appraise(years, { ...choices, days })
  expect(found.status === 'ok' && found.value.figures.dated_rate.metric).toEqual({ status: 'ok', value: expect.closeTo(0.1, 9) })
  // Late work brings its first benefits late, and earns less a year for it.
  const late = appraise(years, { ...choices, days: { ...days, endOn: '2026-12-01' } })
  expect(late.status === 'ok' && late.value.figures.dated_rate.metric).toMatchObject({ status: 'ok', value: expect.closeTo(1.1 ** (365 / 532) - 1, 9) })
})

it('without days there is none, and says what it needs', () => {
  const found = appraise([{ year: 2025, cost: 100, benefit: 0 }, { year: 2026, cost: 0, benefit: 110 }], choices)
  expect(found.status === 'ok' && found.value.figures.dated_rate.metric).toEqual({ status: 'missing', inputs: ['days of the work'] })
})

it('loses nothing: dated flows sum to those of the years', () => {
  const flow = fc.record({ year: fc.integer({ min: 2020, max: 2040 }), cost: fc.integer({ min: 0, max: 1000 }), benefit: fc.integer({ min: 0, max: 1000 }) })
  fc.assert(fc.property(fc.array(flow), (years) => {
    const dated = datedYears(years, { calendar: ukFiscalCalendar, startOn: '2025-02-03', endOn: '2030-11-09' })
    expect(dated.reduce((sum, { amount }) => sum + amount, 0)).toBe(years.reduce((sum, { cost, benefit }) => sum + benefit - cost, 0))
  }))
})
