import { known, missing, money, moneyFigure, notApplicable, numberFigure, roundRatioHalfEven, type CivilDate, type Currency, type Explained, type Explanation, type Metric, type Money } from '../../kernel/index.ts'
import { isEstimated, type RecordedEstimate, type RiskEstimate, type RiskFacts, type RiskKind } from './risk.ts'

/** The expected exposure of one kind of risks: the sum of what each is worth on average, between what it would be with every impact at its lowest and at its highest. */
export type Exposure = { readonly expected: Explained<Money>; readonly low: Metric<Money>; readonly high: Metric<Money>; readonly estimated: number; /** Risks without a probability or an amount: counted and named, never taken as 0. */ readonly unestimated: number }
type Rated = RiskEstimate & Pick<RiskFacts, 'key' | 'title' | 'kind' | 'state'>

/** Risks that an explanation lists, and names that it gives, unless said. */
const mostTerms = 30
const whole = 10_000n
/** The probability in hundredths of a percent. */
const parts = (probability: number): bigint => BigInt(Math.round(probability * 10_000))

type Estimated = { readonly risk: Rated; readonly weight: bigint; readonly low: bigint; readonly likely: bigint; readonly high: bigint }
function weighed(risk: Rated): readonly Estimated[] {
  const { probability, impactMinor: likely, impactLowMinor: low, impactHighMinor: high } = risk
  return probability === null || likely === null ? [] : [{ risk, weight: parts(probability), likely, low: low ?? likely, high: high ?? likely }]
}
const total = (all: readonly Estimated[], of: (one: Estimated) => bigint): bigint => roundRatioHalfEven(all.reduce((sum, one) => sum + one.weight * of(one), 0n), whole)

/**
 * Expected exposure of the open risks of a kind (risk-exposure): E = Σ p × impact, at the most likely amounts (F-RSK-1, F-RSK-3). 0.5 × 100 + 0.1 × 200 = 70.
 * `most`: risks that the explanation lists of each sort. Rounded once, to the minor unit. Threats and opportunities are never added: the one does not pay for the other.
 */
export function exposureOf(risks: readonly Rated[], kind: RiskKind, currency: Currency, most = mostTerms): Exposure {
  const open = risks.filter((one) => one.kind === kind && one.state === 'open')
  const [estimated, unestimated] = [open.flatMap(weighed), open.filter((one) => !isEstimated(one))]
  const of = (pick: (one: Estimated) => bigint): Metric<Money> => (open.length === 0 ? notApplicable : estimated.length === 0 ? missing('probability and impact') : known(money(total(estimated, pick), currency)))
  const expected = of(({ likely }) => likely)
  const term = kind === 'threat' ? 'Expected exposure to threats' : 'Expected worth of opportunities'
  return { expected: { metric: expected, why: whyOf(term, expected, { estimated, unestimated, currency, most }) }, low: of(({ low }) => low), high: of(({ high }) => high), estimated: estimated.length, unestimated: unestimated.length }
}

type Told = { readonly estimated: readonly Estimated[]; readonly unestimated: readonly Rated[]; readonly currency: Currency; readonly most: number }
function whyOf(term: string, metric: Metric<Money>, { estimated, unestimated, currency, most }: Told): Explanation {
  const listed = estimated.toSorted((a, b) => (a.weight * a.likely < b.weight * b.likely ? 1 : a.weight * a.likely > b.weight * b.likely ? -1 : a.risk.key < b.risk.key ? -1 : 1))
  const figure = (minor: bigint) => known(moneyFigure(money(minor, currency)))
  const terms: readonly Explanation[] = [
    ...listed.slice(0, most).map(({ risk: { key, title }, weight, likely }) => ({
      term: `${key} ${title}`, figure: figure(roundRatioHalfEven(weight * likely, whole)), terms: [{ term: 'Probability', figure: known(numberFigure(Number(weight) / 100, 'percent')) }, { term: 'Most likely impact', figure: figure(likely) }],
    })),
    ...unestimated.slice(0, most).map(({ key, title, probability }) => ({ term: `${key} ${title}`, figure: missing(...(probability === null ? ['probability'] : []), ...(probability === null ? [] : ['impact'])) })),
  ]
  const omitted = Math.max(0, listed.length - most) + Math.max(0, unestimated.length - most)
  const left = unestimated.length === 0 ? '' : ` ${unestimated.length} of ${estimated.length + unestimated.length} open risks are not estimated and are not in it.`
  return { term, figure: metric.status === 'ok' ? known(moneyFigure(metric.value)) : metric, formula: 'risk-exposure', note: `Each open risk: probability times its most likely impact. An average over many such initiatives, not a forecast of this one.${left}`, terms, ...(omitted > 0 ? { omitted } : {}) }
}

/** A risk with what was ever estimated of it, in the order in which it was recorded. */
export type FollowedRisk = Pick<RiskFacts, 'kind' | 'identifiedOn' | 'overOn'> & { readonly estimates: readonly RecordedEstimate[] }

/** What a threat was worth on average at the end of a day, in ten-thousandths of a minor unit: nothing where it was not open then, undefined where nobody had estimated it by then. */
function worthOn({ kind, identifiedOn, overOn, estimates }: FollowedRisk, on: CivilDate): bigint | undefined {
  if (kind !== 'threat' || identifiedOn > on || (overOn !== null && overOn <= on)) return 0n
  const last = estimates.filter((one) => one.on <= on).at(-1)
  return last && last.probability !== null && last.impactMinor !== null ? parts(last.probability) * last.impactMinor : undefined
}

/** The expected exposure to threats as it was at the end of a day, in minor units: of what was open then, by the last estimate until then. */
export const threatsOn = (risks: readonly FollowedRisk[], on: CivilDate): bigint => roundRatioHalfEven(risks.reduce((sum, risk) => sum + (worthOn(risk, on) ?? 0n), 0n), whole)

/**
 * How the expected exposure to threats moved between the ends of two days. A threat that was open on one of them and not estimated by then is on neither
 * side, and counted: taken as 0, an estimate that comes would look like more exposure, and one that is taken back like less.
 */
export function threatsBetween(risks: readonly FollowedRisk[], from: CivilDate, to: CivilDate): { readonly earlier: bigint; readonly later: bigint; readonly unestimated: number } {
  const followed = risks.filter((risk) => worthOn(risk, from) !== undefined && worthOn(risk, to) !== undefined)
  return { earlier: threatsOn(followed, from), later: threatsOn(followed, to), unestimated: risks.length - followed.length }
}
