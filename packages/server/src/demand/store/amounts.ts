import type { Flag, PublishedAmount } from '@throughline/engine/demand'
import { known, missing, money, undefinedBecause, undefinedReasons, type Currency, type Metric, type Money, type UndefinedReason } from '@throughline/engine/kernel'

/** A published amount as it is stored in a report: minor units as text, and what was printed. */
export type StoredAmount = {
  readonly status: 'value' | 'range' | 'none'
  readonly reason?: UndefinedReason
  readonly minor?: string
  readonly lowMinor?: string
  readonly highMinor?: string
  readonly currency: Currency
  readonly asPublished: string
  readonly cell: string
  readonly suspect?: Flag
}

/** A stored amount as a fact. A doubted value keeps its text and reason, and has no figure to add up. */
export function publishedAmount(stored: StoredAmount): PublishedAmount {
  const of = (minor: string | undefined): Money | null => (minor === undefined ? null : money(BigInt(minor), stored.currency))
  const value = of(stored.minor)
  return {
    metric: stored.status === 'value' && value && !stored.reason ? known(value) : undefinedBecause(stored.reason ?? 'NOT_PUBLISHED'),
    low: of(stored.lowMinor),
    high: of(stored.highMinor),
    asPublished: stored.asPublished,
    cell: stored.cell,
    suspect: stored.suspect ?? null,
  }
}

/** The current amount of an initiative from its two columns; missing where nobody has given it. */
export function currentAmount(field: string, minor: string | null, reason: string | null, currency: Currency): Metric<Money> {
  if (minor !== null) return known(money(BigInt(minor), currency))
  return isReason(reason) ? undefinedBecause(reason) : missing(field)
}

const isReason = (text: string | null): text is UndefinedReason => text !== null && text in undefinedReasons

/** The two columns of an amount. An amount in another currency than the organisation's cannot be added, and says so. */
export function amountColumns(amount: Metric<Money>, currency: Currency): { readonly minor: string | null; readonly reason: UndefinedReason | null } {
  if (amount.status === 'ok') return amount.value.currency === currency ? { minor: amount.value.minor.toString(), reason: null } : { minor: null, reason: 'MIXED_UNITS' }
  return { minor: null, reason: amount.status === 'undefined' ? amount.reason : null }
}
