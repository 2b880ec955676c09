import { ukFiscalCalendar } from '@throughline/engine/kernel'
import { describe, expect, it } from 'vitest'
import { minorOf, yearsFor } from './entered.ts'

describe('an amount', () => {
  it('goes out in minor units, whatever the digits of its currency', () => {
    expect(minorOf('1234.5', 'GBP')).toBe('123450')
    expect(minorOf('-0.05', 'GBP')).toBe('-5')
    expect(minorOf('1500', 'JPY')).toBe('1500')
    expect(minorOf('90071992547409931', 'GBP')).toBe('9007199254740993100')
    expect(minorOf(null, 'GBP')).toBeUndefined()
  })
})

describe('the years', () => {
  // 31 March 2026 still lies in 2025-26
  it('end with the year that has begun for what was realised', () => {
    expect(yearsFor('realised', ukFiscalCalendar, '2026-03-31')[0]).toEqual({ value: '2025', label: '2025-26' })
    expect(yearsFor('realised', ukFiscalCalendar, '2026-04-01')[0]?.value).toBe('2026')
  })
  it('reach ahead for what is promised or forecast', () => {
    const years = yearsFor('forecast', ukFiscalCalendar, '2026-04-01')
    expect(years[0]?.value).toBe('2066')
    expect(years.at(-1)?.value).toBe('1996')
  })
})
