/** A point of a frontier: what is allowed, in percent, and what was found for it; null where nothing was. */
export type KneeCandidate = { readonly percent: number; readonly value: number | null }

/**
 * Points after which more brings markedly less: Kneedle (Satopää and others, 2011) with sensitivity 1, on axes that both run from 0 to 1.
 * A point is a knee where its height over the chord is greatest nearby, and falls by the mean step before it rises again. Dearest first: the
 * greatest height leads. Empty where there are fewer than three points or nothing grows. Percentages ascend, values never fall.
 */
export function kneesOf(points: readonly KneeCandidate[]): readonly number[] {
  const known = points.flatMap(({ percent, value }) => (value === null ? [] : [{ percent, value }])).sort((a, b) => a.percent - b.percent)
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined || known.length < 3 || last.value <= first.value) return []
  const height = known.map(({ percent, value }) => (value - first.value) / (last.value - first.value) - (percent - first.percent) / (last.percent - first.percent))
  const fall = 1 / (known.length - 1)
  return known
    .map(({ percent }, at) => ({ percent, at, height: height[at]! }))
    .filter(({ at }) => at > 0 && at < known.length - 1 && height[at]! > 0 && height[at]! >= height[at - 1]! && height[at]! > height[at + 1]! && fallsEnough(height, at, fall))
    .sort((a, b) => b.height - a.height || a.percent - b.percent)
    .map(({ percent }) => percent)
}

/** Whether the height falls below that of the peak less the step before it reaches the peak again; at the end of the chord it is 0. */
function fallsEnough(height: readonly number[], peak: number, fall: number): boolean {
  for (let at = peak + 1; at < height.length; at++) {
    if (height[at]! >= height[peak]!) return false
    if (height[at]! <= height[peak]! - fall) return true
  }
  return height[peak]! >= fall
}
