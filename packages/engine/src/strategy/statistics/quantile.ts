/** How a value between two sorted ones is found: on the line between neighbours, the lower one that reaches the share, or on the line with room for what lies beyond (R-6, Weibull). */
export const quantileMethods = ['linear', 'inverted_cdf', 'weibull'] as const
export type QuantileMethod = (typeof quantileMethods)[number]

/** The value below which a share of the sorted values lies: share 0.5 is the median. Of no values it is 0; at small numbers the method matters. */
export function quantile(values: readonly number[], share: number, method: QuantileMethod = 'linear'): number {
  const sorted = [...values].sort((a, b) => a - b)
  const last = sorted.length - 1
  const wanted = method === 'linear' ? last * share : method === 'weibull' ? (last + 2) * share - 1 : Math.ceil(sorted.length * share - 1e-9) - 1
  const place = Math.max(0, Math.min(last, wanted))
  const [low, high] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0]
  return low + (high - low) * (place - Math.floor(place))
}
