import { addDays, addMoney, fiscalYear, subtractMoney, sumMoney, type Money } from '../kernel/index.ts'
import type { BenefitFacts, BookFacts, YearAmount } from './facts.ts'

/** How a forecast stands at a day: what is due by then, what comes later, what has no date, what was recorded. Sums to the forecast. */
export type Standing = { readonly due: Money; readonly later: Money; readonly undated: Money; readonly realised: Money; readonly measured: boolean }

/** Splits one initiative's forecast at the end of the last fiscal year that is over on `asOf`. Of a year that is not over, what was realised in it already is due, up to its forecast. */
export function standingOf(facts: BenefitFacts, book: Pick<BookFacts, 'zero' | 'asOf' | 'calendar'>): Standing {
  const isOver = (year: number): boolean => fiscalYear(book.calendar, year).to <= nextDayOf(book.asOf)
  const sum = (amounts: readonly Money[]): Money => sumMoney(amounts, book.zero)
  const forecast = facts.forecast.status === 'ok' ? facts.forecast.value : book.zero
  const due = sum(facts.forecastByYear.map(({ year, amount }) => (isOver(year) ? amount : realisedOf(amount, facts.realised.filter((one) => one.year === year), book.zero))))
  const later = subtractMoney(sum(facts.forecastByYear.map(({ amount }) => amount)), due)
  return {
    due,
    later,
    undated: subtractMoney(forecast, addMoney(due, later)),
    realised: sum(facts.realised.map(({ amount }) => amount)),
    measured: facts.realised.length > 0,
  }
}

/** What of a year's forecast was realised: no more than it, and nothing where the signs differ. */
function realisedOf(forecast: Money, years: readonly YearAmount[], zero: Money): Money {
  const realised = sumMoney(years.map(({ amount }) => amount), zero)
  if (forecast.minor < 0n !== realised.minor < 0n) return zero
  return (forecast.minor < 0n ? realised.minor < forecast.minor : realised.minor > forecast.minor) ? forecast : realised
}

/** A year that ends on the evening of 31 March is over at the position of 31 March: compare with the day after. */
const nextDayOf = (date: string): string => addDays(date, 1)
