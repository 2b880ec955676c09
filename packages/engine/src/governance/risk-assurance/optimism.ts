import type { RiskKind } from '../../delivery/index.ts'
import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Explanation } from '../../kernel/index.ts'
import { wilsonInterval } from '../../strategy/index.ts'
import type { AssuredRisk, RegisterFacts, RegisterFinding, RiskRules } from './facts.ts'
import { finding, ofRegister, textShown } from './finding.ts'

const percent = (share: number) => numberFigure(Math.round(share * 1000) / 10, 'percent')

/** How often what was thought likely came: the share that occurred among risks that are over, beside the mean of the probabilities that were stated of them. */
export type Calibration = { readonly kind: RiskKind; readonly over: number; readonly occurred: number; /** Over without ever an estimate: in none of it. */ readonly unestimated: number; readonly stated: number | null; readonly interval: { readonly low: number; readonly high: number } | null; readonly share: Explained<number>; readonly verdict: 'understated' | 'overstated' | 'in_line' | null }

/** The last probability that was stated of a risk before the day on which it was over: what is stated on that day may know how it ended. */
const statedBefore = ({ estimates, overOn }: Pick<AssuredRisk, 'estimates' | 'overOn'>): number | null => estimates.filter(({ on, probability }) => probability !== null && overOn !== null && on < overOn).at(-1)?.probability ?? null

/**
 * Calibration of the risks of a kind that are over (risk-calibration): the share that occurred, with its 95 % interval by Wilson, beside the mean of the
 * last probabilities stated before. Understated where that mean lies below the interval. Undefined below `leastOver` of them: few say nothing.
 */
export function calibrationOf(risks: readonly Pick<AssuredRisk, 'kind' | 'state' | 'estimates' | 'overOn'>[], kind: RiskKind, { leastOver }: Pick<RiskRules, 'leastOver'>): Calibration {
  const ended = risks.filter((risk) => risk.kind === kind && risk.state !== 'open').map((risk) => ({ occurred: risk.state === 'occurred', stated: statedBefore(risk) }))
  const counted = ended.flatMap(({ occurred, stated }) => (stated === null ? [] : [{ occurred, stated }]))
  const [over, occurred] = [counted.length, counted.filter((one) => one.occurred).length]
  const enough = over >= leastOver && over > 0
  const stated = enough ? counted.reduce((sum, one) => sum + one.stated, 0) / over : null
  const interval = enough ? wilsonInterval({ count: occurred, of: over }) : null
  const metric = enough ? known(occurred / over) : undefinedBecause('INSUFFICIENT_POINTS')
  const terms: readonly Explanation[] = [
    { term: 'Occurred', figure: known(numberFigure(occurred)) }, { term: 'Over, with a probability stated before', figure: known(numberFigure(over)), note: `From ${leastOver} on it is told` }, { term: 'Over without one', figure: known(numberFigure(ended.length - over)), note: 'In none of it' },
    { term: 'Mean of the probabilities stated', figure: stated === null ? undefinedBecause('INSUFFICIENT_POINTS') : known(percent(stated)) }, ...(interval ? [{ term: '95 % interval from', figure: known(percent(interval.low)) }, { term: '95 % interval to', figure: known(percent(interval.high)) }] : []),
  ]
  const verdict = stated === null || !interval ? null : stated < interval.low ? 'understated' : stated > interval.high ? 'overstated' : 'in_line'
  return { kind, over, occurred, unestimated: ended.length - over, stated, interval, verdict, share: { metric, why: { term: kind === 'threat' ? 'Threats that occurred' : 'Opportunities that occurred', figure: mapMetric(metric, percent), formula: 'risk-calibration', terms } } }
}

/** Patterns of wishful thinking: one and the same probability everywhere, before or after the response, and what came against what was stated. */
export function optimismFindings({ risks }: RegisterFacts, rules: RiskRules): readonly RegisterFinding[] {
  const open = risks.filter(({ state }) => state === 'open')
  const alike = (rule: 'residual_alike' | 'probability_alike', of: (risk: AssuredRisk) => number | null, words: string): readonly RegisterFinding[] => {
    const values = open.flatMap((risk) => of(risk) ?? [])
    const [first] = values
    if (first === undefined || values.length < rules.leastPattern || values.some((one) => one !== first)) return []
    return [finding({ rule, severity: 'medium', where: ofRegister, found: `${words} ${Math.round(first * 10_000) / 100} % for all ${values.length} that have one, of ${open.length} open`, expected: 'estimates that tell risks apart', shown: open.slice(0, 8).map((risk) => textShown(`${risk.key} ${risk.title}`, `${of(risk) === null ? 'not estimated' : `${Math.round((of(risk) ?? 0) * 10_000) / 100} %`}`)) })]
  }
  const [threats, opportunities] = [calibrationOf(risks, 'threat', rules), calibrationOf(risks, 'opportunity', rules)]
  // Too hopeful is who thinks harm less likely than it is, or help more likely.
  const hopeful = [...(threats.verdict === 'understated' ? [threats] : []), ...(opportunities.verdict === 'overstated' ? [opportunities] : [])]
  return [
    ...alike('residual_alike', ({ residualProbability }) => residualProbability, 'a residual probability of'), ...alike('probability_alike', ({ probability }) => probability, 'a probability of'),
    ...hopeful.map(({ kind, over, occurred, share }) => finding({ rule: 'realised_otherwise', severity: 'medium', where: ofRegister, found: `${occurred} of ${over} ${kind === 'threat' ? 'threats' : 'opportunities'} occurred, ${kind === 'threat' ? 'more' : 'fewer'} than was thought likely`, expected: 'probabilities that what comes bears out', shown: share.why.terms ?? [] })),
  ]
}
