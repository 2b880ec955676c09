import { known, mapMetric, notApplicable, numberFigure, undefinedBecause, type CivilDate, type Explained, type Metric } from '../kernel/index.ts'
import { attainment } from './attainment.ts'
import type { MeasureFacts } from './facts.ts'
import { expectedAt, shortfallOf, standingOf, type StandingWord } from './measure/course.ts'
import type { Agreed, Course } from './measure/facts.ts'

/** Where a measure should stand on a date: on the agreed course from baseline to target (trajectory), in its own unit. */
export function expectedOn(measure: MeasureFacts, on: CivilDate): Explained<number> {
  const metric = expectedValue(measure, on)
  return {
    metric,
    why: {
      term: `Expected of ${measure.name} on ${on}`,
      figure: mapMetric(metric, (value) => numberFigure(value, measure.unit)),
      formula: 'trajectory',
      note: `${courseWords[measure.course.kind]}; nothing is said of dates outside it`,
      terms: [
        { term: `Baseline, ${measure.baselineOn ?? 'undated'}`, figure: measure.baseline === null ? undefinedBecause('NO_BASELINE') : known(numberFigure(measure.baseline, measure.unit)) },
        { term: `Target, ${measure.dueOn ?? 'undated'}`, figure: measure.target === null ? undefinedBecause('NO_TARGET') : known(numberFigure(measure.target, measure.unit)) },
      ],
    },
  }
}

const courseWords: Readonly<Record<Course['kind'], string>> = {
  linear: 'A straight line from baseline to target',
  steps: 'Steps that hold from one point to the next',
  list: 'Lines between the agreed points',
  s_curve: 'An S from baseline to target: slow, fast, slow',
  seasonal: 'By the shares of the months of a year',
}

function expectedValue(measure: MeasureFacts, on: CivilDate): Metric<number> {
  if (measure.direction.kind === 'maintain') return known(measure.direction.at)
  if (measure.direction.kind === 'range') return notApplicable
  const agreed = agreedOf(measure)
  return agreed.status === 'ok' ? expectedAt(agreed.value, on) : agreed
}

/** The agreed way of a measure where both of its ends have a value and a date. */
export function agreedOf({ baseline, baselineOn, target, dueOn, course, tolerance }: MeasureFacts): Metric<Agreed> {
  if (baseline === null || baselineOn === null) return undefinedBecause('NO_BASELINE')
  if (target === null || dueOn === null) return undefinedBecause('NO_TARGET')
  return known({ baseline: { on: baselineOn, value: baseline }, target: { on: dueOn, value: target }, course, tolerance })
}

/** Standing of a measure; `no_report` where nothing was measured or nothing can be compared. */
export type MeasureStanding = StandingWord | 'complete' | 'no_report'

/** Share of the distance from baseline to target (or of the width of a band) that is tolerated where a measure names no tolerance of its own. */
export const toleranceShare = 0.1

/**
 * The latest actual against the trajectory at its own date (trajectory). Behind by at most the tolerance: on track; by at most
 * twice the tolerance: at risk; else off track. The target reached: complete. After the due date the target is the yardstick.
 * A band or a level to keep is never complete: it is judged by the distance to it.
 */
export function standing(measure: MeasureFacts): MeasureStanding {
  const { direction, baseline, target, dueOn } = measure
  const latest = measure.actuals.at(-1)
  if (!latest) return 'no_report'
  const tolerance = measure.tolerance ?? usualTolerance(measure)
  if (direction.kind === 'range' || direction.kind === 'maintain') return standingOf(shortfallOf(direction, latest.value, latest.value), tolerance)
  const covered = attainment(measure).metric
  if (target === null || baseline === null || covered.status !== 'ok') return 'no_report'
  if (covered.value >= 1) return 'complete'
  const expected = dueOn !== null && latest.on > dueOn ? known(target) : expectedOn(measure, latest.on).metric
  // What lies between the ends is judged by the way that was agreed, whichever direction the measure has.
  return expected.status === 'ok' ? standingOf((expected.value - latest.value) * Math.sign(target - baseline), tolerance) : 'no_report'
}

function usualTolerance({ direction, baseline, target }: MeasureFacts): number {
  switch (direction.kind) {
    case 'range': return (direction.high - direction.low) * toleranceShare
    case 'maintain': return baseline === null ? 0 : Math.abs(baseline - direction.at) * toleranceShare
    case 'higher':
    case 'lower': return baseline === null || target === null ? 0 : Math.abs(target - baseline) * toleranceShare
  }
}
