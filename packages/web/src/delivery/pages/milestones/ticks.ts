import { civilDate, dateOfDay, dayNumber } from '@throughline/engine/kernel'

/** First days of years, quarters or months between two days, as many as an axis can bear. */
export function dateTicks(fromDay: number, toDay: number, label: (date: string) => string): readonly { readonly at: number; readonly label: string }[] {
  const [from, to] = [dateOfDay(fromDay), dateOfDay(toDay)]
  const step = toDay - fromDay > 900 ? 12 : toDay - fromDay > 240 ? 3 : 1
  const [first, last] = [Number(from.slice(0, 4)) * 12, Number(to.slice(0, 4)) * 12 + 11]
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, at) => first + at * step)
    .map((month) => civilDate(Math.floor(month / 12), (month % 12) + 1, 1))
    .filter((date) => date >= from && date <= to)
    .map((date) => ({ at: dayNumber(date), label: step === 12 ? date.slice(0, 4) : label(date) }))
}
