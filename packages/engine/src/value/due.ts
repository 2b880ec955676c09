import { addDays, addMoney, fiscalYear, subtractMoney, sumMoney, type Money } from '../kernel/index.ts'
import type { BenefitFacts, BookFacts } from './facts.ts'

/** How a forecast stands at a day: what is due by then, what comes later, what has no date, what was recorded. Sums to the forecast. */
export type Standing = { readonly due: Money; readonly later: Money; readonly undated: Money; readonly realised: Money; readonly measured: boolean }

/** Splits one initiative's forecast at the end of the last fiscal year that is over on `asOf`. */
export function standingOf(facts: BenefitFacts, book: Pick<BookFacts, 'zero' | 'asOf' | 'calendar'>): Standing {
  const isOver = (year: number): boolean => fiscalYear(book.calendar, year).to <= nextDayOf(book.asOf)
  const sum = (amounts: readonly Money[]): Money => sumMoney(amounts, book.zero)
  const forecast = facts.forecast.status === 'ok' ? facts.forecast.value : book.zero
  const due = sum(facts.forecastByYear.filter(({ year }) => isOver(year)).map(({ amount }) => amount))
  const later = sum(facts.forecastByYear.filter(({ year }) => !isOver(year)).map(({ amount }) => amount))
  return {
    due,
    later,
    undated: subtractMoney(forecast, addMoney(due, later)),
    realised: sum(facts.realised.map(({ amount }) => amount)),
    measured: facts.realised.length > 0,
  }
}

/** A year that ends on the evening of 31 March is over at the position of 31 March: compare with the day after. */
const nextDayOf = (date: string): string => addDays(date, 1)
