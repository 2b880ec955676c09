import { known, mapMetric, numberFigure, textFigure, undefinedBecause, type Explanation, type Metric } from '../../kernel/index.ts'
import { controlChart, limitsOf, signalsAmong, standardLimits, trialBelow, type Reading, type SignalRule } from '../../strategy/index.ts'

/** A month as a chart sees it: how many of how many. Months without any of them have no point. */
export type RatePoint = { readonly count: number; readonly size: number }
/** `xmr`: counts as they are; `u`: counts for each unit looked at; `p`: shares. */
export type RateChartKind = 'xmr' | 'u' | 'p'
/** Limits are null while there are too few months. */
export type RateChartPoint = { readonly value: number | null; readonly upper: number | null; readonly lower: number | null; readonly rule: SignalRule | null; readonly reading: Reading | null }
export type RateChart = { readonly kind: RateChartKind; readonly mean: Metric<number>; readonly points: readonly RateChartPoint[]; readonly why: Explanation }

/** Months with a value from which on limits are drawn. */
export const fewestMonths = trialBelow

/**
 * Defects of reviews by month (defect-trend): an XmR chart of counts where each month has as many reviews, else a u-chart of defects for each
 * review. More defects found are neither better nor worse. Screened once: what lies beyond the first limits is not part of the final ones.
 */
export function defectChart(months: readonly RatePoint[]): RateChart {
  const sizes = new Set(months.filter(({ size }) => size > 0).map(({ size }) => size))
  return sizes.size > 1 ? ratesChart('u', months, `Months differ in their reviews (${[Math.min(...sizes), Math.max(...sizes)].join(' to ')}), so that counts cannot be compared: u-chart of defects for each review`) : countsChart(months, sizes.size === 0 ? 'Nothing was reviewed in a month that is over' : 'Each month has as many reviews: XmR chart of counts')
}

/** First-pass acceptance by month (defect-trend): a p-chart, for the number of decisions differs and each is a yes or a no. */
export const firstPassChart = (months: readonly RatePoint[]): RateChart => ratesChart('p', months, 'A share of decisions whose number differs between months: p-chart')

function countsChart(months: readonly RatePoint[], because: string): RateChart {
  const values = months.map(({ count, size }) => (size > 0 ? count : null))
  const enough = values.filter((value) => value !== null).length >= fewestMonths
  const chart = controlChart(values, { direction: 'neutral', screenRanges: true, naturalLeast: 0 })
  const limits = enough ? chart.limits : undefinedBecause('INSUFFICIENT_POINTS')
  const points = chart.points.map((point): RateChartPoint => (limits.status === 'ok' ? { ...point, upper: limits.value.upper, lower: chart.lowerShown } : { value: point.value, upper: null, lower: null, rule: null, reading: null }))
  const mean = mapMetric(limitsOf(values, true), (all) => all.mean)
  const all = limitsOf(values, false)
  const screened = limits.status === 'ok' && all.status === 'ok' && limits.value.meanMovingRange < all.value.meanMovingRange
  return { kind: 'xmr', mean, points, why: explained('xmr', because, mean, values, screened ? 'Moving ranges beyond 3.267 times their mean were left out once' : undefined) }
}

function ratesChart(kind: 'u' | 'p', months: readonly RatePoint[], because: string): RateChart {
  const held = months.filter(({ size }) => size > 0)
  const values = months.map(({ count, size }) => (size > 0 ? count / size : null))
  const all = meanOf(held)
  if (all === undefined) return { kind, mean: undefinedBecause('NO_ACTUALS'), points: values.map(() => blank(null)), why: explained(kind, because, undefinedBecause('NO_ACTUALS'), values) }
  const screened = held.filter((point) => Math.abs(standing(kind, point, all) ?? 0) <= 3)
  // What is left may be all the same; limits of no width would call nothing a signal.
  const usual = deviation(kind, meanOf(screened) ?? 0, 1) > 0 ? screened : held
  const mean = meanOf(usual) ?? all
  const why = explained(kind, because, known(mean), values, usual.length < held.length ? `${held.length - usual.length} of them beyond the first limits, and left out of the mean` : undefined)
  if (held.length < fewestMonths) return { kind, mean: known(mean), points: values.map(blank), why }
  const signals = signalsAmong(months.map((point) => (point.size > 0 ? standing(kind, point, mean) : null)), standardLimits, kind === 'p' ? 'higher' : 'neutral')
  return {
    kind, mean: known(mean), why,
    points: months.map(({ size }, at): RateChartPoint => {
      const spread = size > 0 ? 3 * deviation(kind, mean, size) : null
      const { rule = null, reading = null } = signals[at] ?? {}
      return { value: values[at] ?? null, upper: spread === null ? null : kind === 'p' ? Math.min(1, mean + spread) : mean + spread, lower: spread === null ? null : Math.max(0, mean - spread), rule, reading }
    }),
  }
}

const blank = (value: number | null): RateChartPoint => ({ value, upper: null, lower: null, rule: null, reading: null })
/** The mean of all together, weighed by size; undefined where there is nothing. */
const meanOf = (points: readonly RatePoint[]): number | undefined => {
  const size = points.reduce((sum, one) => sum + one.size, 0)
  return size === 0 ? undefined : points.reduce((sum, one) => sum + one.count, 0) / size
}
/** Standard deviation of a value of so many: of a Poisson count for each unit, or of a binomial share. */
const deviation = (kind: 'u' | 'p', mean: number, size: number): number => Math.sqrt((kind === 'p' ? mean * (1 - mean) : mean) / size)
/** How many standard deviations a point is from the mean; null where all points must be the same. */
function standing(kind: 'u' | 'p', { count, size }: RatePoint, mean: number): number | null {
  const spread = deviation(kind, mean, size)
  return spread === 0 ? null : (count / size - mean) / spread
}

const chartWords: Readonly<Record<RateChartKind, string>> = { xmr: 'XmR chart', u: 'u-chart', p: 'p-chart' }
function explained(kind: RateChartKind, because: string, mean: Metric<number>, values: readonly (number | null)[], screened?: string): Explanation {
  const held = values.filter((value) => value !== null).length
  const limits = kind === 'xmr' ? 'Limits: mean ± 2.66 × mean moving range' : kind === 'u' ? 'Limits: mean ± 3 × √(mean ÷ reviews of the month)' : 'Limits: mean ± 3 × √(mean × (1 − mean) ÷ decisions of the month)'
  return {
    term: 'Chart', figure: known(textFigure(chartWords[kind])), formula: 'defect-trend', note: `${because}. ${held < fewestMonths ? `Limits are drawn from ${fewestMonths} months with a value on` : limits}`,
    terms: [{ term: 'Mean', figure: mapMetric(mean, (value) => (kind === 'p' ? numberFigure(Math.round(value * 1000) / 10, 'percent') : numberFigure(Math.round(value * 100) / 100))) }, { term: 'Months with a value', figure: known(numberFigure(held)), ...(screened ? { note: screened } : {}) }],
  }
}
