import { explainTotal, mapMetric, numberFigure, ratio, undefinedBecause, type Explained, type Metric, type Money } from '../../kernel/index.ts'
import type { PositionLine } from './facts.ts'

/** Total cost, benefits and in-year forecast of a position, and what it gives for each unit of money. */
export type PositionFigures = { readonly cost: Explained<Money>; readonly benefits: Explained<Money>; readonly inYearForecast: Explained<Money>; readonly ratio: Explained<number> }

export function positionFigures(lines: readonly PositionLine[], zero: Money): PositionFigures {
  const cost = explainTotal('Whole-life cost', lines.map((line) => ({ term: line.name, amount: line.cost, source: line.costSource })), zero, { formula: 'portfolio-total' })
  const benefits = explainTotal('Monetised benefits', lines.map((line) => ({ term: line.name, amount: line.benefits, source: line.benefitsSource })), zero, { formula: 'portfolio-total' })
  const inYearForecast = explainTotal('Forecast of the year', lines.map((line) => ({ term: line.name, amount: line.inYearForecast })), zero, { formula: 'portfolio-total' })
  return { cost, benefits, inYearForecast, ratio: benefitCostRatio(lines, zero) }
}

/** Benefits over cost, summed over those initiatives that give both and cost more than nothing: a ratio of sums, never a mean of ratios. */
function benefitCostRatio(lines: readonly PositionLine[], zero: Money): Explained<number> {
  const both = lines.filter(({ cost, benefits }) => cost.status === 'ok' && cost.value.minor > 0n && benefits.status === 'ok' && benefits.value.minor > 0n)
  const cost = explainTotal('Cost of those that give both', both.map((line) => ({ term: line.name, amount: line.cost })), zero)
  const benefits = explainTotal('Benefits of those that give both', both.map((line) => ({ term: line.name, amount: line.benefits })), zero)
  return explainRatio({ both: both.length, of: lines.length, cost, benefits })
}

/** What is given for each unit of cost, from the sums over those `both` of `of` initiatives that give a cost and benefits above zero. */
export function explainRatio({ both, of, cost, benefits }: { readonly both: number; readonly of: number; readonly cost: Explained<Money>; readonly benefits: Explained<Money> }): Explained<number> {
  const metric: Metric<number> =
    both === 0 ? undefinedBecause('NOT_PUBLISHED') : cost.metric.status === 'ok' && benefits.metric.status === 'ok' ? ratio(Number(benefits.metric.value.minor), Number(cost.metric.value.minor)) : undefinedBecause('NOT_PUBLISHED')
  const note = `Over the ${both} of ${of} initiatives that give a cost and monetised benefits, both above zero.`
  return { metric, why: { term: 'Benefit-cost ratio', figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'benefit-cost-ratio', note, terms: [benefits.why, cost.why] } }
}
