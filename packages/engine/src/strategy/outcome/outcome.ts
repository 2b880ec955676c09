import { known, mapMetric, numberFigure, textFigure, undefinedBecause, type Explained, type Explanation, type Figure, type Metric } from '../../kernel/index.ts'
import { shareDifference, wilsonInterval, type Interval, type Share } from '../statistics/index.ts'
import { terciles, tercilesOf, type Tercile } from './terciles.ts'

/** What became of what an initiative was for; `not_judged` is left out of every proportion. */
export type Verdict = 'met' | 'partly' | 'not_met' | 'not_judged'
/** `intent`: what the strategy wanted of it; `goal`: its own goals of scope, time and cost. */
export const outcomeQuestions = ['intent', 'goal'] as const
export type OutcomeQuestion = (typeof outcomeQuestions)[number]

/** A closed initiative: its alignment as it was at approval, or why there is none, and what was judged of it. */
export type ClosedFacts = { readonly id: string; readonly score: Metric<number>; readonly intent: Verdict; readonly goal: Verdict }

/** Least number judged in a tercile for a proportion of it to be told. */
export const leastPerTercile = 10

/** A proportion that met, with its 95 % interval and what it counts. `partly` is judged and did not meet. */
export type MetShare = { readonly met: number; readonly partly: number; readonly notMet: number; readonly judged: number; readonly proportion: Explained<number>; readonly interval: Metric<Interval> }
/** What the difference says: for aligned initiatives meeting more often, against it, neither, or nothing because too few were judged. */
export type Evidence = 'for' | 'against' | 'undecided' | 'insufficient'
export type OutcomeRow = {
  readonly question: OutcomeQuestion
  readonly terciles: Readonly<Record<Tercile, MetShare>>
  readonly all: MetShare
  /** Top less bottom tercile, with its 95 % interval. */
  readonly difference: Explained<number>
  readonly interval: Metric<Interval>
  readonly evidence: Evidence
}
/** Where a tercile lies; null where it holds nobody. */
export type TercileRange = { readonly initiatives: number; readonly from: number; readonly to: number } | null
export type AlignmentOutcome = { readonly placed: ReadonlyMap<string, Tercile>; readonly ranges: Readonly<Record<Tercile, TercileRange>>; readonly rows: readonly OutcomeRow[] }

/**
 * Whether closed initiatives that were aligned when they were approved met intent and goals more often (alignment-outcome). Those with a score and
 * a verdict on either question are parted into terciles once, for both rows alike; proportions are told of ten judged or more.
 */
export function alignmentOutcome(closed: readonly ClosedFacts[]): AlignmentOutcome {
  const parted = closed.flatMap((one) => (one.score.status === 'ok' && (isJudged(one.intent) || isJudged(one.goal)) ? [{ ...one, value: one.score.value }] : []))
  const places = tercilesOf(parted.map(({ value }) => value))
  const groups = Map.groupBy(parted.map((one, at) => ({ ...one, tercile: places[at] ?? 'middle' })), ({ tercile }) => tercile)
  return {
    placed: new Map(parted.map(({ id }, at) => [id, places[at] ?? 'middle'])),
    ranges: byTercile((tercile) => rangeOf((groups.get(tercile) ?? []).map(({ value }) => value))),
    rows: outcomeQuestions.map((question) => rowOf(question, byTercile((tercile) => (groups.get(tercile) ?? []).map((one) => one[question])))),
  }
}

const isJudged = (verdict: Verdict): boolean => verdict !== 'not_judged'
const byTercile = <T>(of: (tercile: Tercile) => T): Record<Tercile, T> => Object.fromEntries(terciles.map((tercile) => [tercile, of(tercile)])) as Record<Tercile, T>
const rangeOf = (scores: readonly number[]): TercileRange => (scores.length === 0 ? null : { initiatives: scores.length, from: Math.min(...scores), to: Math.max(...scores) })

const questionWords: Readonly<Record<OutcomeQuestion, string>> = { intent: 'Met the intent', goal: 'Met the goals' }
const tercileWords: Readonly<Record<Tercile, string>> = { bottom: 'bottom tercile', middle: 'middle tercile', top: 'top tercile' }

