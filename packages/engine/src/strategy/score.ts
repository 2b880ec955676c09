import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Metric } from '../kernel/index.ts'
import { attainment } from './attainment.ts'
import type { MeasureFacts } from './facts.ts'

/** Least share of measures with an attainment for a mean to be shown (objective-attainment). */
export const leastCoverage = 0.7

/** Mean attainment of an objective's measures, weighted alike (objective-attainment); undefined while too few of them can tell. */
export function objectiveAttainment(measures: readonly MeasureFacts[]): Explained<number> {
  const each = measures.map((measure) => attainment(measure))
  const values = each.flatMap(({ metric }) => (metric.status === 'ok' ? [metric.value] : []))
  const metric = meanOf(values, measures.length)
  return {
    metric,
    why: {
      term: 'Attainment',
      figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')),
      formula: 'objective-attainment',
      ...(values.length < measures.length ? { note: `${values.length} of ${measures.length} measures have an attainment` } : {}),
      terms: each.map(({ why }) => why),
    },
  }
}

function meanOf(values: readonly number[], of: number): Metric<number> {
  if (of === 0) return undefinedBecause('NO_TARGET')
  if (values.length === 0) return undefinedBecause('NO_ACTUALS')
  if (values.length / of < leastCoverage) return undefinedBecause('INSUFFICIENT_POINTS')
  return known(values.reduce((sum, value) => sum + value, 0) / values.length)
}
