import { minorDigits } from '@throughline/engine/kernel'
import type { useFormat } from '../format/index.ts'

type Format = ReturnType<typeof useFormat>

/** What amounts of a unit of account are: a currency with its class of cash, or a unit of its own. */
export function unitWords(unit: string): string {
  const [base = '', cash] = unit.split('.')
  return cash === undefined ? base : cash === 'cash' ? `${base}, cash` : `${base}, not cash`
}

/** Whole least units of a unit of account as text: money in its currency, everything else as a number with its unit. */
export function amountWords(amount: string, unit: string, format: Format): string {
  const [base = '', cash] = unit.split('.')
  if (cash === undefined) return `${format.number(Number(amount), 0)} ${base}`
  return format.moneyShort({ minor: amount, currency: base })
}

/** An amount with its class of cash, where units stand in one line: £45k cash, £359k not cash, 12,000 hour. */
export function classedWords(amount: string, unit: string, format: Format): string {
  const [, cash] = unit.split('.')
  return cash === undefined ? amountWords(amount, unit, format) : `${amountWords(amount, unit, format)} ${cash === 'cash' ? 'cash' : 'not cash'}`
}

/** An amount that was added or taken away, with its sign. */
export const changeWords = (amount: string, unit: string, format: Format): string => (Number(amount) > 0 ? `+${amountWords(amount, unit, format)}` : amountWords(amount, unit, format))

/** Least units of a unit of account in whole ones, as the axis of a chart says them. */
export function axisWords(least: number, unit: string, format: Format): string {
  const [base = '', cash] = unit.split('.')
  return cash === undefined ? format.number(least, 0) : format.axisMoney(least / 10 ** minorDigits(base), base)
}
