import { known, numberFigure, ratio, undefinedBecause, mapMetric, type Explained, type Explanation, type Metric } from '../kernel/index.ts'
import type { ActualFacts, MeasureFacts } from './facts.ts'

/**
 * How much of the way from baseline to target is covered (attainment): (actual − baseline) / (target − baseline).
 * The same for both directions; negative where things got worse, above 1 where the target is passed; never clipped.
 * Baseline 10, target 8, actual 8.2 → 0.90; actual 10.5 → −0.25.
 */
export function covered(way: { readonly baseline: number; readonly target: number; readonly actual: number }): Metric<number> {
  return ratio(way.actual - way.baseline, way.target - way.baseline, 'TARGET_EQUALS_BASELINE')
}

/** Attainment of a measure by its latest actual, with the reason why (attainment). */
export function attainment(measure: MeasureFacts): Explained<number> {
  const latest = measure.actuals.at(-1)
  const metric = attainmentOf(measure, latest)
  return {
    metric,
    why: {
      term: `Attainment of ${measure.name}`,
      figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')),
      formula: 'attainment',
      terms: [actualTerm(measure, latest), pointTerm('Baseline', measure, measure.baseline, measure.baselineOn, 'NO_BASELINE'), pointTerm('Target', measure, measure.target, measure.dueOn, 'NO_TARGET')],
    },
  }
}

function attainmentOf(measure: MeasureFacts, latest: ActualFacts | undefined): Metric<number> {
  if (measure.baseline === null) return undefinedBecause('NO_BASELINE')
  if (measure.target === null) return undefinedBecause('NO_TARGET')
  if (!latest) return undefinedBecause('NO_ACTUALS')
  return covered({ baseline: measure.baseline, target: measure.target, actual: latest.value })
}

/** The latest actual as a term: its figure, date and source. */
export function actualTerm(measure: MeasureFacts, latest: ActualFacts | undefined): Explanation {
  if (!latest) return { term: 'Latest actual', figure: undefinedBecause('NO_ACTUALS') }
  return {
    term: `Latest actual, ${latest.on}`,
    figure: known(numberFigure(latest.value, measure.unit)),
    ...(latest.source ? { source: { kind: 'published', publication: latest.source } as const } : {}),
    ...(latest.state === 'approved' ? {} : { note: latest.state === 'provisional' ? 'Provisional' : 'Restated' }),
  }
}

function pointTerm(term: string, measure: MeasureFacts, value: number | null, on: string | null, reason: 'NO_BASELINE' | 'NO_TARGET'): Explanation {
  return { term: on ? `${term}, ${on}` : term, figure: value === null ? undefinedBecause(reason) : known(numberFigure(value, measure.unit)) }
}
