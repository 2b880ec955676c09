import { known, mapMetric, notApplicable, numberFigure, undefinedBecause, type Explained, type Metric } from '../../kernel/index.ts'
import { valueOf } from './actual.ts'
import type { MeasureDefinition, Reported } from './facts.ts'

/** A roll-up with the share of its parts that had a figure. */
export type RollUp = Explained<number> & { readonly coverage: number }

/** Least coverage for a roll-up or a composite to be shown. */
export const leastRollUpCoverage = 0.7

/**
 * Several reports as one (measure-rollup), by the kind of measure: sums of flows, the last stock, Σ numerators / Σ denominators, averages by
 * their weights, extremes. Never a mean of ratios. Parts without a figure are counted, not filled in.
 */
export function rollUp(measure: MeasureDefinition, reports: readonly Reported[]): RollUp {
  const given = reports.filter((report) => valueOf(measure, report).status === 'ok')
  const coverage = reports.length === 0 ? 0 : given.length / reports.length
  const metric = reports.length === 0 ? notApplicable : given.length === 0 ? undefinedBecause('NO_ACTUALS') : coverage < leastRollUpCoverage ? undefinedBecause('INSUFFICIENT_POINTS') : combined(measure, given)
  return {
    metric, coverage,
    why: {
      term: measure.name, figure: mapMetric(metric, (value) => numberFigure(value, measure.unit)), formula: 'measure-rollup', note: `${given.length} of ${reports.length} parts have a figure`,
      terms: given.map((report) => ({ term: report.periodFrom, figure: mapMetric(valueOf(measure, report), (value) => numberFigure(value, measure.unit)) })),
    },
  }
}

function combined({ aggregation }: MeasureDefinition, reports: readonly Reported[]): Metric<number> {
  const values = reports.map(({ value }) => value ?? 0)
  const sum = (of: (report: Reported) => number): number => reports.reduce((total, report) => total + of(report), 0)
  const weighed = (denominator: number, numerator: number): Metric<number> => (denominator === 0 ? undefinedBecause('DIV_BY_ZERO') : known(numerator / denominator))
  switch (aggregation) {
    case 'flow': return known(sum(({ value }) => value ?? 0))
    case 'stock': return known([...reports].sort((a, b) => (a.periodTo < b.periodTo ? -1 : 1)).at(-1)?.value ?? 0)
    case 'ratio': return reports.every(({ numerator, denominator }) => numerator !== undefined && denominator !== undefined) ? weighed(sum(({ denominator }) => denominator ?? 0), sum(({ numerator }) => numerator ?? 0)) : { status: 'missing', inputs: ['numerator', 'denominator'] }
    case 'weighted_average': return reports.every(({ weight }) => weight !== undefined) ? weighed(sum(({ weight }) => weight ?? 0), sum(({ value, weight }) => (value ?? 0) * (weight ?? 0))) : { status: 'missing', inputs: ['weight'] }
    case 'min': return known(Math.min(...values))
    case 'max': return known(Math.max(...values))
    case 'non_additive': return reports.length === 1 ? known(values[0] ?? 0) : notApplicable
  }
}

/** A composite of attainments by weight (scorecard): hidden below 70 % coverage by weight. Colours and other orders are never among them. */
export function scorecard(term: string, parts: readonly { readonly name: string; readonly weight: number; readonly attainment: Metric<number> }[]): RollUp {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0)
  const there = parts.flatMap(({ weight, attainment }) => (attainment.status === 'ok' ? [{ weight, value: attainment.value }] : []))
  const available = there.reduce((sum, { weight }) => sum + weight, 0)
  const coverage = whole === 0 ? 0 : available / whole
  const metric: Metric<number> = whole === 0 || available === 0 ? undefinedBecause('NO_ACTUALS') : coverage < leastRollUpCoverage ? undefinedBecause('INSUFFICIENT_POINTS') : known(there.reduce((sum, { weight, value }) => sum + weight * value, 0) / available)
  return { metric, coverage, why: { term, figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')), formula: 'scorecard', note: `${Math.round(coverage * 100)} % of the weight has a figure`, terms: parts.map(({ name, attainment }) => ({ term: name, figure: mapMetric(attainment, (value) => numberFigure(value, 'ratio')) })) } }
}
