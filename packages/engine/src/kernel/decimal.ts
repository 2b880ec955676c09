import { invariant } from './result.ts'

/** numerator / denominator rounded half to even (banker's rounding). 5/2 → 2, 7/2 → 4, −5/2 → −2. */
export function roundRatioHalfEven(numerator: bigint, denominator: bigint): bigint {
  invariant(denominator !== 0n, 'a ratio has a denominator other than zero')
  const sign = numerator < 0n !== denominator < 0n ? -1n : 1n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const floor = n / d
  const twice = (n % d) * 2n
  const up = twice > d || (twice === d && floor % 2n === 1n)
  return sign * (up ? floor + 1n : floor)
}

/**
 * Reads a plain decimal text (`-1234.5`, no grouping, no exponent) as whole units of 10^-digits, half-even.
 * Returns undefined where the text is no such number. parseDecimal('1.005', 2) → 100n.
 */
export function parseDecimal(text: string, digits: number): bigint | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim())
  if (!match || (!match[2] && !match[3])) return undefined
  const fraction = match[3] ?? ''
  const scaled = BigInt((match[2] || '0') + fraction)
  const shift = digits - fraction.length
  const value = shift >= 0 ? scaled * 10n ** BigInt(shift) : roundRatioHalfEven(scaled, 10n ** BigInt(-shift))
  return match[1] === '-' ? -value : value
}

/** Whole units of 10^-digits as plain decimal text: formatDecimal(-5n, 2) → '-0.05'. */
export function formatDecimal(units: bigint, digits: number): string {
  const sign = units < 0n ? '-' : ''
  const text = (units < 0n ? -units : units).toString().padStart(digits + 1, '0')
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`
}
