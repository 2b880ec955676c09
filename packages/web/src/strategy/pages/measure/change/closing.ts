import type { ChangeInParts } from '@throughline/contract/strategy'
import { parseDecimal } from '@throughline/engine/kernel'

/** A change as it is drawn: where it began, each part, and where it ended, rounded to so many digits. */
export type ShownChange = { readonly before: number; readonly parts: readonly { readonly key: ChangeInParts['parts'][number]['key']; readonly amount: number }[]; readonly now: number; readonly digits: number }

/** Digits of an exact amount on the wire, and those that are printed at least and at most. */
const [exactDigits, fewest, most] = [9, 2, 4]

/**
 * The way from one figure to the other, rounded so that what is printed closes as well: each level on the way is rounded, and a part is the
 * difference of its two levels. As many digits as are there, from two to four.
 */
export function shownChange({ before, now, parts }: Pick<ChangeInParts, 'before' | 'now' | 'parts'>): ShownChange | undefined {
  if (before.metric.status !== 'ok' || now.metric.status !== 'ok' || parts.length === 0) return undefined
  const exact = (text: string): bigint => parseDecimal(text, exactDigits) ?? 0n
  const levels = parts.reduce<readonly bigint[]>((found, { amount }) => [...found, (found.at(-1) ?? 0n) + exact(amount)], [exact(before.metric.value.toFixed(exactDigits))])
  const digits = [fewest, fewest + 1].find((few) => levels.every((level) => level % 10n ** BigInt(exactDigits - few) === 0n)) ?? most
  const shown = levels.map((level) => Number((Number(level) / 1e9).toFixed(digits)))
  const first = shown[0] ?? 0
  return { before: first, parts: parts.map(({ key }, at) => ({ key, amount: Number(((shown[at + 1] ?? 0) - (shown[at] ?? 0)).toFixed(digits)) })), now: shown.at(-1) ?? first, digits }
}
