import { known, undefinedBecause, type Metric } from '../../kernel/index.ts'

/** Why a point is a signal; the first that holds, in this order. */
export type SignalRule = 'outside_limits' | 'trend' | 'two_of_three' | 'one_side'
/** What a signal means for the measure; neutral where neither way is better. */
export type Reading = 'improvement' | 'concern' | 'neutral'
export type ChartPoint = { readonly value: number | null; readonly rule: SignalRule | null; readonly reading: Reading | null }

/** Limits of a stretch of points: mean ± 2.66 times the mean moving range, and the largest moving range that is usual. */
export type Limits = { readonly mean: number; readonly meanMovingRange: number; readonly upper: number; readonly lower: number; readonly usualRange: number; readonly trial: boolean }
export type ControlChart = { readonly limits: Metric<Limits>; readonly points: readonly ChartPoint[]; readonly lowerShown: number | null }
export type ChartOptions = {
  readonly direction: 'higher' | 'lower' | 'neutral'
  /** Leave moving ranges beyond 3.267 times their mean out, once. */
  readonly screenRanges?: boolean
  /** Limits from so many points at the start, applied to all. */
  readonly fixAfter?: number
  /** A value that cannot be passed, shown instead of a limit below it. */
  readonly naturalLeast?: number
}

/** Points below which limits are only a trial. */
export const trialBelow = 12
const [limitFactor, rangeFactor] = [2.66, 3.267]

/**
 * Individuals and moving range chart (control-chart; W. Shewhart, D. Wheeler). Four rules tell signal from noise, all points of a pattern
 * are marked, and a missing point breaks moving ranges and patterns. Not for series that add up over the year.
 */
export function controlChart(values: readonly (number | null)[], options: ChartOptions): ControlChart {
  const limits = limitsOf(options.fixAfter === undefined ? values : values.slice(0, options.fixAfter), options.screenRanges ?? false)
  if (limits.status !== 'ok') return { limits, points: values.map((value) => ({ value, rule: null, reading: null })), lowerShown: null }
  const { lower } = limits.value
  return { limits, points: signalsAmong(values, limits.value, options.direction), lowerShown: options.naturalLeast === undefined ? lower : Math.max(lower, options.naturalLeast) }
}

/** Which values are signals against given limits, by the same four rules for every kind of chart. */
export const signalsAmong = (values: readonly (number | null)[], limits: Limits, direction: ChartOptions['direction']): readonly ChartPoint[] =>
  values.map((value, at): ChartPoint => {
    const rule = value === null ? null : ruleAt(values, at, limits)
    return { value, rule, reading: rule === null || value === null ? null : readingOf(values, at, rule, limits.mean, direction) }
  })
/** Limits of values that were standardised: so many standard deviations from their mean, so that the rules read them as they are. */
export const standardLimits: Limits = { mean: 0, meanMovingRange: 3 / limitFactor, upper: 3, lower: -3, usualRange: (rangeFactor * 3) / limitFactor, trial: false }

export function limitsOf(values: readonly (number | null)[], screenRanges: boolean): Metric<Limits> {
  const given = values.filter((value) => value !== null)
  const ranges = values.slice(1).flatMap((value, at) => {
    const before = values[at]
    return value === null || before === null || before === undefined ? [] : [Math.abs(value - before)]
  })
  if (given.length < 2 || ranges.length === 0) return undefinedBecause('INSUFFICIENT_POINTS')
  const mean = average(given)
  const all = average(ranges)
  const meanMovingRange = screenRanges ? average(ranges.filter((range) => range < rangeFactor * all || all === 0)) : all
  return known({ mean, meanMovingRange, upper: mean + limitFactor * meanMovingRange, lower: mean - limitFactor * meanMovingRange, usualRange: rangeFactor * meanMovingRange, trial: given.length < trialBelow })
}

const average = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Outside the limits; seven points that rise or fall throughout; two of three near a limit on one side; seven on one side of the mean. */
function ruleAt(values: readonly (number | null)[], at: number, { mean, upper, lower, meanMovingRange }: Limits): SignalRule | null {
  const value = values[at] ?? mean
  if (value > upper || value < lower) return 'outside_limits'
  if (windows(values, at, 7).some(runs)) return 'trend'
  const near = (limitFactor * 2 * meanMovingRange) / 3
  const beyond = (each: number): boolean => Math.abs(each - mean) > near && each <= upper && each >= lower
  if (beyond(value) && windows(values, at, 3).some((three) => sameSide(three, mean) && three.filter(beyond).length >= 2)) return 'two_of_three'
  return windows(values, at, 7).some((seven) => sameSide(seven, mean)) ? 'one_side' : null
}

const runs = (values: readonly number[]): boolean => [1, -1].some((sign) => values.slice(1).every((value, at) => Math.sign(value - (values[at] ?? value)) === sign))
const sameSide = (values: readonly number[], mean: number): boolean => values.every((value) => value > mean) || values.every((value) => value < mean)

/** Stretches of so many points that hold a place, without a missing point among them. */
function windows(values: readonly (number | null)[], at: number, length: number): readonly (readonly number[])[] {
  return Array.from({ length }, (_, back) => values.slice(Math.max(0, at - back), at - back + length)).filter((stretch, back): stretch is number[] => at - back >= 0 && stretch.length === length && stretch.every((value) => value !== null))
}

function readingOf(values: readonly (number | null)[], at: number, rule: SignalRule, mean: number, direction: ChartOptions['direction']): Reading {
  if (direction === 'neutral') return 'neutral'
  const value = values[at] ?? mean
  const trend = windows(values, at, 7).find(runs)
  const up = rule === 'trend' && trend ? (trend[6] ?? 0) > (trend[0] ?? 0) : value > mean
  return up === (direction === 'higher') ? 'improvement' : 'concern'
}

/** Whether the process as it is can be relied on to meet a target; no verdict without a direction. */
export function assurance({ upper, lower }: Limits, target: number, direction: ChartOptions['direction']): 'consistently_passes' | 'consistently_fails' | 'inconsistent' | 'no_verdict' {
  if (direction === 'neutral') return 'no_verdict'
  const [unreached, sure] = direction === 'higher' ? [target > upper, target < lower] : [target < lower, target > upper]
  return unreached ? 'consistently_fails' : sure ? 'consistently_passes' : 'inconsistent'
}

/** Limits anew from a known change on; without a reason and its evidence they stay. */
export function rebased(values: readonly (number | null)[], from: number, because: { readonly reason: string; readonly evidence: string }, options: ChartOptions): Metric<ControlChart> {
  if (because.reason === '' || because.evidence === '') return { status: 'missing', inputs: ['reason', 'evidence'] }
  return known(controlChart(values.slice(from), options))
}

/** Whether a baseline is a point outside the limits of its own history, or rests on fewer than six points: then it will fall back by itself. */
export function baselineDoubt(history: readonly number[], baseline: number): 'outside_limits' | 'too_few_points' | null {
  if (history.length < 6) return 'too_few_points'
  const own = history.lastIndexOf(baseline)
  const limits = limitsOf(history.filter((_, at) => at !== own), false)
  return limits.status === 'ok' && (baseline > limits.value.upper || baseline < limits.value.lower) ? 'outside_limits' : null
}
