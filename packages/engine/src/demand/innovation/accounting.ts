import { known, mapMetric, money, moneyFigure, numberFigure, ratio, roundRatioHalfEven, undefinedBecause, type Currency, type Explained, type Metric, type Money } from '../../kernel/index.ts'
import type { IdeaState } from '../intake/index.ts'
import { isLearning, type ExperimentResult } from './experiment.ts'

/** An experiment as it is counted: what it may cost and what it did cost, in minor units; what it did is null while it runs. */
export type CountedExperiment = { readonly result: ExperimentResult | null; readonly capMinor: bigint; readonly costMinor: bigint | null }
export type InnovationAsked = { readonly experiments: readonly CountedExperiment[]; /** Where ideas stand that were ever tried out. */ readonly tried: readonly IdeaState[]; readonly currency: Currency }
export type InnovationAccount = {
  /** Of ideas that were tried out and are decided, the share that was declined. */
  readonly killRate: Explained<number>
  /** Of experiments that ended, the share that taught something by evidence. */
  readonly learningRate: Explained<number>
  readonly spent: Explained<Money>
  readonly costPerLearning: Explained<Money>
  /** What running experiments may still cost. */
  readonly atStake: Explained<Money>
}

/** What trying out ideas comes to (innovation-accounting). */
export function innovationAccount({ experiments, tried, currency }: InnovationAsked): InnovationAccount {
  const amount = (minor: bigint): Money => money(minor, currency)
  const ended = experiments.filter(({ result }) => result !== null)
  const running = experiments.filter(({ result }) => result === null)
  const learned = ended.filter(isLearning).length
  const spentMinor = sum(ended.map(({ costMinor }) => costMinor ?? 0n))
  const spent = known(amount(spentMinor))
  const perLearning: Metric<Money> = learned === 0 ? undefinedBecause('DIV_BY_ZERO') : known(amount(roundRatioHalfEven(spentMinor, BigInt(learned))))
  const results = { term: 'Experiments that ended', figure: known(numberFigure(ended.length)) }
  const learnings = { term: 'Hypotheses confirmed or refuted by evidence', figure: known(numberFigure(learned)) }
  return {
    killRate: share('Declined, of ideas that were tried out and are decided', [['Declined', tried.filter((one) => one === 'declined').length], ['Became an initiative', tried.filter((one) => one === 'to_case').length]]),
    learningRate: share('Taught something, of experiments that ended', [['Confirmed or refuted by evidence', learned], ['Inconclusive or stopped', ended.length - learned]]),
    spent: { metric: spent, why: { term: 'Cost of experiments that ended', figure: mapMetric(spent, moneyFigure), formula: 'innovation-accounting', terms: [results] } },
    costPerLearning: { metric: perLearning, why: { term: 'Cost of a validated learning', figure: mapMetric(perLearning, moneyFigure), formula: 'innovation-accounting', note: 'What taught nothing has cost as well', terms: [{ term: 'Cost of experiments that ended', figure: mapMetric(spent, moneyFigure), terms: [results] }, learnings] } },
    atStake: { metric: known(amount(sum(running.map(({ capMinor }) => capMinor)))), why: { term: 'What running experiments may cost at most', figure: known(moneyFigure(amount(sum(running.map(({ capMinor }) => capMinor))))), formula: 'innovation-accounting', terms: [{ term: 'Running experiments', figure: known(numberFigure(running.length)) }] } },
  }
}

const sum = (parts: readonly bigint[]): bigint => parts.reduce((all, one) => all + one, 0n)

/** The first of two counts as a share of both. */
function share(term: string, [first, second]: readonly [readonly [string, number], readonly [string, number]]): Explained<number> {
  const metric = ratio(first[1], first[1] + second[1], 'INSUFFICIENT_POINTS')
  return { metric, why: { term, figure: mapMetric(metric, (part) => numberFigure(Math.round(part * 1000) / 10, 'percent')), formula: 'innovation-accounting', terms: [first, second].map(([one, count]) => ({ term: one, figure: known(numberFigure(count)) })) } }
}
