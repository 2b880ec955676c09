import { periodLabel, periodsFrom, type Grain } from '@throughline/engine/capacity'
import { fiscalYear, fiscalYearLabel, type FiscalCalendar } from '@throughline/engine/kernel'

/** A value period as it is opened. */
export type PeriodToOpen = { readonly code: string; readonly name: string; readonly from: string; readonly to: string }

/** The value periods of a fiscal year by months, quarters or as a whole: `2026-10` October, `2026-27-Q1`, `2026-27`. */
export function periodsOfYear(calendar: FiscalCalendar, year: number, grain: Grain): readonly PeriodToOpen[] {
  const label = fiscalYearLabel(calendar, year)
  const count = grain === 'month' ? 12 : grain === 'quarter' ? 4 : 1
  const codeOf = (from: string, at: number): string => (grain === 'month' ? from.slice(0, 7) : grain === 'quarter' ? `${label}-Q${at + 1}` : label)
  return periodsFrom(calendar, grain, fiscalYear(calendar, year).from, count).map((period, at) => ({ code: codeOf(period.from, at), name: periodLabel(calendar, grain, period), from: period.from, to: period.to }))
}