function rowOf(question: OutcomeQuestion, verdicts: Readonly<Record<Tercile, readonly Verdict[]>>): OutcomeRow {
  const shares = byTercile((tercile) => metShare(`${questionWords[question]}, ${tercileWords[tercile]}`, verdicts[tercile]))
  const [top, bottom] = [shareOf(shares.top), shareOf(shares.bottom)]
  const difference: Metric<Interval & { readonly value: number }> = top && bottom ? known(shareDifference(top, bottom)) : undefinedBecause('INSUFFICIENT_POINTS')
  const [metric, interval] = [mapMetric(difference, ({ value }) => value), mapMetric(difference, ({ low, high }) => ({ low, high }))]
  const evidence = evidenceOf(interval)
  return {
    question, terciles: shares, all: metShare(`${questionWords[question]}, all terciles`, terciles.flatMap((tercile) => verdicts[tercile])), interval, evidence,
    difference: {
      metric,
      why: {
        term: `${questionWords[question]}: top less bottom tercile`, figure: mapMetric(metric, points), formula: 'alignment-outcome', note: evidenceWords[evidence],
        terms: [shares.top.proportion.why, shares.bottom.proportion.why, ...endTerms(interval, points)],
      },
    },
  }
}

/** Of a tercile in which enough were judged. */
const shareOf = ({ met, judged }: MetShare): Share | undefined => (judged >= leastPerTercile ? { count: met, of: judged } : undefined)

const evidenceWords: Readonly<Record<Evidence, string>> = {
  for: 'The whole interval lies above 0: more aligned initiatives met it more often',
  against: 'The whole interval lies below 0: more aligned initiatives met it less often',
  undecided: 'The interval holds 0: the difference may be chance',
  insufficient: `Each of both terciles needs ${leastPerTercile} that were judged`,
}
function evidenceOf(interval: Metric<Interval>): Evidence {
  if (interval.status !== 'ok') return 'insufficient'
  return interval.value.low > 0 ? 'for' : interval.value.high < 0 ? 'against' : 'undecided'
}

const percent = (value: number): Figure => numberFigure(value * 100, 'percent')
const points = (value: number): Figure => numberFigure(value * 100, 'percentage_point')
const endTerms = (interval: Metric<Interval>, figure: (value: number) => Figure): readonly Explanation[] =>
  [{ term: '95% interval from', figure: mapMetric(interval, ({ low }) => figure(low)) }, { term: '95% interval to', figure: mapMetric(interval, ({ high }) => figure(high)) }]

/** The proportion of those judged that met, told of ten or more. */
function metShare(term: string, verdicts: readonly Verdict[]): MetShare {
  const count = (wanted: Verdict): number => verdicts.filter((verdict) => verdict === wanted).length
  const [met, partly, notMet] = [count('met'), count('partly'), count('not_met')]
  const judged = met + partly + notMet
  const enough: Metric<Share> = judged >= leastPerTercile ? known({ count: met, of: judged }) : undefinedBecause('INSUFFICIENT_POINTS')
  const [metric, interval] = [mapMetric(enough, ({ count: of, of: all }) => of / all), mapMetric(enough, wilsonInterval)]
  const counts = ([['Judged', judged], ['Met', met], ['Partly met', partly], ['Not met', notMet]] as const).map(([name, many]): Explanation => ({ term: name, figure: known(numberFigure(many)) }))
  const short: readonly Explanation[] = judged >= leastPerTercile ? [] : [{ term: 'Needed', figure: known(textFigure(`${leastPerTercile} that were judged`)) }]
  return {
    met, partly, notMet, judged, interval,
    proportion: { metric, why: { term, figure: mapMetric(metric, percent), formula: 'wilson-interval', terms: [...counts, ...(judged >= leastPerTercile ? endTerms(interval, percent) : short)] } },
  }
}

/** Where a share that somebody claims lies against what was found: `within` the interval is not contradicted, which is less than proved. */
export type ClaimStanding = 'within' | 'above' | 'below'
export const claimStanding = (claim: number, interval: Metric<Interval>): Metric<ClaimStanding> =>
  mapMetric(interval, ({ low, high }) => (claim > high ? 'above' : claim < low ? 'below' : 'within'))
