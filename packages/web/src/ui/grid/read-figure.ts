import { formatDecimal, ok, parseDecimal } from '@throughline/engine/kernel'
import type { Result } from '@throughline/engine/kernel'
import { readNumber } from '../read-number.ts'
import type { NumberRefusal } from '../read-number.ts'

/**
 * Reads a figure as a spreadsheet shows it, as plain decimal text: in the locale, else in a manner that leaves no doubt
 * (`1.234,56`, `1,234.56`, `1'234.5`, `12,34,567`), with a currency sign or code, brackets or a minus before or behind, and per cent.
 * `12%` is 0.12 as a `share` and 12 in `points`.
 */
export function readFigure(text: string, locale: string, percent: 'share' | 'points' = 'share'): Result<string, NumberRefusal> {
  const { digits, negative, percents } = bare(text)
  const read = readNumber(digits, locale)
  const plain = read.ok ? read.value : inNoDoubt(digits)
  if (plain === undefined || (negative && plain.startsWith('-'))) return readNumber(text, locale)
  const scaled = percents && percent === 'share' ? hundredth(plain) : plain
  return ok(negative && !/^0(\.0*)?$/.test(scaled) ? `-${scaled}` : scaled)
}

/** The digits and separators of a figure, and what stood around them. */
function bare(text: string): { readonly digits: string; readonly negative: boolean; readonly percents: boolean } {
  const plain = text.replace(/[\s\u00a0\u202f\u2009]+/gu, ' ').replace(/[\u2212\u2013]/gu, '-').trim()
  const bracketed = /^(\D{0,4})\((.*)\)(\D{0,4})$/u.exec(plain)
  const inner = bracketed ? `${bracketed[1]}${bracketed[2]}${bracketed[3]}` : plain
  const percents = inner.includes('%')
  const uncoined = inner.replace('%', '').replace(/\p{Sc}/u, '').replace(/^(-?) ?[A-Z]{3} ?(?=[\d.,-])|(?<=[\d.,]) ?[A-Z]{3}(-?)$/u, '$1$2').trim()
  const signed = /^(-?) ?(.*?) ?(-?)$/u.exec(uncoined)
  return { digits: signed?.[2] ?? uncoined, negative: [signed?.[1] === '-', signed?.[3] === '-', bracketed !== null].filter(Boolean).length % 2 === 1, percents }
}

/** Manners of other places whose grouping can be told from their decimals. */
function inNoDoubt(digits: string): string | undefined {
  const plain = digits.replaceAll('’', "'")
  if (/^\d{1,3}(\.\d{3})+,\d+$/.test(plain) || /^\d{1,3}(\.\d{3}){2,}$/.test(plain)) return plain.replaceAll('.', '').replace(',', '.')
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(plain) || /^\d{1,3}(,\d{3}){2,}$/.test(plain) || /^\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/.test(plain)) return plain.replaceAll(',', '')
  if (/^\d{1,3}([' ]\d{3})+([.,]\d+)?$/.test(plain)) return plain.replaceAll(/[' ]/g, '').replace(',', '.')
  return undefined
}

function hundredth(plain: string): string {
  const places = plain.split('.')[1]?.length ?? 0
  return formatDecimal(parseDecimal(plain, places) ?? 0n, places + 2).replace(/0{1,2}$/, '').replace(/\.$/, '')
}
