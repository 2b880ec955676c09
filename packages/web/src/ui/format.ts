import { describeMetric, formatDecimal, minorDigits, units } from '@throughline/engine/kernel'
import type { Figure, Metric, Money } from '@throughline/engine/kernel'
import { withMinus } from './locale.tsx'
import { numberFormat } from './number-format.ts'

/** A figure split for display: the digits large, the unit small. */
export type FigureParts = { readonly value: string; readonly unit: string }

/** A number in the locale, with at most `digits` decimals (2 unless said). */
export function formatNumber(value: number, locale: string, digits = 2): string {
  return withMinus(numberFormat(locale, { maximumFractionDigits: digits }).format(value))
}

/** Money in full: `£1,234.50`. Exact whatever the size, as the digits never pass through a float. */
export function formatMoney(amount: Money, locale: string): string {
  const digits = minorDigits(amount.currency)
  const format = numberFormat(locale, { style: 'currency', currency: amount.currency, minimumFractionDigits: digits, maximumFractionDigits: digits })
  return withMinus(format.format(formatDecimal(amount.minor, digits) as Intl.StringNumericLiteral))
}

/** Money for headlines, three significant digits: `1.23 bn £` becomes value `1.23` and unit `bn GBP`. */
export function compactMoney(amount: Money, locale: string): FigureParts {
  const major = Number(amount.minor) / 10 ** minorDigits(amount.currency)
  const step = scales.find((scale) => Math.abs(major) >= scale.from) ?? { from: 1, name: '' }
  const scaled = major / step.from
  const digits = Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2
  return { value: formatNumber(scaled, locale, step.name ? digits : 0), unit: [step.name, amount.currency].filter(Boolean).join(' ') }
}
const scales = [
  { from: 1e9, name: 'bn' },
  { from: 1e6, name: 'm' },
  { from: 1e3, name: 'k' },
] as const

/** A civil date `2026-11-20` as `20 Nov 2026` in the manner of the locale; other text comes back unchanged. */
export function formatDate(date: string, locale: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date
  return dateFormat(locale).format(new Date(`${date}T00:00:00Z`))
}

/** A figure as text with its unit. Money is written in full. */
export function formatFigure(figure: Figure, locale: string): string {
  const { value, unit } = figureParts(figure, locale)
  return unit === '' ? value : unit === '%' ? `${value}%` : `${value} ${unit}`
}

/** A figure as digits and unit. */
export function figureParts(figure: Figure, locale: string): FigureParts {
  switch (figure.kind) {
    case 'money':
      return { value: formatMoney(figure.money, locale), unit: '' }
    case 'number':
      return { value: formatNumber(figure.value, locale), unit: units[figure.unit].label }
    case 'date':
      return { value: formatDate(figure.date, locale), unit: '' }
    case 'text':
      return { value: figure.text, unit: '' }
  }
}

/** A metric as text: its figure, or in words why there is none. */
export function formatMetric(metric: Metric<Figure>, locale: string): string {
  return metric.status === 'ok' ? formatFigure(metric.value, locale) : describeMetric(metric)
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()
function dateFormat(locale: string): Intl.DateTimeFormat {
  const kept = dateFormats.get(locale) ?? new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  dateFormats.set(locale, kept)
  return kept
}
