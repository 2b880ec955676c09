import { formatDecimal, minorDigits, money, parseDecimal } from '@throughline/engine/kernel'
import { formatMoney } from '../ui/format.ts'
import { withMinus } from '../ui/locale.tsx'

/** Money of the wire (minor units as text) or of the engine (as bigint): both are written the same. */
export type AnyMoney = { readonly minor: string | bigint; readonly currency: string }

/** Money in full, exact whatever the size: `£1,234.50`. */
export function moneyFull(amount: AnyMoney, locale: string): string {
  return formatMoney(money(BigInt(amount.minor), amount.currency), locale)
}

/** Money for headlines and cells, three significant digits in the manner of the locale: `£38.2bn`, `38,2 Mrd. €`. */
export function moneyShort(amount: AnyMoney, locale: string): string {
  return withMinus(shortFormat(locale, amount.currency, 'auto').format(majorOf(amount)))
}

/** A difference of money with its sign: `+£1.2bn`, `−£380m`, `£0`. */
export function moneyChange(amount: AnyMoney, locale: string): string {
  return withMinus(shortFormat(locale, amount.currency, 'exceptZero').format(majorOf(amount)))
}

/** Money as digits and the scale that follows them, for figures whose unit is set smaller: `£38.2` and `bn`. */
export function moneyParts(amount: AnyMoney, locale: string): { readonly value: string; readonly unit: string } {
  const parts = shortFormat(locale, amount.currency, 'auto').formatToParts(majorOf(amount))
  const trailing = parts.findLastIndex((part) => part.type === 'integer' || part.type === 'fraction')
  const text = (from: number, to?: number) => parts.slice(from, to).map((part) => part.value).join('')
  return { value: withMinus(text(0, trailing + 1)), unit: text(trailing + 1).trim() }
}

/** The amount in whole currency units, as plain decimal text for a field: `1234.50`. */
export const moneyToField = (amount: AnyMoney): string => formatDecimal(BigInt(amount.minor), minorDigits(amount.currency))

/** An amount as somebody types it in whole minor units; null where nothing was typed, undefined where it is none. */
export const minorFromField = (typed: string | null, currency: string): string | null | undefined => (typed === null ? null : parseDecimal(typed, minorDigits(currency))?.toString())

/** The amount as a float of the main unit, for the length of a bar only; never for arithmetic that is shown. */
export const majorOf = (amount: AnyMoney): number => Number(amount.minor) / 10 ** minorDigits(amount.currency)

/** What a number on a money axis says: `£2bn`. */
export function axisMoney(major: number, currency: string, locale: string): string {
  return withMinus(shortFormat(locale, currency, 'auto').format(major))
}

/** A price basis in words. */
export function basisWords(basis: { readonly kind: 'nominal' } | { readonly kind: 'real'; readonly baseYear: number; readonly index: string }): string {
  return basis.kind === 'nominal' ? 'nominal' : `${basis.baseYear} prices (${basis.index})`
}

const shortFormats = new Map<string, Intl.NumberFormat>()
function shortFormat(locale: string, currency: string, signDisplay: 'auto' | 'exceptZero'): Intl.NumberFormat {
  const key = `${locale} ${currency} ${signDisplay}`
  const kept = shortFormats.get(key) ?? new Intl.NumberFormat(locale, { style: 'currency', currency, notation: 'compact', maximumSignificantDigits: 3, signDisplay })
  shortFormats.set(key, kept)
  return kept
}

