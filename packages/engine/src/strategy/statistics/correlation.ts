import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'

/** A rank correlation with its 95 % interval and the number of pairs it stands on. */
export type RankCorrelation = { readonly value: number; readonly low: number; readonly high: number; readonly pairs: number }

/**
 * Spearman's ρ with the interval of Bonett and Wright (2000): tanh(atanh ρ ± 1.96 √((1 + ρ²/2)/(n − 3))).
 * Undefined below four pairs, and where a side never changes.
 */
export function spearman(pairs: readonly (readonly [number, number])[]): Metric<RankCorrelation> {
  const n = pairs.length
  if (n < 4) return undefinedBecause('INSUFFICIENT_POINTS')
  const [a, b] = [ranks(pairs.map(([first]) => first)), ranks(pairs.map(([, second]) => second))]
  const middle = (n + 1) / 2
  const product = (x: readonly number[], y: readonly number[]): number => x.reduce((sum, each, index) => sum + (each - middle) * ((y[index] ?? middle) - middle), 0)
  const [spreadA, spreadB] = [product(a, a), product(b, b)]
  if (spreadA === 0 || spreadB === 0) return undefinedBecause('DIV_BY_ZERO')
  const value = Math.max(-1, Math.min(1, product(a, b) / Math.sqrt(spreadA * spreadB)))
  const wide = 1.96 * Math.sqrt((1 + (value * value) / 2) / (n - 3))
  return known({ value, low: Math.tanh(Math.atanh(value) - wide), high: Math.tanh(Math.atanh(value) + wide), pairs: n })
}

/** Ranks from 1, ties sharing the mean of their places. */
function ranks(values: readonly number[]): readonly number[] {
  const order = values.map((value, index) => ({ value, index })).sort((x, y) => x.value - y.value)
  const found = new Array<number>(values.length).fill(0)
  for (let from = 0; from < order.length; ) {
    let to = from
    while (to < order.length && order[to]?.value === order[from]?.value) to++
    for (let at = from; at < to; at++) found[order[at]?.index ?? 0] = (from + 1 + to) / 2
    from = to
  }
  return found
}
