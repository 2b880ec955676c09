import { addDays, civilDate, fiscalYear, fiscalYearOf, type CivilDate, type FiscalCalendar, type Period } from '../../kernel/index.ts'
import type { MeasureDefinition } from './facts.ts'

/** The period of a measure that holds a day: the month, the quarter or the fiscal year; of what is reported now and then the day itself. */
export function periodHolding(frequency: MeasureDefinition['frequency'], calendar: FiscalCalendar, on: CivilDate): Period {
  switch (frequency) {
    case 'month': return monthsFrom({ startMonth: 1, startDay: 1, label: 'start' }, on, 1)
    case 'quarter': return monthsFrom(calendar, on, 3)
    case 'year': return fiscalYear(calendar, fiscalYearOf(calendar, on))
    case 'ad_hoc': return { from: on, to: addDays(on, 1) }
  }
}

/** The stretch of so many months that holds a day, counted from the begin of its fiscal year. */
function monthsFrom(calendar: FiscalCalendar, on: CivilDate, months: number): Period {
  const year = fiscalYearOf(calendar, on)
  const begins = (step: number): CivilDate => {
    const month = calendar.startMonth - 1 + step * months
    return civilDate(year + Math.floor(month / 12), (month % 12) + 1, calendar.startDay)
  }
  const count = 12 / months
  const step = Array.from({ length: count }, (_, at) => at).findLast((at) => begins(at) <= on) ?? 0
  return { from: begins(step), to: begins(step + 1) }
}

/** Most periods that a series has; a hundred years of months. */
export const mostPeriods = 1200

/** The periods from the one that holds a day to the one that holds another, without a gap; of what is reported now and then none lie between. */
export function periodsBetween(frequency: MeasureDefinition['frequency'], calendar: FiscalCalendar, first: CivilDate, last: CivilDate): readonly Period[] {
  const periods: Period[] = []
  for (let at = periodHolding(frequency, calendar, first); at.from <= last && periods.length < mostPeriods; at = periodHolding(frequency, calendar, at.to)) periods.push(at)
  return periods
}
