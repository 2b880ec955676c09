/** Where a decimal number lies among whole multiples of something: at or below which, at or above which. */
export type Bounds = { readonly floor: number; readonly ceil: number; readonly exact: boolean }

/** The place of a decimal number times a whole number: −0.25 × 10 lies between −3 and −2. */
export function boundsOf(text: string, times: bigint): Bounds {
  const { whole, digits } = readDecimal(text)
  const [of, by] = [whole * times, 10n ** BigInt(digits)]
  const cut = of / by
  const exact = cut * by === of
  return { floor: Number(exact || of > 0n ? cut : cut - 1n), ceil: Number(exact || of < 0n ? cut : cut + 1n), exact }
}

/** A decimal number as a whole number of 10^-digits. */
export function readDecimal(text: string): { readonly whole: bigint; readonly digits: number } {
  const [, sign = '', before = '0', after = ''] = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim()) ?? []
  const whole = BigInt(`${before}${after}` || '0')
  return { whole: sign === '-' ? -whole : whole, digits: after.length }
}

/** Which of two decimal numbers is less: below 0, 0, above 0. Exact. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = [readDecimal(a), readDecimal(b)]
  const digits = Math.max(x.digits, y.digits)
  const step = x.whole * 10n ** BigInt(digits - x.digits) - y.whole * 10n ** BigInt(digits - y.digits)
  return step < 0n ? -1 : step > 0n ? 1 : 0
}
