import { fiscalYearLabel, type FiscalCalendar } from '@throughline/engine/kernel'
import { formatDate, formatNumber } from '../ui/format.ts'
import { signed } from './number.ts'

/** A civil date in the manner of the locale: `31 Mar 2026`. */
export const dateText = (date: string, locale: string): string => formatDate(date, locale)

/** Month and year of a civil date: `Mar 2026`. */
export function monthText(date: string, locale: string): string {
  return formatOf(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`))
}

/** An instant as the reader's own date and time: `20 Nov 2026, 14:05`. */
export function instantText(instant: string, locale: string): string {
  return formatOf(locale, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(new Date(instant))
}

/** A slip in days, in months where it is long (a month of 365.25 / 12 days): 214 → `+7 months`, −12 → `−12 days`. */
export function slipText(days: number, locale: string): string {
  if (Math.abs(days) < 60) return `${signed(days, locale, 0)} ${Math.abs(days) === 1 ? 'day' : 'days'}`
  return `${signed(Math.round(days / (365.25 / 12)), locale, 0)} months`
}

/** The name of the fiscal year that begins in calendar year `year`: `2024-25`. */
export const yearText = (calendar: FiscalCalendar, year: number): string => fiscalYearLabel(calendar, year)

/** A length of time in seconds for a person who waits: `12 s`, `3 min`. */
export function waitText(seconds: number, locale: string): string {
  return seconds < 90 ? `${formatNumber(seconds, locale, 0)} s` : `${formatNumber(seconds / 60, locale, 0)} min`
}

const formats = new Map<string, Intl.DateTimeFormat>()
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, kept)
  return kept
}
