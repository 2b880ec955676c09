import { fiscalYearLabel, money, ukFiscalCalendar as april } from '@throughline/engine/kernel'
import { expect, it } from 'vitest'
import { firstDraft } from './begin.ts'

const amount = money(100n, 'GBP')

it('begins in the fiscal year of the organisation, so that what is left of it is not sunk', () => {
  const years = { cost: [2025, 2026, 2027].map((year) => ({ year, amount, source: 'Given' })), benefits: [] }
  const on = (today: string) => firstDraft({ name: 'Bridge', currency: 'GBP', framework: undefined, today, calendar: april, years })
  // February 2027 lies in 2026-27: what is spent in it counts.
  const before = on('2027-02-10')
  expect([fiscalYearLabel(april, before.basis.presentYear), before.basis.priceYear, before.options.at(-1)?.lines[0]?.amounts.map(({ year }) => year)]).toEqual(['2026-27', 2026, [2026, 2027]])
  expect(on('2027-04-01').basis.presentYear).toBe(2027)
})
