import { invariant } from '../../kernel/index.ts'

/** One line of a product line: how much, and at what price. */
export type PricedLine = { readonly name: string; readonly volume: number; readonly price: number }
/** A change in parts that sum to it exactly; the last one takes what rounding leaves. */
export type SpikeParts = { readonly total: number; readonly parts: readonly { readonly key: 'volume' | 'price' | 'mix' | 'joint' | 'rate'; readonly amount: number }[] }

/** y = price × volume in two factors (price-volume-mix): volume at the old price, price at the old volume, and both together on their own. */
export function priceVolume(before: Omit<PricedLine, 'name'>, after: Omit<PricedLine, 'name'>): SpikeParts {
  const volume = (after.volume - before.volume) * before.price
  const price = (after.price - before.price) * before.volume
  const total = after.volume * after.price - before.volume * before.price
  return { total, parts: [{ key: 'volume', amount: volume }, { key: 'price', amount: price }, { key: 'joint', amount: total - volume - price }] }
}

/**
 * Lines of a whole in three parts (price-volume-mix; Kitagawa 1955): the whole volume at the old mix and prices, the shares of the lines
 * at old prices, and the prices at the new volumes. A line that is on one side only counts with volume zero on the other and the price it has.
 */
export function priceVolumeMix(before: readonly PricedLine[], after: readonly PricedLine[]): SpikeParts {
  const names = [...new Set([...before, ...after].map(({ name }) => name))]
  const lines = names.map((name) => {
    const [old, now] = [before.find((line) => line.name === name), after.find((line) => line.name === name)]
    return { oldVolume: old?.volume ?? 0, newVolume: now?.volume ?? 0, oldPrice: old?.price ?? now?.price ?? 0, newPrice: now?.price ?? old?.price ?? 0 }
  })
  const sum = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((total, line) => total + of(line), 0)
  const [was, is] = [sum((line) => line.oldVolume), sum((line) => line.newVolume)]
  const total = sum((line) => line.newVolume * line.newPrice - line.oldVolume * line.oldPrice)
  const volume = was === 0 ? sum((line) => line.newVolume * line.oldPrice) : (is / was - 1) * sum((line) => line.oldVolume * line.oldPrice)
  const mix = was === 0 ? 0 : sum((line) => (line.newVolume - (line.oldVolume * is) / was) * line.oldPrice)
  return { total, parts: [{ key: 'volume', amount: volume }, { key: 'mix', amount: mix }, { key: 'price', amount: total - volume - mix }] }
}

/** A ratio over groups (Kitagawa 1955): what the rates of the groups changed at mean shares, and what their shares changed at mean rates. */
export function rateAndMix(before: readonly { readonly name: string; readonly share: number; readonly rate: number }[], after: readonly { readonly name: string; readonly share: number; readonly rate: number }[]): SpikeParts {
  const pairs = before.map((old) => ({ old, now: after.find(({ name }) => name === old.name) ?? old }))
  invariant(before.length === after.length && pairs.every(({ now, old }) => now.name === old.name), 'both sides have the same groups')
  const sum = (of: (pair: (typeof pairs)[number]) => number): number => pairs.reduce((total, pair) => total + of(pair), 0)
  const total = sum(({ old, now }) => now.share * now.rate - old.share * old.rate)
  const rate = sum(({ old, now }) => ((now.rate - old.rate) * (old.share + now.share)) / 2)
  return { total, parts: [{ key: 'rate', amount: rate }, { key: 'mix', amount: total - rate }] }
}

/** Any product of factors, each factor’s mean effect over all orders of changing them (Shapley); at most ten factors. */
export function productEffects(before: readonly number[], after: readonly number[]): readonly number[] {
  const count = before.length
  invariant(count === after.length && count >= 1 && count <= 10, 'both sides have the same one to ten factors')
  const weights = [1 / count]
  for (let size = 1; size < count; size++) weights.push(((weights[size - 1] ?? 0) * size) / (count - size))
  const valueOf = (set: number): number => before.reduce((product, old, at) => product * ((set & (1 << at)) === 0 ? old : (after[at] ?? old)), 1)
  const sizeOf = (set: number): number => before.filter((_, at) => (set & (1 << at)) !== 0).length
  return before.map((_, factor) => {
    let effect = 0
    for (let set = 0; set < 1 << count; set++) if ((set & (1 << factor)) === 0) effect += (weights[sizeOf(set)] ?? 0) * (valueOf(set | (1 << factor)) - valueOf(set))
    return effect
  })
}

/** A signal, what it is made of, what may have caused it, and what was settled; unexplained is a legal end. Noise is not explained. */
export type SpikeRecord = { readonly parts: SpikeParts; readonly candidates: readonly { readonly event: string; readonly daysBefore: number }[]; readonly cause: { readonly event: string; readonly evidence: string; readonly recurs: boolean } | 'unexplained' }

/** Events that fit in time: up to so many days before a signal, the nearest first. They are candidates; what fits in time proves nothing. */
export const candidateEvents = <E extends SpikeRecord['candidates'][number]>(events: readonly E[], withinDays: number): readonly E[] =>
  events.filter(({ daysBefore }) => daysBefore >= 0 && daysBefore <= withinDays).sort((a, b) => a.daysBefore - b.daysBefore)
