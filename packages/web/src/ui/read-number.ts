import { ok, refuse } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import { numberFormat } from './number-format.ts'

/** Why a text is not a number in the locale. */
export type NumberRefusal = { readonly code: 'NOT_A_NUMBER'; readonly found: string; readonly message: string }

/**
 * Reads a number as people of the locale write it and returns it as plain decimal text, exact.
 * Grouping signs are optional but must stand before three digits: in `de-DE` '1.234,56' → '1234.56' and '1.5' is refused,
 * because it could mean 1.5 or 15. Accepts U+2212 as minus, blanks around, and a bracketed negative.
 */
export function readNumber(text: string, locale: string): Result<string, NumberRefusal> {
  const { blank, pattern } = mannerOf(locale)
  const bracketed = /^\((.*)\)$/.exec(text.trim())
  const plain = (bracketed?.[1] ?? text).replace(/[\s\u00a0\u202f]/gu, ' ').trim().replace(/^\u2212/u, '-')
  const match = pattern.exec(plain)
  if (!match || (!match[2] && !match[3])) return refuse({ code: 'NOT_A_NUMBER', found: text, message: `“${text}” is not a number. Write it like ${example(locale)}.` })
  const digits = (match[2] ?? '').replaceAll(blank, '').replace(/^0+(?=\d)/, '') || '0'
  const fraction = match[3] ? `.${match[3]}` : ''
  const negative = (match[1] === '-') !== (bracketed !== null)
  return ok(`${negative ? '-' : ''}${digits}${fraction}`)
}

/** Plain decimal text as people of the locale write it, every digit kept: '1234.50' → '1,234.50'. */
export function writeNumber(decimalText: string, locale: string): string {
  const fraction = decimalText.split('.')[1]?.length ?? 0
  return numberFormat(locale, { minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(decimalText as Intl.StringNumericLiteral)
}

type Manner = { /** The sign between groups; every kind of space counts as one. */ readonly blank: string; readonly pattern: RegExp }
const manners = new Map<string, Manner>()

/** How the locale writes numbers, found once: a paste reads thousands. */
function mannerOf(locale: string): Manner {
  const kept = manners.get(locale)
  if (kept) return kept
  const parts = numberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5)
  const signOf = (type: string, otherwise: string) => parts.find((part) => part.type === type)?.value ?? otherwise
  const group = signOf('group', ',')
  const blank = group.trim() === '' ? ' ' : group
  const whole = `(\\d{1,3}(?:${escape(blank)}\\d{3})+|\\d+)`
  const manner = { blank, pattern: new RegExp(`^([+-]?)${whole}?(?:${escape(signOf('decimal', '.'))}(\\d*))?$`, 'u') }
  manners.set(locale, manner)
  return manner
}
const example = (locale: string): string => numberFormat(locale, { minimumFractionDigits: 2 }).format(1234.5)
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
