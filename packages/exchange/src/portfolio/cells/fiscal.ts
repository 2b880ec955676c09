import { addDays, civilDate, daysInMonth, fiscalYear, type FiscalCalendar } from '@throughline/engine/kernel'
import type { Days } from './day.ts'

/**
 * A financial year or one of its quarters: '2023-24', 'FY2023/24', 'FY2024', 'Q2 2023-24', '2023-24 Q4'. A single year after FY is
 * the one that the calendar labels so: for `start` the year it begins in, else the year it ends in.
 */
export function readFiscalDays(text: string, calendar: FiscalCalendar): Days | undefined {
  const match = pattern.exec(text.trim())
  if (!match) return undefined
  const [first, end] = [match[2] ?? match[6] ?? `20${match[4] ?? ''}`, match[3] ?? match[5] ?? match[7]]
  if (end !== undefined && (Number(first) + 1) % 100 !== Number(end)) return undefined
  const startsIn = end !== undefined || calendar.label === 'start' || (calendar.startMonth === 1 && calendar.startDay === 1) ? Number(first) : Number(first) - 1
  const year = fiscalYear(calendar, startsIn)
  const quarter = match[1] ?? match[8]
  if (quarter === undefined) return { from: year.from, to: addDays(year.to, -1) }
  const from = monthsAfter(year.from, (Number(quarter) - 1) * 3)
  return { from, to: addDays(monthsAfter(year.from, Number(quarter) * 3), -1) }
}

/** Whether a text is a financial year or a quarter of one, whichever calendar it belongs to. */
export const isFiscal = (text: string): boolean => text.length < 30 && pattern.test(text.trim()) && !/^\d{2}$/.test(text.trim())

/** Whether a column's dates are financial years: one such as '2023-24' cannot be a month, so '2011-12' beside it is none. */
export const hasSpans = (texts: readonly string[]): boolean => texts.some((text) => /^\s*20\d\d-(1[3-9]|[2-9]\d)\s*$/.test(text))

const pattern =
  /^(?:Q([1-4])[ ,/-]*)?(?:(20\d\d)\s?[-/–]\s?(?:20)?(\d\d)|FY\s?'?(?:20)?(\d\d)(?:\s?[-/–]\s?(?:20)?(\d\d))?|FY\s?(20\d\d)\s?[-/–]\s?(?:20)?(\d\d))(?:[ ,/-]*Q([1-4]))?$/i

function monthsAfter(date: string, count: number): string {
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count
  const [year, month] = [Math.floor(months / 12), (months % 12) + 1]
  return civilDate(year, month, Math.min(Number(date.slice(8)), daysInMonth(year, month)))
}
