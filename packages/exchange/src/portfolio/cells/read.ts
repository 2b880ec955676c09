import { minorDigits, money, parseDecimal, type CivilDate, type Currency, type FiscalCalendar, type Money } from '@throughline/engine/kernel'
import type { Cell, Place } from '../../sheet/index.ts'
import type { AmountScale, DayOrder } from '../draft.ts'
import type { RatingLevel, Reading } from '../reading.ts'
import { currencyOf, readAmount, readAmountRange, type Amount } from './amount.ts'
import { isFiscal, readFiscalDays } from './fiscal.ts'
import { readDay, readDayRange, type Days } from './day.ts'
import { readLevel } from './rating.ts'
import { givesNothing, isExempt } from './withheld.ts'

type Read<T> = (cell: Cell, place: Place) => Reading<T>

/** Unit in which a column's amounts are written; a unit or currency in the cell itself goes before it. */
export type AmountUnit = { readonly scale: AmountScale; readonly currency: Currency; readonly decimalMark?: '.' | ',' }

/** Reads amounts as exact whole minor units. '1.005' GBP m → 100,500,000 pence. */
export function moneyReader(unit: AmountUnit): Read<Money> {
  return (cell, place) => frame(cell, place, (text): Outcome<Money> => {
    const mark = cell.number === undefined ? unit.decimalMark : '.'
    const single = readAmount(text, mark)
    const shown = cell.currency === undefined ? undefined : currencyOf(cell.currency)
    const inUnit = shown === undefined ? unit : { ...unit, currency: shown }
    const value = single && inMinorUnits(single, inUnit)
    if (value) return { status: 'value', value }
    const range = readAmountRange(text, mark)
    const low = range && inMinorUnits(range.low, inUnit)
    const high = range && inMinorUnits(range.high, inUnit)
    return low && high ? { status: 'range', low, high } : { status: 'unreadable' }
  })
}

/** Reads days; a month, quarter or year, and two dates, are ranges from the first day to the last. `spans`: '2011-12' is a financial year, as others in its column are, and not December. */
export function dateReader(order: DayOrder, years: { readonly calendar?: FiscalCalendar; readonly spans?: boolean } = {}): Read<CivilDate> {
  return (cell, place) => frame(cell, place, (text): Outcome<CivilDate> => {
    if (cell.date !== undefined) return { status: 'value', value: cell.date }
    const span = (): Days | undefined => years.calendar && readFiscalDays(text, years.calendar)
    const days: Days | undefined = years.spans && isFiscal(text) ? span() : (readDay(text, order) ?? readDayRange(text, order) ?? span())
    if (!days) return { status: 'unreadable' }
    return days.from === days.to ? { status: 'value', value: days.from } : { status: 'range', low: days.from, high: days.to }
  })
}

/** Reads plain numbers. */
export const readNumber: Read<number> = (cell, place) => frame(cell, place, (text) => numberOf(text))

/** Reads percentages: '-19%', '-19' and '(19 %)' are −19. */
export const readPercent: Read<number> = (cell, place) => frame(cell, place, (text) => numberOf(text.replace(/%\s*(\)?)\s*$/, '$1')))

/** Reads yes and no in their usual spellings. */
export const readYesNo: Read<boolean> = (cell, place) => frame(cell, place, (text): Outcome<boolean> => {
  if (/^(yes|y|true|1|x|✓|ja|oui)$/i.test(text)) return { status: 'value', value: true }
  return /^(no|n|false|0|nein|non)$/i.test(text) ? { status: 'value', value: false } : { status: 'unreadable' }
})

/** Reads levels of delivery confidence. */
export const readRating: Read<RatingLevel> = (cell, place) => frame(cell, place, (text): Outcome<RatingLevel> => {
  const level = readLevel(text)
  return level ? { status: 'value', value: level } : { status: 'unreadable' }
})

/** Reads short texts: white space inside is made single. */
export const readText: Read<string> = (cell, place) => textual(cell, place, (text) => unescaped(text).replace(/\s+/g, ' '))

/** Reads prose: line breaks stay. */
export const readNarrative: Read<string> = (cell, place) => textual(cell, place, unescaped)

/** Line breaks and tabs that a spreadsheet wrote as escapes (ECMA-376, ST_Xstring): `_x000D_` and a line break are one line break. */
const unescaped = (text: string): string => text.replace(/_x000D_\n?|_x000A_/gi, '\n').replace(/_x0009_/gi, '\t')

/** Reads lists separated by semicolons, bars, commas or line breaks. */
export const readTags: Read<readonly string[]> = (cell, place) =>
  textual(cell, place, (text) => text.split(/[;|,\n]/).map((tag) => tag.trim()).filter(Boolean))

type Outcome<T> = { status: 'value'; value: T } | { status: 'range'; low: T; high: T } | { status: 'unreadable' }

function frame<T>(cell: Cell, place: Place, read: (text: string) => Outcome<T>): Reading<T> {
  const asPublished = cell.text
  if (isExempt(asPublished)) return { asPublished, place, status: 'exempt' }
  if (givesNothing(asPublished)) return { asPublished, place, status: 'blank' }
  const outcome = read(asPublished.trim())
  switch (outcome.status) {
    case 'value':
      return { asPublished, place, status: 'value', value: outcome.value }
    case 'range':
      return { asPublished, place, status: 'range', low: outcome.low, high: outcome.high }
    case 'unreadable':
      return { asPublished, place, status: 'unreadable' }
  }
}

/** Prose may speak of exemptions: only a text that begins with one is withheld. */
function textual<T>(cell: Cell, place: Place, read: (text: string) => T): Reading<T> {
  const asPublished = cell.text
  const text = asPublished.trim()
  if (/^\W*(data |date |information )?(is )?(exempt|exemption|withheld|redacted)\b/i.test(text) && isExempt(text)) return { asPublished, place, status: 'exempt' }
  return text.length < 30 && givesNothing(text) ? { asPublished, place, status: 'blank' } : { asPublished, place, status: 'value', value: read(text) }
}

function numberOf(text: string): Outcome<number> {
  const amount = readAmount(text)
  const value = amount && amount.currency === undefined && amount.scale === undefined ? Number(amount.decimal) : Number.NaN
  return Number.isFinite(value) ? { status: 'value', value } : { status: 'unreadable' }
}

function inMinorUnits(amount: Amount, unit: AmountUnit): Money | undefined {
  const currency = amount.currency ?? unit.currency
  const minor = parseDecimal(amount.decimal, minorDigits(currency) + (amount.scale ?? unit.scale))
  return minor === undefined ? undefined : money(minor, currency)
}
