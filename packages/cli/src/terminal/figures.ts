import type { Explanation, Money } from '@throughline/contract/wire'
import { describeMetric, fiscalYearLabel, minorDigits, parseDecimal, undefinedReasons, units, type FiscalCalendar, type Metric } from '@throughline/engine/kernel'
import { UsageError } from './command.ts'

type AnyMoney = Pick<Money, 'minor' | 'currency'>

/** Three significant digits with the scale as a letter: `GBP 38.2bn`; the full amount is in the JSON output. */
export function moneyText({ minor, currency }: AnyMoney): string {
  const digits = minorDigits(currency)
  const value = Number(minor) / 10 ** digits
  const [scale, letter] = scales.find(([size]) => Math.abs(value) >= size) ?? [1, '']
  const scaled = value / scale
  const decimals = letter === '' ? Math.min(digits, 2) : Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2
  return `${currency} ${scaled.toFixed(decimals)}${letter}`
}
const scales: readonly (readonly [number, string])[] = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']]

/** Plain minor units as money text. */
export const minorText = (minor: number | string, currency: string): string => moneyText({ minor: typeof minor === 'number' ? String(Math.round(minor)) : minor, currency })

/** An amount as a person types it: `100bn`, `2.5m`, `1,250,000`. Returns whole minor units. */
export function readAmount(text: string, currency: string): bigint {
  const match = /^(-?[\d,]*\.?\d+)\s*(tn|bn|m|k)?$/i.exec(text.trim().replace(new RegExp(`^${currency}\\s*`, 'i'), ''))
  const exponent = { tn: 12, bn: 9, m: 6, k: 3, '': 0 }[(match?.[2] ?? '').toLowerCase()] ?? 0
  const amount = match?.[1] ? parseDecimal(match[1].replaceAll(',', ''), minorDigits(currency) + exponent) : undefined
  if (amount === undefined) throw new UsageError(`Found amount ${text}; expected a number such as 100bn, 2.5m or 1250000.`)
  return amount
}

export const metricText = <T>(metric: Metric<T>, write: (value: T) => string): string => (metric.status === 'ok' ? write(metric.value) : `(${shortReason(metric)})`)
const shortReason = (metric: Metric<unknown>): string => (metric.status === 'undefined' ? undefinedReasons[metric.reason] : describeMetric(metric).toLowerCase())

export const yearText = (year: number, calendar: FiscalCalendar): string => fiscalYearLabel(calendar, year)
export const percent = (share: number, digits = 0): string => `${(share * 100).toFixed(digits)} %`

/** The explanation tree as indented lines: the same tree that the screens show. */
export function explanationLines(why: Explanation, depth = 0): readonly string[] {
  const indent = '  '.repeat(depth)
  const head = `${indent}${why.term}: ${metricText(why.figure as Metric<FigureWire>, figureText)}${sourceText(why.source)}`
  const note = why.note ? [`${indent}  ${why.note}`] : []
  const formula = why.formula ? [`${indent}  method: docs/methods/${why.formula}.md`] : []
  const omitted = why.omitted ? [`${indent}  … and ${why.omitted} more`] : []
  return [head, ...note, ...formula, ...(why.terms ?? []).flatMap((term) => explanationLines(term, depth + 1)), ...omitted]
}

type FigureWire = { readonly kind: 'money'; readonly money: AnyMoney } | { readonly kind: 'number'; readonly value: number; readonly unit: keyof typeof units } | { readonly kind: 'date'; readonly date: string } | { readonly kind: 'text'; readonly text: string }

function figureText(figure: FigureWire): string {
  switch (figure.kind) {
    case 'money':
      return moneyText(figure.money)
    case 'number':
      return `${Number(figure.value.toFixed(4))} ${units[figure.unit]?.label ?? ''}`.trim()
    case 'date':
      return figure.date
    case 'text':
      return figure.text
  }
}

function sourceText(source: Explanation['source']): string {
  if (!source) return ''
  switch (source.kind) {
    case 'published':
      return ` [published in ${source.publication}${source.cell ? `, ${source.cell}` : ''}${source.asPublished ? `: “${source.asPublished}”` : ''}]`
    case 'entered':
      return ` [entered by ${source.by}, ${source.at.slice(0, 10)}]`
    case 'derived':
      return ` [derived: ${source.rule}]`
  }
}
