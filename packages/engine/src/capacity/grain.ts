import { civilDate, daysInMonth, fiscalYear, fiscalYearLabel, fiscalYearOf, period, type CivilDate, type FiscalCalendar, type Period } from '../kernel/index.ts'

/** How finely an organisation plans its people and budgets: months, quarters or years of its fiscal calendar. */
export const grains = ['month', 'quarter', 'year'] as const
export type Grain = (typeof grains)[number]

/** Months of a period of each grain. */
export const monthsOf: Readonly<Record<Grain, number>> = { month: 1, quarter: 3, year: 12 }

/** The date so many months later; a day that the month lacks becomes its last: 31 January and one month → 28 February. */
export function addMonths(date: CivilDate, months: number): CivilDate {
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))]
  const at = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1]
  return civilDate(inYear, inMonth, Math.min(day, daysInMonth(inYear, inMonth)))
}

/** The period of the calendar that holds a date: 2027-05-10 by quarters of the UK's year → 1 April to 1 July 2027. */
export function periodAt(calendar: FiscalCalendar, grain: Grain, date: CivilDate): Period {
  const parts = partsOf(calendar, grain, fiscalYearOf(calendar, date))
  return parts.findLast(({ from }) => from <= date) ?? fiscalYear(calendar, fiscalYearOf(calendar, date))
}

/** So many periods in a row, the first the one that holds `from`. Together they have neither gap nor overlap. */
export function periodsFrom(calendar: FiscalCalendar, grain: Grain, from: CivilDate, count: number): readonly Period[] {
  const periods: Period[] = []
  for (let at = from; periods.length < count; at = periods.at(-1)?.to ?? at) periods.push(periodAt(calendar, grain, at))
  return periods
}

/** The periods of one fiscal year. */
function partsOf(calendar: FiscalCalendar, grain: Grain, year: number): readonly Period[] {
  const { from, to } = fiscalYear(calendar, year)
  const months = monthsOf[grain]
  const starts = Array.from({ length: 12 / months }, (_, part) => addMonths(from, part * months))
  return starts.map((start, part) => period(start, starts[part + 1] ?? to))
}

/** The name of a period: `2027-28`, `Q2 2027-28`, or `Jul 2027`. */
export function periodLabel(calendar: FiscalCalendar, grain: Grain, { from }: Period): string {
  const year = fiscalYearOf(calendar, from)
  switch (grain) {
    case 'year':
      return fiscalYearLabel(calendar, year)
    case 'quarter':
      return `Q${partsOf(calendar, grain, year).findIndex((part) => part.from === from) + 1} ${fiscalYearLabel(calendar, year)}`
    case 'month':
      return `${monthNames[Number(from.slice(5, 7)) - 1] ?? ''} ${from.slice(0, 4)}`
  }
}

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
