import type { Currency } from '@throughline/engine/kernel'
import { currencyOf, readAmount, scaleOf } from '../cells/amount.ts'
import type { AmountScale } from '../draft.ts'

export type Unit = { readonly scale?: AmountScale; readonly currency?: Currency }

/** The unit that a heading names: '(£m)', 'GBP k', '£million', 'EUR bn', 'in thousands', '$000'. */
export function unitOfHeading(heading: string): Unit {
  const text = heading.replace(/_/g, ' ')
  const sign = /£|€|C\$|US\$|A\$|(?<![A-Za-z])(?:[MTk]\s?)?(GBP|EUR|USD|CHF|CAD|AUD|NZD|SEK|NOK|DKK|JPY)(?=[mk]?(?![a-z]))/i.exec(text)
  const scale = headingScale(text)
  const currency = sign ? currencyOf(sign[1] ?? sign[0]) : undefined
  return { ...(scale === undefined ? {} : { scale }), ...(currency ? { currency } : {}) }
}

function headingScale(text: string): AmountScale | undefined {
  const word = /(?<![a-z])(thousands?|millions?|billions?|mio|bn)(?![a-z])/i.exec(text) ?? /(?:£|€|\$|GBP|EUR|USD|CHF|CAD|AUD)\s?(k|m|mn|bn)(?![a-z])/i.exec(text)
  const alone = /\((k|m|mn)\)|\bin (k|m)\b|\b(M|k|K)\s?(?=€|£|\$|GBP|EUR|USD|CHF)|(?<= )(m)$/.exec(text)
  if (/\bT\s?(€|EUR|CHF)|(£|€|\$|\()\s?'?000s?\b|\b000s\b/.test(text)) return 3
  const found = word?.[1] ?? alone?.slice(1).find((part) => part !== undefined)
  return found === undefined ? undefined : scaleOf(found)
}

/**
 * The scale of amounts whose heading and cells name none, from the prose of the same file: the power of ten that brings
 * their median nearest to the median of the amounts that the prose gives with a unit ('£320m of capital investment').
 * Undefined where the prose has fewer than 5 such amounts.
 */
export function scaleFromProse(decimals: readonly string[], prose: readonly string[]): AmountScale | undefined {
  const spoken = prose.flatMap((text) => [...text.matchAll(/£\s?(\d[\d,.]*)\s?(k|m|mn|million|bn|billion)\b/gi)]).flatMap((match) => {
    const amount = readAmount(`${match[1]?.replace(/[.,]+$/, '') ?? ''}${match[2] ?? ''}`)
    return amount?.scale === undefined ? [] : [Math.log10(Number(amount.decimal)) + amount.scale]
  })
  const written = decimals.map(Number).filter((value) => value > 0).map(Math.log10)
  if (spoken.length < 5 || written.length < 5) return undefined
  const distance = median(spoken.filter(Number.isFinite)) - median(written)
  const scales: readonly AmountScale[] = [0, 3, 6, 9]
  return scales.reduce((best, scale) => (Math.abs(distance - scale) < Math.abs(distance - best) ? scale : best))
}

/** The middle value of numbers; 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0
  return (lower + upper) / 2
}
