import type { BodyOf } from '@throughline/contract/wire'
import type { valueRoutes } from '@throughline/contract/value'
import { fiscalYearLabel, fiscalYearOf, minorDigits, parseDecimal, type FiscalCalendar } from '@throughline/engine/kernel'

/** What is sent to record an amount. */
export type EntryEntered = BodyOf<typeof valueRoutes.recordEntry>

/** An amount as typed in whole currency units, as minor units on the wire: '1234.5' in GBP → '123450'. Undefined where it is no number. */
export function minorOf(typed: string | null, currency: string): string | undefined {
  return typed === null ? undefined : parseDecimal(typed, minorDigits(currency))?.toString()
}

/** The fiscal years an entry may be of: realised value ends with the year that has begun, the rest reaches ahead. Latest first. */
export function yearsFor(kind: EntryEntered['kind'], calendar: FiscalCalendar, today: string): readonly { readonly value: string; readonly label: string }[] {
  const now = fiscalYearOf(calendar, today)
  const last = kind === 'realised' ? now : now + 40
  return Array.from({ length: last - (now - 30) + 1 }, (_, index) => last - index).map((year) => ({ value: String(year), label: fiscalYearLabel(calendar, year) }))
}
