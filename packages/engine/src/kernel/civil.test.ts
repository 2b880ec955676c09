import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, civilDate, dateOfDay, dayNumber, daysBetween, daysInMonth, isCivilDate } from './civil.ts'

const millisecondsPerDay = 86_400_000

describe('civil dates', () => {
  it('agree with the clock of the platform on every day of 400 years', () => {
    const [first, last] = [Date.UTC(1800, 0, 1) / millisecondsPerDay, Date.UTC(2200, 0, 1) / millisecondsPerDay]
    let wrong = 0
    for (let day = first; day < last; day++) {
      const text = new Date(day * millisecondsPerDay).toISOString().slice(0, 10)
      if (dateOfDay(day) !== text || dayNumber(text) !== day) wrong += 1
    }
    // a Gregorian cycle of 400 years holds 146,097 days
    expect([last - first, wrong]).toEqual([146097, 0])
  })

  it('begin at 1970-01-01 and know the century rule', () => {
    expect(dayNumber('1970-01-01')).toBe(0)
    expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2)
    expect(dayNumber('1900-03-01') - dayNumber('1900-02-28')).toBe(1)
    expect(dateOfDay(-1)).toBe('1969-12-31')
  })

  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '2024-01-00', '20240101', '2024-01-01T00:00', ''])('%j is no date', (text) => {
    expect(isCivilDate(text)).toBe(false)
    expect(() => dayNumber(text)).toThrow('is a date of the calendar')
  })

  it('add and subtract without loss, and compare as text', () => {
    const day = fc.integer({ min: -250_000, max: 800_000 })
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = [dateOfDay(a), dateOfDay(b)]
        expect(daysBetween(from, to)).toBe(b - a)
        expect(addDays(from, b - a)).toBe(to)
        expect(from < to).toBe(a < b)
      }),
    )
  })

  it('write years of fewer than four digits in full', () => {
    expect(civilDate(987, 6, 5)).toBe('0987-06-05')
    expect(() => civilDate(2023, 2, 29)).toThrow('2023-02-29')
  })

  it('know the length of months', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => daysInMonth(2023, month))).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])
    expect([1900, 2000, 2023, 2024].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29])
  })
})
