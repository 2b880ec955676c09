import { civilDate, daysBetween, type CivilDate } from './civil.ts'
import { invariant } from './result.ts'

/** Half-open interval `[from, to)`: starts inside, ends outside (conventions 0.4). */
export type Period = { readonly from: CivilDate; readonly to: CivilDate }

/** A period that ends after it starts. */
export function period(from: CivilDate, to: CivilDate): Period {
  invariant(from < to, `the period from ${from} ends after it starts, not on ${to}`)
  return { from, to }
}

export const contains = (p: Period, date: CivilDate): boolean => p.from <= date && date < p.to
export const overlaps = (a: Period, b: Period): boolean => a.from < b.to && b.from < a.to
export const lengthDays = (p: Period): number => daysBetween(p.from, p.to)

/** Days that two periods share; 0 where they only touch. */
export function sharedDays(a: Period, b: Period): number {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return from < to ? daysBetween(from, to) : 0
}

/**
 * A fiscal calendar of whole years that begin on a fixed month and day (`gregorian_offset`).
 * `label` says how a year is written: 2024-25 (`span`), FY2025 for the year it ends in (`end`), or FY2024 (`start`).
 */
export type FiscalCalendar = { readonly startMonth: number; readonly startDay: number; readonly label: 'span' | 'start' | 'end' }

/** The UK government's year, 1 April to 31 March, written 2024-25. */
export const ukFiscalCalendar: FiscalCalendar = { startMonth: 4, startDay: 1, label: 'span' }

/** The calendar year in which the fiscal year that holds `date` begins: 2024-03-31 → 2023 in the UK. */
export function fiscalYearOf(calendar: FiscalCalendar, date: CivilDate): number {
  const year = Number(date.slice(0, 4))
  return date < civilDate(year, calendar.startMonth, calendar.startDay) ? year - 1 : year
}

/** The fiscal year that begins in calendar year `year`, as a half-open period. */
export function fiscalYear(calendar: FiscalCalendar, year: number): Period {
  return period(civilDate(year, calendar.startMonth, calendar.startDay), civilDate(year + 1, calendar.startMonth, calendar.startDay))
}

/** The name of the fiscal year that begins in `year`: 2024 → '2024-25'. */
export function fiscalYearLabel(calendar: FiscalCalendar, year: number): string {
  const wholeYear = calendar.startMonth === 1 && calendar.startDay === 1
  if (wholeYear) return String(year)
  switch (calendar.label) {
    case 'span':
      return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
    case 'start':
      return `FY${year}`
    case 'end':
      return `FY${year + 1}`
  }
}
