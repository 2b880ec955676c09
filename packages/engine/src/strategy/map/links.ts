import { describeMetric, undefinedBecause, type Metric } from '../../kernel/index.ts'
import { spearman, type RankCorrelation } from '../statistics/index.ts'

/** A claim that movement of one objective moves another, after `lag` whole periods. */
export type CausalLink = { readonly id: string; readonly from: string; readonly to: string; readonly polarity: 1 | -1; readonly lag: number }
/** What was measured of an objective by number of the period; gaps stay gaps. */
export type Series = ReadonlyMap<number, number>

/** What the data say of a link: evidence, never proof. */
export type LinkEvidence = { readonly state: 'untested' | 'supported' | 'contradicted' | 'hypothesised'; readonly because: string; readonly pairs: number; readonly correlation: Metric<RankCorrelation> }

/** Pairs of changes below which a link stays untested. */
export const leastPairs = 8

/**
 * Tests a link on changes from period to period, the cause at t against the effect at t + lag: two trends always correlate, changes need
 * not. A change over a missing period is none. `cause` or `effect` is undefined where the objective has no measure.
 */
export function testLink(link: CausalLink, cause: Series | undefined, effect: Series | undefined): LinkEvidence {
  if (!cause || !effect) return untested(`${cause ? 'The effect' : 'The cause'} has no measure.`, 0, undefinedBecause('NO_ACTUALS'))
  const later = changes(effect)
  const pairs = [...changes(cause)].flatMap(([at, change]): readonly (readonly [number, number])[] => {
    const then = later.get(at + link.lag)
    return then === undefined ? [] : [[change, then]]
  })
  if (pairs.length < leastPairs) return untested(`${pairs.length} ${pairs.length === 1 ? 'pair' : 'pairs'} of changes; at least ${leastPairs} are needed, so ${leastPairs - pairs.length} more ${leastPairs - pairs.length === 1 ? 'period' : 'periods'} in a row in which both are measured.`, pairs.length, undefinedBecause('INSUFFICIENT_POINTS'))
  const correlation = spearman(pairs)
  if (correlation.status !== 'ok') return untested(`One side never changes: ${describeMetric(correlation)}.`, pairs.length, correlation)
  const { value, low, high } = correlation.value
  const words = `Rank correlation ${value.toFixed(2)} (95 % interval ${low.toFixed(2)} to ${high.toFixed(2)}) over ${pairs.length} pairs of changes at lag ${link.lag}`
  const [least, most] = link.polarity === 1 ? [low, high] : [-high, -low]
  if (least > 0) return { state: 'supported', because: `${words}, as claimed.`, pairs: pairs.length, correlation }
  if (most < 0) return { state: 'contradicted', because: `${words}, against the claim.`, pairs: pairs.length, correlation }
  return { state: 'hypothesised', because: `${words}; it holds 0.`, pairs: pairs.length, correlation }
}

const untested = (because: string, pairs: number, correlation: Metric<RankCorrelation>): LinkEvidence => ({ state: 'untested', because, pairs, correlation })

/** Differences to the period before, where both were measured. */
function changes(series: Series): Series {
  return new Map([...series].flatMap(([at, value]): readonly (readonly [number, number])[] => {
    const before = series.get(at - 1)
    return before === undefined ? [] : [[at, value - before]]
  }))
}
