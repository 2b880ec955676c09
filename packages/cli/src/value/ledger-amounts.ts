import { formatDecimal, minorDigits } from '@throughline/engine/kernel'
import { UsageError } from '../terminal/command.ts'
import { readAmount } from '../terminal/figures.ts'

/** Whole least units of a unit of account as text: `180000.00 GBP.noncash`, `12000 hour`. */
export function amountText(amount: string, unit: string): string {
  const [base = '', cash] = unit.split('.')
  return `${formatDecimal(BigInt(amount), cash === undefined ? 0 : minorDigits(base))} ${unit}`
}

/** Least units of an amount as a person types it in a unit of account: `250k` of GBP.cash, `120` of hour. */
export function readUnits(word: string, unit: string): string {
  const [base = '', cash] = unit.split('.')
  if (cash !== undefined) return readAmount(word, base).toString()
  if (!/^-?\d{1,16}$/.test(word)) throw new UsageError(`Found ${word}; expected a whole number of ${unit}.`)
  return word
}
