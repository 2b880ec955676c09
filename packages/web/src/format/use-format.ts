import type { Metric } from '@throughline/engine/kernel'
import { useMemo } from 'react'
import { formatNumber } from '../ui/format.ts'
import { useLocale } from '../ui/locale.tsx'
import { metricCell, metricText } from './metric.ts'
import { axisMoney, moneyChange, moneyFull, moneyParts, moneyShort, type AnyMoney } from './money.ts'
import { countText, percentText, pointsChange, ratioText, signed, weightText } from './number.ts'
import { dateText, instantText, monthText, slipText } from './time.ts'

/** Every way of writing a figure, in the locale in force. */
export function useFormat() {
  const locale = useLocale()
  return useMemo(() => formatIn(locale), [locale])
}
export type Format = ReturnType<typeof formatIn>

/** Every way of writing a figure, in one locale. */
export function formatIn(locale: string) {
  const short = (amount: AnyMoney) => moneyShort(amount, locale)
  return {
    locale,
    number: (value: number, digits?: number) => formatNumber(value, locale, digits),
    count: (count: number, one: string, many: string) => countText(count, one, many, locale),
    percent: (share: number, digits?: number) => percentText(share, locale, digits),
    points: (difference: number, digits?: number) => pointsChange(difference, locale, digits),
    ratio: (ratio: number) => ratioText(ratio, locale),
    weight: (weight: number) => weightText(weight, locale),
    signed: (difference: number, digits?: number) => signed(difference, locale, digits),
    money: (amount: AnyMoney) => moneyFull(amount, locale),
    moneyShort: short,
    moneyChange: (amount: AnyMoney) => moneyChange(amount, locale),
    moneyParts: (amount: AnyMoney) => moneyParts(amount, locale),
    axisMoney: (major: number, currency: string) => axisMoney(major, currency, locale),
    date: (date: string) => dateText(date, locale),
    month: (date: string) => monthText(date, locale),
    instant: (instant: string) => instantText(instant, locale),
    slip: (days: number) => slipText(days, locale),
    /** Money in a cell, or in two words why there is none. */
    moneyCell: (metric: Metric<AnyMoney>) => metricCell(metric, short),
    /** Money in a sentence, or in full words why there is none. */
    moneyWords: (metric: Metric<AnyMoney>) => metricText(metric, short),
  }
}
