import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dateOfDay } from './civil.ts'
import { contains, fiscalYear, fiscalYearLabel, fiscalYearOf, lengthDays, overlaps, period, sharedDays, ukFiscalCalendar, type FiscalCalendar, type Period } from './period.ts'

const day = fc.integer({ min: 0, max: 40_000 })
const periods = fc.tuple(day, fc.integer({ min: 1, max: 900 })).map(([from, length]): Period => period(dateOfDay(from), dateOfDay(from + length)))

describe('half-open periods', () => {
  const april = period('2024-04-01', '2024-05-01')

  it('hold their first day and not their last', () => {
    expect(contains(april, '2024-04-01')).toBe(true)
    expect(contains(april, '2024-04-30')).toBe(true)
    expect(contains(april, '2024-05-01')).toBe(false)
    expect(contains(april, '2024-03-31')).toBe(false)
    expect(lengthDays(april)).toBe(30)
  })

  it('touch without sharing a day', () => {
    const may = period('2024-05-01', '2024-06-01')
    expect(overlaps(april, may)).toBe(false)
    expect(sharedDays(april, may)).toBe(0)
    expect(sharedDays(april, period('2024-04-20', '2024-05-10'))).toBe(11)
  })

  it('end after they start', () => {
    expect(() => period('2024-04-01', '2024-04-01')).toThrow('ends after it starts')
    expect(() => period('2024-04-02', '2024-04-01')).toThrow('ends after it starts')
  })

  it('share a day exactly where they overlap, in either order', () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        expect(sharedDays(a, b)).toBe(sharedDays(b, a))
        expect(sharedDays(a, b) > 0).toBe(overlaps(a, b))
      }),
    )
  })

  it('cut in two hold every day once', () => {
    fc.assert(
      fc.property(periods, fc.nat(), day, (whole, at, probe) => {
        fc.pre(lengthDays(whole) > 1)
        const cut = addDays(whole.from, 1 + (at % (lengthDays(whole) - 1)))
        const halves = [period(whole.from, cut), period(cut, whole.to)]
        expect(halves.filter((half) => contains(half, dateOfDay(probe))).length).toBe(contains(whole, dateOfDay(probe)) ? 1 : 0)
        expect(halves.reduce((days, half) => days + lengthDays(half), 0)).toBe(lengthDays(whole))
      }),
    )
  })
})

describe('fiscal years', () => {
  it('run from 1 April in the United Kingdom', () => {
    expect(fiscalYearOf(ukFiscalCalendar, '2024-03-31')).toBe(2023)
    expect(fiscalYearOf(ukFiscalCalendar, '2024-04-01')).toBe(2024)
    expect(fiscalYear(ukFiscalCalendar, 2024)).toEqual({ from: '2024-04-01', to: '2025-04-01' })
  })

  it('hold the dates that they are said to hold', () => {
    const calendars = fc.record({ startMonth: fc.integer({ min: 1, max: 12 }), startDay: fc.integer({ min: 1, max: 28 }), label: fc.constant('span' as const) })
    fc.assert(fc.property(calendars, day, (calendar, number) => void expect(contains(fiscalYear(calendar, fiscalYearOf(calendar, dateOfDay(number))), dateOfDay(number))).toBe(true)))
  })

  it('are written as the organisation writes them', () => {
    const written = (label: FiscalCalendar['label'], year: number): string => fiscalYearLabel({ startMonth: 4, startDay: 1, label }, year)
    expect([written('span', 2024), written('span', 1999), written('start', 2024), written('end', 2024)]).toEqual(['2024-25', '1999-00', 'FY2024', 'FY2025'])
    expect(fiscalYearLabel({ startMonth: 1, startDay: 1, label: 'span' }, 2024)).toBe('2024')
  })
})
