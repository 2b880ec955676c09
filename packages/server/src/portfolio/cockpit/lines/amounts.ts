import { minorOf, type Amounts } from '../../../demand/index.ts'

/** Minor units, exact: a number where it is safe to add and subtract such, else a bigint. Both may be compared with each other. */
export type Minor = number | bigint

/** Amounts whose upper half is below this are whole numbers that a double holds, also their differences. */
const safeHigh = 2 ** 19
const isSafe = ({ high }: Amounts, at: number): boolean => Math.abs(high[at] ?? 0) < safeHigh
const numberAt = ({ high, low }: Amounts, at: number): number => (high[at] ?? 0) * 4_294_967_296 + (low[at] ?? 0)

/** The amount at a place; undefined where there is none. */
export function minorAt(amounts: Amounts, at: number): Minor | undefined {
  if (amounts.because[at] !== 0) return undefined
  return isSafe(amounts, at) ? numberAt(amounts, at) : minorOf(amounts, at)
}

/** One amount less another; undefined where either is missing. */
export function minorChange(to: Amounts, toAt: number, from: Amounts, fromAt: number): Minor | undefined {
  if (to.because[toAt] !== 0 || from.because[fromAt] !== 0) return undefined
  if (isSafe(to, toAt) && isSafe(from, fromAt)) return numberAt(to, toAt) - numberAt(from, fromAt)
  return (minorOf(to, toAt) ?? 0n) - (minorOf(from, fromAt) ?? 0n)
}

/** Whether there is a change, and not of nothing. */
export const isChange = (minor: Minor | undefined): minor is Minor => minor !== undefined && minor !== 0 && minor !== 0n

/** How much it is, whatever its sign. */
export const sizeOf = (minor: Minor | undefined): Minor | null => (minor === undefined ? null : minor < 0 ? -minor : minor)

/** Larger first, those without a size last. */
export function bySize(a: Minor | null, b: Minor | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a > b ? -1 : a < b ? 1 : 0
}

/** Below this a hundred times an amount is still a whole number that a double holds. */
const safeHundredfold = 2 ** 13
const isSmall = ({ high }: Amounts, at: number): boolean => Math.abs(high[at] ?? 0) < safeHundredfold

/** Whether `to` is more than `from` by over so many percent of it, where `from` is above zero. */
export function growsBy(percent: bigint, to: Amounts, toAt: number, from: Amounts, fromAt: number): boolean {
  if (to.because[toAt] !== 0 || from.because[fromAt] !== 0) return false
  if (percent <= 100n && isSmall(to, toAt) && isSmall(from, fromAt)) {
    const [was, is] = [numberAt(from, fromAt), numberAt(to, toAt)]
    return was > 0 && (is - was) * 100 > was * Number(percent)
  }
  const [before, after] = [minorOf(from, fromAt), minorOf(to, toAt)]
  return before !== undefined && after !== undefined && before > 0n && (after - before) * 100n > before * percent
}
