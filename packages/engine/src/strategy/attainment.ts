import { known, mapMetric, numberFigure, undefinedBecause, type Explained, type Explanation, type Metric } from '../kernel/index.ts'
import type { ActualFacts, MeasureFacts } from './facts.ts'
import { attained } from './measure/course.ts'

/** Attainment of a measure by its latest actual, with the reason why (attainment). */
export function attainment(measure: MeasureFacts): Explained<number> {
  return attainmentBy(measure, measure.actuals.at(-1))
}

/** Attainment of a measure by one of its actuals (attainment): never clipped, negative where things got worse. */
export function attainmentBy(measure: MeasureFacts, actual: ActualFacts | undefined): Explained<number> {
  const metric = attainmentOf(measure, actual)
  return {
    metric,
    why: {
      term: `Attainment of ${measure.name}`,
      figure: mapMetric(metric, (value) => numberFigure(value, 'ratio')),
      formula: 'attainment',
      terms: [actualTerm(measure, actual), pointTerm('Baseline', measure, measure.baseline, measure.baselineOn, 'NO_BASELINE'), ...goalTerms(measure)],
    },
  }
}

function attainmentOf(measure: MeasureFacts, actual: ActualFacts | undefined): Metric<number> {
  const towards = measure.direction.kind === 'higher' || measure.direction.kind === 'lower'
  if (measure.baseline === null) return undefinedBecause('NO_BASELINE')
  if (towards && measure.target === null) return undefinedBecause('NO_TARGET')
  if (!actual) return undefinedBecause('NO_ACTUALS')
  return attained({ baseline: { value: measure.baseline }, target: { value: measure.target ?? measure.baseline } }, measure.direction, actual.value)
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

/** Where the measure is to be: its target, the band it is to stay in, or the level it is to keep. */
function goalTerms(measure: MeasureFacts): readonly Explanation[] {
  const { direction, unit } = measure
  switch (direction.kind) {
    case 'range':
      return [{ term: 'Least of the band', figure: known(numberFigure(direction.low, unit)) }, { term: 'Most of the band', figure: known(numberFigure(direction.high, unit)) }]
    case 'maintain':
      return [{ term: 'Level to keep', figure: known(numberFigure(direction.at, unit)) }]
    case 'higher':
    case 'lower':
      return [pointTerm('Target', measure, measure.target, measure.dueOn, 'NO_TARGET')]
  }
}

function pointTerm(term: string, measure: MeasureFacts, value: number | null, on: string | null, reason: 'NO_BASELINE' | 'NO_TARGET'): Explanation {
  return { term: on ? `${term}, ${on}` : term, figure: value === null ? undefinedBecause(reason) : known(numberFigure(value, measure.unit)) }
}
