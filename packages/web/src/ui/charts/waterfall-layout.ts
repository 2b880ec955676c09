/** A step of a waterfall. A total states where the bars have come to; a change moves them; null: there is no figure, and why. */
export type WaterfallStep = {
  readonly key: string
  readonly label: string
  readonly kind: 'total' | 'change'
  readonly value: number | null
  readonly reason?: string
  /** Whether a rise is good; a change without it is neutral. */
  readonly risesAre?: 'good' | 'bad'
}

/** A bar from one value to another; `gap` is what the changes before a total do not explain. */
export type WaterfallBar = {
  readonly key: string
  readonly label: string
  readonly kind: 'total' | 'change' | 'gap' | 'undefined'
  readonly from: number
  readonly to: number
  readonly value: number | null
  readonly reason?: string
  readonly tone?: 'good' | 'bad'
}

/**
 * Lays out bars that close: where the changes since the last total do not reach the next one, a bar of their difference
 * is put between them, unless it is what adding fractions of such size leaves. After a change without a figure nothing can be reckoned, so no gap is claimed before the next total.
 *
 *     total 10, change −4, total 5  →  10 | −4 | gap −1 | 5
 */
export function waterfallBars(steps: readonly WaterfallStep[], gapLabel: string): readonly WaterfallBar[] {
  const tolerance = 1e-12 * Math.max(1, ...steps.map(({ value }) => Math.abs(value ?? 0)))
  const bars: WaterfallBar[] = []
  let reached: number | null = null
  let level = 0
  for (const step of steps) {
    const { key, label, value } = step
    if (value === null) {
      bars.push({ key, label, kind: 'undefined', from: level, to: level, value: null, reason: step.reason ?? 'No figure' })
      reached = null
      continue
    }
    if (step.kind === 'total') {
      if (reached !== null && Math.abs(value - reached) > tolerance) bars.push({ key: `${key}-gap`, label: gapLabel, kind: 'gap', from: reached, to: value, value: value - reached })
      bars.push({ key, label, kind: 'total', from: 0, to: value, value })
      reached = value
    } else {
      const tone = step.risesAre === undefined || value === 0 ? undefined : value > 0 === (step.risesAre === 'good') ? 'good' : 'bad'
      bars.push({ key, label, kind: 'change', from: level, to: level + value, value, ...(tone && { tone }) })
      reached = bars.length === 1 ? value : reached === null ? null : reached + value
    }
    level = step.kind === 'total' ? value : level + value
  }
  return bars
}

/**
 * Heights at which the labels over bars stand, each `wanted` unless it would run into its left neighbour: then it goes one
 * line above it. Heights grow downwards, as on the screen; `stepPx` is the distance from bar to bar.
 */
export function labelHeights(labels: readonly { readonly wanted: number; readonly widthPx: number }[], stepPx: number, linePx: number): readonly number[] {
  const heights: number[] = []
  labels.forEach(({ wanted, widthPx }, index) => {
    const [left, leftHeight] = [labels[index - 1], heights[index - 1]]
    const beside = left !== undefined && (left.widthPx + widthPx) / 2 + labelGapPx > stepPx
    const touches = beside && leftHeight !== undefined && Math.abs(wanted - leftHeight) < linePx
    heights.push(touches ? leftHeight - linePx : wanted)
  })
  return heights
}
const labelGapPx = 10
