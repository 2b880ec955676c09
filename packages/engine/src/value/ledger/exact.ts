import { formatDecimal, invariant, parseDecimal, roundRatioHalfEven } from '../../kernel/index.ts'

/** A decimal without loss: whole units of 10^-digits. Measures are multiplied without a float. */
export type Exact = { readonly scaled: bigint; readonly digits: number }

/** Reads a plain decimal: exact('9.7'). A text that is none is our fault. */
export function exact(text: string): Exact {
  const digits = text.split('.')[1]?.length ?? 0
  const scaled = parseDecimal(text, digits)
  invariant(scaled !== undefined, `${text} is a plain decimal`)
  return { scaled, digits }
}

/** As plain decimal text, so that it can be kept: the way back of `exact`. */
export const exactText = ({ scaled, digits }: Exact): string => formatDecimal(scaled, digits)

export const one: Exact = { scaled: 1n, digits: 0 }

export function subtractExact(a: Exact, b: Exact): Exact {
  const digits = Math.max(a.digits, b.digits)
  return { scaled: a.scaled * tens(digits - a.digits) - b.scaled * tens(digits - b.digits), digits }
}

export const multiplyExact = (a: Exact, b: Exact): Exact => ({ scaled: a.scaled * b.scaled, digits: a.digits + b.digits })
export const negateExact = (a: Exact): Exact => ({ scaled: -a.scaled, digits: a.digits })
/** −1, 0 or 1 as a is below, at or above b. */
export function compareExact(a: Exact, b: Exact): -1 | 0 | 1 {
  const { scaled } = subtractExact(a, b)
  return scaled < 0n ? -1 : scaled > 0n ? 1 : 0
}

/** To a whole number, half to even. */
export const roundExact = ({ scaled, digits }: Exact): bigint => roundRatioHalfEven(scaled, tens(digits))

const tens = (power: number): bigint => 10n ** BigInt(power)
