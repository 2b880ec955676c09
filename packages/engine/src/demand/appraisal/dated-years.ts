import { addDays, contains, daysBetween, fiscalYear, type CivilDate, type FiscalCalendar } from '../../kernel/index.ts'
import type { DatedFlow } from './flows.ts'

/** The fiscal years that flows are given by, and between which days work is done; either day may not be known. */
export type WorkDays = { readonly calendar: FiscalCalendar; readonly startOn: CivilDate | null; readonly endOn: CivilDate | null }

/**
 * What each year costs and brings, on days (dated-rate-of-return): in the middle of the part of its fiscal year in which it can fall. Nothing
 * is spent before work starts, and nothing comes in before it ends; a year that says otherwise is taken at its word, and in the middle.
 */
export const datedYears = (flows: readonly { readonly year: number; readonly cost: number; readonly benefit: number }[], { calendar, startOn, endOn }: WorkDays): readonly DatedFlow[] =>
  flows.flatMap(({ year, cost, benefit }) => [...(cost === 0 ? [] : [{ on: middleOf(calendar, year, startOn), amount: -cost }]), ...(benefit === 0 ? [] : [{ on: middleOf(calendar, year, endOn), amount: benefit }])])

/** The middle day of a fiscal year, or of what is left of it from a day within it. */
function middleOf(calendar: FiscalCalendar, year: number, notBefore: CivilDate | null): CivilDate {
  const whole = fiscalYear(calendar, year)
  const from = notBefore !== null && contains(whole, notBefore) ? notBefore : whole.from
  return addDays(from, Math.floor(daysBetween(from, whole.to) / 2))
}
