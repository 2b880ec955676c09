import { formatDecimal, minorDigits, type Currency, type Metric, type Figure } from '@throughline/engine/kernel'
import { unitCode, type PoolUnit } from '@throughline/engine/capacity'

/** An amount in a sentence: 1000.00 GBP. */
export const amountText = (minor: bigint, currency: Currency): string => `${formatDecimal(minor, minorDigits(currency))} ${currency}`

const units: Readonly<Record<string, string>> = { [unitCode('hour')]: 'hours', [unitCode('day')]: 'days', [unitCode('fte')]: 'full-time equivalents' }
/** The unit of a pool in a sentence. */
export const unitText = (unit: PoolUnit): string => units[unitCode(unit)] ?? unit

/** A figure in a sentence. */
export function figureText(figure: Metric<Figure>): string {
  if (figure.status !== 'ok') return 'not known'
  const { value } = figure
  switch (value.kind) {
    case 'money':
      return amountText(value.money.minor, value.money.currency)
    case 'number':
      return `${value.value} ${units[value.unit] ?? ''}`.trim()
    case 'date':
      return value.date
    case 'text':
      return value.text.toLowerCase()
  }
}

