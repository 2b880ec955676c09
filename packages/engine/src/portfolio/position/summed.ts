import { explainTotal, known, mapMetric, money, moneyFigure, subtractMoney, sumMoney, undefinedBecause, undefinedReasons, type Explained, type Explanation, type Metric, type Money, type Part, type UndefinedReason } from '../../kernel/index.ts'

/** A total that was added up elsewhere: how many parts it has, the sum of those that have an amount, why the others have none, and its largest parts. */
export type Summed = {
  readonly count: number
  readonly known: number
  /** Minor units of the known parts. */
  readonly minor: bigint
  /** How many parts have no amount, by reason; `missing` where nobody has given it. */
  readonly without: ReadonlyMap<UndefinedReason | 'missing', number>
  /** The largest parts in the order of `explainTotal`: by size, those without an amount last, then by name. */
  readonly largest: readonly Part[]
}

/**
 * The same figure and explanation as `explainTotal` over all the parts, from their sum: for portfolios that nobody reads one by one.
 * What is not listed is one more line, so that the lines sum exactly to the total.
 */
export function explainSummed(term: string, summed: Summed, zero: Money, formula?: string): Explained<Money> {
  const metric = totalOfSummed(summed, zero)
  const note = gapNote(summed)
  const listed = explainTotal(term, summed.largest, zero, { most: summed.largest.length }).why.terms ?? []
  return { metric, why: { term, figure: mapMetric(metric, moneyFigure), ...(formula ? { formula } : {}), ...(note ? { note } : {}), terms: [...listed, ...restOf(summed, zero)] } }
}

/** The sum alone. Without any known part it is undefined, never zero; over no parts at all it is `zero`. */
export function totalOfSummed({ count, known: known_, minor, without }: Omit<Summed, 'largest'>, zero: Money): Metric<Money> {
  if (count === 0 || known_ > 0) return known({ ...zero, minor })
  const [reason, second] = [...without.keys()]
  return undefinedBecause(second === undefined && reason !== undefined && reason !== 'missing' ? reason : 'NOT_PUBLISHED')
}

/** One line for all parts that are not listed; undefined where none of them has an amount. */
function restOf({ count, known: known_, minor, largest }: Summed, zero: Money): readonly Explanation[] {
  const more = count - largest.length
  if (more <= 0) return []
  const amounts = largest.flatMap(({ amount }) => (amount.status === 'ok' ? [amount.value] : []))
  const rest: Metric<Money> = known_ > amounts.length ? known(subtractMoney(money(minor, zero.currency, zero.basis, zero.cashClass), sumMoney(amounts, zero))) : undefinedBecause('NOT_PUBLISHED')
  return [{ term: `and ${more} more`, figure: mapMetric(rest, moneyFigure) }]
}

function gapNote({ count, without }: Summed): string {
  const gaps = [...without].map(([reason, parts]) => [reason === 'missing' ? 'it has not been entered' : undefinedReasons[reason], parts] as const)
  const absent = gaps.reduce((sum, [, parts]) => sum + parts, 0)
  if (absent === 0) return ''
  const because = gaps.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([reason, parts]) => `${parts} because ${reason}`)
  return `${absent} of ${count} have no figure and are left out: ${because.join('; ')}.`
}
