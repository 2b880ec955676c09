import { known, mapMetric, undefinedBecause, undefinedReasons, type Metric, type UndefinedReason } from './metric.ts'
import { sumMoney, type Money } from './money.ts'
import { moneyFigure, type Explained, type Explanation, type Source } from './explain.ts'

/** One part of a total: an amount or the reason there is none, and where it comes from. */
export type Part = { readonly term: string; readonly amount: Metric<Money>; readonly source?: Source; readonly note?: string }

export type TotalOptions = {
  /** Method in docs/methods. */
  readonly formula?: string
  readonly note?: string
  readonly source?: Source
  /** How many parts the explanation lists; the rest are counted as omitted. 12 unless said. */
  readonly most?: number
  /** Why a total without any known part is undefined. NOT_PUBLISHED unless said. */
  readonly whenEmpty?: UndefinedReason
}

/**
 * Sum of the parts that are known, all in the unit of `zero`, with its explanation: parts by size, and how many have no amount and why.
 * A total in which no part is known is undefined, never zero; a total over no parts at all is `zero`.
 */
export function explainTotal(term: string, parts: readonly Part[], zero: Money, options: TotalOptions = {}): Explained<Money> {
  const amounts = parts.flatMap((part) => (part.amount.status === 'ok' ? [part.amount.value] : []))
  const metric: Metric<Money> =
    parts.length > 0 && amounts.length === 0 ? undefinedBecause(commonReason(parts) ?? options.whenEmpty ?? 'NOT_PUBLISHED') : known(sumMoney(amounts, zero))
  const most = options.most ?? 12
  const listed = [...parts].sort(bySize).slice(0, most)
  const note = [options.note, gapNote(parts)].filter(Boolean).join(' ')
  const why: Explanation = {
    term,
    figure: mapMetric(metric, moneyFigure),
    ...(options.formula ? { formula: options.formula } : {}),
    ...(options.source ? { source: options.source } : {}),
    ...(note ? { note } : {}),
    terms: listed.map(explainPart),
    ...(parts.length > most ? { omitted: parts.length - most } : {}),
  }
  return { metric, why }
}

function explainPart(part: Part): Explanation {
  return { term: part.term, figure: mapMetric(part.amount, moneyFigure), ...(part.source ? { source: part.source } : {}), ...(part.note ? { note: part.note } : {}) }
}

/** Larger amounts first, then parts without an amount; ties by name, so that the order never depends on the input's. */
function bySize(a: Part, b: Part): number {
  const [x, y] = [size(a), size(b)]
  return x === y ? (a.term < b.term ? -1 : a.term > b.term ? 1 : 0) : x > y ? -1 : 1
}
function size(part: Part): bigint {
  if (part.amount.status !== 'ok') return -1n
  const { minor } = part.amount.value
  return minor < 0n ? -minor : minor
}

/** The one reason that all parts share, if they do. */
function commonReason(parts: readonly Part[]): UndefinedReason | undefined {
  const reasons = new Set(parts.map((part) => (part.amount.status === 'undefined' ? part.amount.reason : undefined)))
  return reasons.size === 1 ? [...reasons][0] : undefined
}

/** `3 of 90 have no figure: 2 withheld …, 1 missing.` */
function gapNote(parts: readonly Part[]): string {
  const counts = new Map<string, number>()
  for (const { amount } of parts) {
    if (amount.status === 'ok') continue
    const reason = amount.status === 'undefined' ? undefinedReasons[amount.reason] : amount.status === 'missing' ? 'it has not been entered' : 'it does not apply'
    counts.set(reason, (counts.get(reason) ?? 0) + 1)
  }
  const without = [...counts.values()].reduce((sum, count) => sum + count, 0)
  if (without === 0) return ''
  const because = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([reason, count]) => `${count} because ${reason}`)
  return `${without} of ${parts.length} have no figure and are left out: ${because.join('; ')}.`
}
