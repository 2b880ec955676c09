import { civilDate, daysInMonth, dateOfDay, dayNumber, isCivilDate, type CivilDate } from '@throughline/engine/kernel'
import type { DayOrder } from '../draft.ts'

/** A day or, where only a month, quarter or year is written, the days from its first to its last. */
export type Days = { readonly from: CivilDate; readonly to: CivilDate }

/** Characters beyond which a text is prose and not looked at for a date. */
export const dayLengthLimit = 120

/** A written date: '31/03/2025', '30.06.08', '2025-03-31 00:00:00', '31 March 2025', 'Mar-25', 'Q4 2025', '2025', '45747'. */
export function readDay(text: string, order: DayOrder): Days | undefined {
  if (text.length > dayLengthLimit) return undefined
  const plain = text.replace(/[\u00a0\s]+/g, ' ').replace(/(?<=\d)(st|nd|rd|th)\b/i, '').replace(/^(mon|tues?|wed(nes)?|thur?s?|fri|satur|sun)(day)?,? /i, '').trim()
  return isoDay(plain) ?? numericDay(plain, order) ?? wordDay(plain) ?? wholePeriod(plain) ?? serialDay(plain)
}

/** The days that a text reads as in one way alone: none where it reads as two, and nothing in its column says which comes first. */
export function readOneWay(text: string, order: DayOrder | undefined): Days | undefined {
  const [dmy, mdy] = [readDay(text, order ?? 'dmy'), readDay(text, order ?? 'mdy')]
  return order === undefined && isNumericDay(text) && dmy?.to !== mdy?.to ? undefined : (dmy ?? mdy)
}

/** Two dates: '2027-03-31 to 2029-03-31', 'between March 2027 and March 2029', '31/03/27 - 31/03/29'. */
export function readDayRange(text: string, order: DayOrder): Days | undefined {
  if (text.length > 2 * dayLengthLimit) return undefined
  const plain = text.replace(/\b(between|from|range|earliest|latest|low(er)?|upper|high(er)?|min(imum)?|max(imum)?|end|bound)\b/gi, ' ').replace(/\(\s*\)|[[\]]|:(?!\d\d)/g, ' ').trim()
  for (const separator of [/(?<=^\d{4}-\d{2}-\d{2})\s*-\s*(?=\d{4})/, /\s+(?:to|and|until|till|\||\/)\s+/i, /\s*[–—;]\s*|,\s+(?=\d+[-/.]\d)/, /\s+-\s+/, /\n|\s{2,}/, /(?<=\d{4})\s*-\s*(?=\d)/]) {
    const [a, b, ...more] = plain.split(separator).map((part) => part.trim()).filter(Boolean)
    if (a === undefined || b === undefined || more.length > 0) continue
    const [low, high] = [readDay(a, order), readDay(b, order)]
    if (low && high) return { from: low.from, to: high.to }
  }
  return undefined
}

/** The order that most of a column's dates need; undefined where nothing in it decides. */
export function dayOrder(texts: readonly string[]): DayOrder | undefined {
  const pairs = texts.flatMap((text) => {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b/.exec(text)
    return match ? [[Number(match[1]), Number(match[2])] as const] : []
  })
  const [days, months] = [pairs.filter(([first]) => first > 12).length, pairs.filter(([, second]) => second > 12).length]
  if (days === months) return days === 0 ? undefined : 'dmy'
  return days > months ? 'dmy' : 'mdy'
}

/** Whether a text is a date in figures whose day and month could be exchanged. */
export const isNumericDay = (text: string): boolean => /^\s*\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b/.test(text)

function isoDay(text: string): Days | undefined {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  return match ? oneDay(Number(match[1]), Number(match[2]), Number(match[3])) : undefined
}

function numericDay(text: string, order: DayOrder): Days | undefined {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]m)?)?$/i.exec(text)
  if (!match) return undefined
  const [first, second, year] = [Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')]
  return order === 'dmy' ? oneDay(year, second, first) : oneDay(year, first, second)
}

function wordDay(text: string): Days | undefined {
  const dayFirst = /^(\d{1,2})[ -]?([a-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})$/i.exec(text)
  if (dayFirst) return oneDay(fullYear(dayFirst[3] ?? ''), monthOf(dayFirst[2] ?? ''), Number(dayFirst[1]))
  const monthFirst = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})$/i.exec(text)
  return monthFirst ? oneDay(Number(monthFirst[3]), monthOf(monthFirst[1] ?? ''), Number(monthFirst[2])) : undefined
}

/** A month, a calendar quarter or a calendar year: all its days, since none is named. */
function wholePeriod(text: string): Days | undefined {
  const month = /^([a-z]{3,9})\.?[ -]'?(\d{4}|\d{2})$/i.exec(text)
  if (month && monthOf(month[1] ?? '') > 0) return months(fullYear(month[2] ?? ''), monthOf(month[1] ?? ''), 1)
  const isoMonth = /^(\d{4})-(\d{2})$/.exec(text) ?? undefined
  if (isoMonth && Number(isoMonth[2]) >= 1 && Number(isoMonth[2]) <= 12) return months(Number(isoMonth[1]), Number(isoMonth[2]), 1)
  const quarter = /^Q([1-4])[ -/](\d{4})$/i.exec(text)
  if (quarter) return months(Number(quarter[2]), Number(quarter[1]) * 3 - 2, 3)
  return /^(19|20|21)\d{2}$/.test(text) ? months(Number(text), 1, 12) : undefined
}

/** Days since 1899-12-30, as Excel counts them from March 1900 on; 20000 is in 1954, 90000 in 2146. */
function serialDay(text: string): Days | undefined {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text)
  const serial = Number(match?.[1])
  if (!(serial >= 20_000 && serial <= 90_000)) return undefined
  const day = dateOfDay(dayNumber('1899-12-30') + serial)
  return { from: day, to: day }
}

const months = (year: number, first: number, count: number): Days => ({
  from: civilDate(year, first, 1),
  to: civilDate(year, first + count - 1, daysInMonth(year, first + count - 1)),
})

/** A day from 1900 to 2299; what lies beyond, such as the 31st of December 9999 for `never`, is no date of a plan. */
function oneDay(year: number, month: number, day: number): Days | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return year >= 1900 && year <= 2299 && isCivilDate(text) ? { from: text, to: text } : undefined
}

/** Two digits: up to 79 in this century, as spreadsheets with long-lived assets use them, else in the last. */
const fullYear = (digits: string): number => (digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 80 ? 2000 : 1900))

/** 1 to 12 for an English month name or its beginning, 0 for no month. */
function monthOf(word: string): number {
  const names = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
  return word.length < 3 ? 0 : names.findIndex((name) => name.startsWith(word.toLowerCase()) || (word.toLowerCase() === 'sept' && name === 'september')) + 1
}
