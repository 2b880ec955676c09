import { formatDecimal } from '@throughline/engine/kernel'
import { formatNumber } from '../ui/format.ts'
import { withMinus } from '../ui/locale.tsx'
import { numberFormat } from '../ui/number-format.ts'

/** A count with its noun: `1 initiative`, `2,431 initiatives`. */
export function countText(count: number, one: string, many: string, locale: string): string {
  return `${formatNumber(count, locale, 0)} ${count === 1 ? one : many}`
}

/** A share of 1 as per cent: 0.7134 → `71%`; `digits` decimals, none unless said. */
export function percentText(share: number, locale: string, digits = 0): string {
  return withMinus(numberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(share))
}

/** A difference of two shares of 1 in percentage points: 0.03 → `+3 pp`. Never per cent of a per cent. */
export function pointsChange(difference: number, locale: string, digits = 1): string {
  return `${signed(difference * 100, locale, digits)} pp`
}

/** A ratio of two amounts: 2.347 → `2.35`. */
export const ratioText = (ratio: number, locale: string): string =>
  numberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(ratio)

/** A difference with its sign: `+0.12`, `−3`, `0`. */
export function signed(difference: number, locale: string, digits = 2): string {
  return withMinus(numberFormat(locale, { maximumFractionDigits: digits, signDisplay: 'exceptZero' }).format(difference))
}

/** A weight among objectives, two decimals that never hide a rest: 0.125 → `12.5%`. */
export const weightText = (weight: number, locale: string): string => percentText(weight, locale, 2)

/** A fixed-point number as decimal text, without zeros that do not count: `plainDecimal(1250n, 2)` is 12.5. */
export const plainDecimal = (value: bigint, digits: number): string => (digits === 0 ? value.toString() : formatDecimal(value, digits).replace(/\.?0+$/, ''))
