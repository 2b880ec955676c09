import type { AmountScale } from '../draft.ts'
import { shift } from '../../sheet/index.ts'

/** An amount as written: exact decimal text and what its own unit and currency say, if anything. */
export type Amount = { readonly decimal: string; readonly scale?: AmountScale; readonly currency?: string }
/** Characters beyond which a text is prose and not looked at for an amount, so that the work stays in proportion. */
export const amountLengthLimit = 120

export type AmountRange = { readonly low: Amount; readonly high: Amount }

/**
 * A single amount: '£1,234.50', '-£3.1m', '(31.0)', '1.5bn EUR', '1 234,5'. Undefined for anything else, ranges and prose included.
 * A comma or point followed by exactly three digits groups thousands, where neither the number nor `mark`,
 * the decimal mark of its column, says otherwise.
 */
export function readAmount(text: string, mark?: '.' | ','): Amount | undefined {
  if (text.length > amountLengthLimit) return undefined
  const plain = tidy(text)
  const bracketed = /^\((.*)\)$/.exec(plain)
  const match = amountPattern.exec(bracketed?.[1] ?? plain)
  if (!match?.groups) return undefined
  const { before, first, second, digits = '', exponent, scale, after } = match.groups
  const negative = bracketed !== null || [before, first, second].includes('-')
  const decimal = toDecimal(digits, Number(exponent ?? 0), mark)
  if (decimal === undefined) return undefined
  const currency = currencyOf(match.groups.symbol ?? '') ?? currencyOf(after ?? '')
  const power = scaleOf(scale ?? '')
  return { decimal: negative ? `-${decimal}` : decimal, ...(power === undefined ? {} : { scale: power }), ...(currency ? { currency } : {}) }
}

/** Two amounts: '£1,200m - £1,500m', 'between 1.2 and 1.5bn', 'Low: 10; High: 20'. A unit that only one names holds for both. */
export function readAmountRange(text: string, mark?: '.' | ','): AmountRange | undefined {
  if (text.length > 2 * amountLengthLimit) return undefined
  const tidied = tidy(text)
  const bare = tidied.replace(rangeWords, ' ').replace(/\(\s*\)|[[\]:]/g, ' ')
  const plain = bare.replace(/;/g, '  ').trim()
  const labelled = bare !== tidied ? [/,\s+/] : []
  for (const separator of [...labelled, /\s+(?:to|and|until|\/|\|)\s+/i, /\s*[–—]\s*/, /\s+-\s+/, /(?<=[\dmnkt)])\s*-\s*(?=[£€$\d])/i, /\s{2,}|\n/]) {
    const [a, b, ...more] = plain.split(separator).map((part) => part.trim()).filter(Boolean)
    if (a === undefined || b === undefined || more.length > 0) continue
    const [low, high] = [readAmount(a, mark), readAmount(b, mark)]
    if (low && high) return { low: { ...unitOf(high), ...low }, high: { ...unitOf(low), ...high } }
  }
  return undefined
}

const unitOf = (amount: Amount): Partial<Amount> => ({
  ...(amount.scale === undefined ? {} : { scale: amount.scale }),
  ...(amount.currency ? { currency: amount.currency } : {}),
})

const rangeWords = /\b(between|from|range|ranges|low(er)?|high(er)?|upper|end|estimates?|bounds?|min(imum)?|max(imum)?|of|circa|approx(imately)?|c\.)(?=[\s:;,()£€$\d]|$)|~/gi

const tidy = (text: string): string => text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[−‒]/g, '-').replace(/’/g, "'").trim()

const currencySymbol = '£|€|\\$|C\\$|US\\$|A\\$|CHF|GBP|EUR|USD|CAD|AUD|NZD|SEK|NOK|DKK|JPY|¥'
const amountPattern = new RegExp(
  `^(?<before>[-+])?\\s*(?<symbol>${currencySymbol})?\\s*(?<first>[-+])?\\s*(?<second>[-+])?(?<digits>\\d[\\d,.' ]*|\\.\\d+)(?:e(?<exponent>[+-]?\\d{1,2}))?` +
    `\\s*(?<scale>k|thousand|m|mn|mio|million|millions|bn|b|billion|billions)?\\.?\\s*(?<after>${currencySymbol})?$`,
  'i',
)

/** ISO 4217 code of a currency sign or code; '$' alone names no currency. */
export function currencyOf(sign: string): string | undefined {
  const code = sign.toUpperCase()
  const named: Readonly<Record<string, string | undefined>> = { '£': 'GBP', '€': 'EUR', C$: 'CAD', US$: 'USD', A$: 'AUD', $: undefined, '¥': 'JPY', '': undefined }
  return code in named ? named[code] : /^[A-Z]{3}$/.test(code) ? code : undefined
}

/** The power of ten that a unit word stands for. */
export function scaleOf(word: string): AmountScale | undefined {
  if (/^(k|thousand)/i.test(word)) return 3
  if (/^(bn|b$|billion)/i.test(word)) return 9
  return /^m/i.test(word) ? 6 : undefined
}

/** Plain decimal text of written digits, or undefined where grouping and decimal marks contradict each other. */
function toDecimal(written: string, exponent: number, mark: '.' | ',' | undefined): string | undefined {
  const digits = written.trim().replace(/(?<=\d)[ '](?=\d{3}(\D|$))/g, '')
  const decided = mark === ',' ? withComma(digits) : undefined
  if (decided !== undefined) return shift(decided, exponent)
  const forms: readonly (readonly [RegExp, (text: string) => string])[] = [
    [/^\d+$|^\d*\.\d+$|^\d+\.$/, (text) => text.replace(/\.$/, '')],
    [/^\d{1,3}(,\d{3})+(\.\d*)?$|^\d{1,2}(,\d{2})+,\d{3}(\.\d*)?$/, (text) => text.replaceAll(',', '')],
    [/^\d{1,3}(\.\d{3}){2,}(,\d+)?$|^\d{1,3}(\.\d{3})+,\d+$/, (text) => text.replaceAll('.', '').replace(',', '.')],
    [/^\d+,\d{1,2}$/, (text) => text.replace(',', '.')],
  ]
  const form = forms.find(([pattern]) => pattern.test(digits))
  return form ? shift(form[1](digits), exponent) : undefined
}

/** Digits whose decimal mark is known to be a comma: points can only group, and only in threes. */
const withComma = (digits: string): string | undefined => (/^(\d+|\d{1,3}(\.\d{3})+)(,\d+)?$/.test(digits) ? digits.replaceAll('.', '').replace(',', '.') : undefined)
