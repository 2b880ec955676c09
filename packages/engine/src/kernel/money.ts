import { largestRemainder } from './allocate.ts'
import { roundRatioHalfEven } from './decimal.ts'
import { invariant } from './result.ts'

/** ISO 4217 code, for example `GBP`. */
export type Currency = string
/** Nominal money of the day, or real money at the prices of a base year. */
export type PriceBasis = { readonly kind: 'nominal' } | { readonly kind: 'real'; readonly baseYear: number; readonly index: string }
/** Cash-releasing and non-cash-releasing are different units: they are never added. */
export type CashClass = 'cash_releasing' | 'non_cash_releasing' | 'na'

/** Whole minor units of a currency (pence, cents) at a price basis and cash class (conventions 0.2). */
export type Money = {
  readonly minor: bigint
  readonly currency: Currency
  readonly basis: PriceBasis
  readonly cashClass: CashClass
}

export const nominal: PriceBasis = { kind: 'nominal' }

/** Money from whole minor units; nominal and without cash class unless said. */
export function money(minor: bigint, currency: Currency, basis: PriceBasis = nominal, cashClass: CashClass = 'na'): Money {
  return { minor, currency, basis, cashClass }
}

/** Digits after the point in the currency's minor unit; ISO 4217 exceptions, 2 otherwise. */
export function minorDigits(currency: Currency): number {
  return minorDigitsExceptions[currency] ?? 2
}
const minorDigitsExceptions: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
}

/** Whether two amounts may be added: same currency, price basis and cash class. */
export function sameUnit(a: Money, b: Money): boolean {
  return a.currency === b.currency && a.cashClass === b.cashClass && basisKey(a.basis) === basisKey(b.basis)
}

/** The unit as text, one for each kind of money that may be added: `GBP nominal na`. */
export function unitKey(amount: Money): string {
  return `${amount.currency} ${basisKey(amount.basis)} ${amount.cashClass}`
}
const basisKey = (basis: PriceBasis): string => (basis.kind === 'nominal' ? 'nominal' : `real ${basis.baseYear} ${basis.index}`)

/** Sum of two amounts of one unit; mixing units is our fault and throws. */
export function addMoney(a: Money, b: Money): Money {
  invariant(sameUnit(a, b), `${unitKey(a)} is added to the same unit, not to ${unitKey(b)}`)
  return { ...a, minor: a.minor + b.minor }
}

export const negateMoney = (a: Money): Money => ({ ...a, minor: -a.minor })
export const subtractMoney = (a: Money, b: Money): Money => addMoney(a, negateMoney(b))

/** Sum of amounts of one unit, starting from `zero`, which also names the unit of an empty sum. */
export const sumMoney = (amounts: readonly Money[], zero: Money): Money => amounts.reduce(addMoney, zero)

/** a × numerator / denominator, rounded half-even to the minor unit. */
export function scaleMoney(a: Money, numerator: bigint, denominator: bigint): Money {
  invariant(denominator !== 0n, 'money is scaled by a ratio with a denominator other than zero')
  return { ...a, minor: roundRatioHalfEven(a.minor * numerator, denominator) }
}

/** Splits an amount by weights so that the parts sum exactly to the whole (largest remainder, rules 4.1.6). */
export function allocateMoney(whole: Money, weights: readonly bigint[]): readonly Money[] {
  return largestRemainder(whole.minor, weights).map((minor) => ({ ...whole, minor }))
}
