import { addDays, isCivilDate, ok, refuse } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import type { EntryRefusal } from './column.ts'

/**
 * Reads a date as an ISO civil date: `2026-11-20` (a time of day behind it is left out), the order of the locale with slashes, dashes or dots,
 * day.month.year with dots anywhere, and months by name in the locale or in English. Years of two digits are 1930 to 2029, as spreadsheets have it.
 * A date that does not exist in that order is refused, never turned round.
 */
export function readDate(text: string, locale: string): Result<string, EntryRefusal> {
  const entry = text.trim().replace(/[\u200e\u200f]/g, '')
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d.*)?$/.exec(entry) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(entry)
  const found = iso ? written(iso[1], iso[2], iso[3]) : (inDigits(entry, locale) ?? withName(entry, locale))
  return found !== undefined && isCivilDate(found) ? ok(found) : refuse({ message: `“${text}” is not a date. Write it like 2026-11-20.` })
}

/** The date of a spreadsheet's day number: 1 is 1900-01-01, and its 29 February 1900 never was. */
export function dateOfSerial(serial: number): string | undefined {
  return serial >= 61 && serial < 2_958_466 ? addDays('1899-12-30', Math.floor(serial)) : undefined
}

function inDigits(entry: string, locale: string): string | undefined {
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})\.?$/.exec(entry)
  if (!parts) return undefined
  const monthFirst = parts[2] !== '.' && orderOf(locale) === 'month first'
  return monthFirst ? written(parts[4], parts[1], parts[3]) : written(parts[4], parts[3], parts[1])
}

function withName(entry: string, locale: string): string | undefined {
  const words = entry.toLowerCase().split(/[\s.,/-]+/).filter(Boolean)
  const month = words.map((word) => monthOf(word, locale)).find((found) => found !== undefined)
  const [day, year] = words.filter((word) => /^\d+$/.test(word))
  return month === undefined || day === undefined || year === undefined ? undefined : written(year, String(month), day)
}

function written(year = '', month = '', day = ''): string {
  const whole = year.length === 2 ? (Number(year) < 30 ? `20${year}` : `19${year}`) : year
  return `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

const orders = new Map<string, 'month first' | 'day first'>()
function orderOf(locale: string): 'month first' | 'day first' {
  const kept = orders.get(locale)
  if (kept) return kept
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(0).map(({ type }) => type)
  const order = parts.indexOf('month') < parts.indexOf('day') && parts.indexOf('year') > parts.indexOf('day') ? 'month first' : 'day first'
  orders.set(locale, order)
  return order
}

const monthNames = new Map<string, ReadonlyMap<string, number>>()
/** 1 to 12, for a month's name in full or short. */
function monthOf(word: string, locale: string): number | undefined {
  const names = monthNames.get(locale) ?? new Map([locale, 'en-GB'].flatMap((tag) => (['long', 'short'] as const).flatMap((month) => Array.from({ length: 12 }, (_, index) => [new Intl.DateTimeFormat(tag, { month, day: 'numeric', timeZone: 'UTC' }).formatToParts(Date.UTC(2024, index, 1)).find(({ type }) => type === 'month')?.value.toLowerCase().replace('.', '') ?? '', index + 1] as const))))
  monthNames.set(locale, names)
  return names.get(word) ?? (word.length > 3 ? names.get(word.slice(0, 3)) : undefined)
}
