import { daysBetween, known, mapMetric, numberFigure, undefinedBecause, type CivilDate, type Explained, type Metric } from '../kernel/index.ts'
import { attainment } from './attainment.ts'
import type { MeasureFacts } from './facts.ts'

/** Where a measure should stand on a date: on the straight line from baseline to target (trajectory), in its own unit. */
export function expectedOn(measure: MeasureFacts, on: CivilDate): Explained<number> {
  const metric = expectedValue(measure, on)
  return {
    metric,
    why: {
      term: `Expected of ${measure.name} on ${on}`,
      figure: mapMetric(metric, (value) => numberFigure(value, measure.unit)),
      formula: 'trajectory',
      note: 'A straight line from baseline to target; nothing is said of dates outside it',
      terms: [
        { term: `Baseline, ${measure.baselineOn ?? 'undated'}`, figure: measure.baseline === null ? undefinedBecause('NO_BASELINE') : known(numberFigure(measure.baseline, measure.unit)) },
        { term: `Target, ${measure.dueOn ?? 'undated'}`, figure: measure.target === null ? undefinedBecause('NO_TARGET') : known(numberFigure(measure.target, measure.unit)) },
      ],
    },
  }
}

function expectedValue(measure: MeasureFacts, on: CivilDate): Metric<number> {
  const { baseline, baselineOn, target, dueOn } = measure
  if (baseline === null || baselineOn === null) return undefinedBecause('NO_BASELINE')
  if (target === null || dueOn === null) return undefinedBecause('NO_TARGET')
  if (on < baselineOn || on > dueOn || baselineOn >= dueOn) return undefinedBecause('OUTSIDE_TRAJECTORY')
  return known(baseline + ((target - baseline) * daysBetween(baselineOn, on)) / daysBetween(baselineOn, dueOn))
}

/** Standing of a measure; `no_report` where nothing was measured or nothing can be compared. */
export type MeasureStanding = 'on_track' | 'at_risk' | 'off_track' | 'complete' | 'no_report'

/** Share of the distance from baseline to target that is tolerated where a measure names no tolerance of its own. */
export const toleranceShare = 0.1

/**
 * The latest actual against the trajectory at its own date (trajectory). Behind by at most the tolerance: on track; by at most
 * twice the tolerance: at risk; else off track. The target reached: complete. After the due date the target is the yardstick.
 */
export function standing(measure: MeasureFacts): MeasureStanding {
  const latest = measure.actuals.at(-1)
  const attained = attainment(measure).metric
  if (!latest || measure.target === null || measure.baseline === null || attained.status !== 'ok') return 'no_report'
  if (attained.value >= 1) return 'complete'
  const expected = expectedOn(measure, latest.on).metric
  const overdue = measure.dueOn !== null && latest.on > measure.dueOn
  if (expected.status !== 'ok' && !overdue) return 'no_report'
  const yardstick = expected.status === 'ok' ? expected.value : measure.target
  const forward = Math.sign(measure.target - measure.baseline)
  const behind = (yardstick - latest.value) * forward
  const tolerance = measure.tolerance ?? Math.abs(measure.target - measure.baseline) * toleranceShare
  return behind <= tolerance ? 'on_track' : behind <= 2 * tolerance ? 'at_risk' : 'off_track'
}
