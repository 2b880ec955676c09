import { addDays, undefinedBecause, type CivilDate, type FiscalCalendar, type Metric, type Period } from '../../kernel/index.ts'
import type { ActualFacts, MeasureFacts } from '../facts.ts'
import { actualOf, type ActualOf } from './actual.ts'
import type { Reported } from './facts.ts'
import { periodHolding, periodsBetween } from './periods.ts'
import { rollUp } from './rollup.ts'

/** One period of a measure: what its actuals make together, or why there is no figure. */
export type SeriesPoint = { readonly period: Period; readonly metric: Metric<number>; readonly actuals: readonly ActualFacts[] }

/** An actual as a report of the period that holds its day. */
export function reportOf(measure: MeasureFacts, calendar: FiscalCalendar, actual: ActualFacts): Reported {
  const { from, to } = periodHolding(measure.frequency, calendar, actual.on)
  const { numerator, denominator, weight } = actual
  return { id: actual.id, periodFrom: from, periodTo: to, value: actual.value, state: actual.state, recordedAt: '', ...(numerator === undefined ? {} : { numerator }), ...(denominator === undefined ? {} : { denominator }), ...(weight === undefined ? {} : { weight }) }
}

/**
 * A measure by its periods, from the first with an actual to the last, gaps as gaps. Several actuals of one period are rolled up by the kind of
 * the measure; where they cannot be added, the last of them speaks for the period. What is reported now and then has a point for each actual.
 */
export function seriesOf(measure: MeasureFacts, calendar: FiscalCalendar): readonly SeriesPoint[] {
  const [first, last] = [measure.actuals[0], measure.actuals.at(-1)]
  if (!first || !last) return []
  if (measure.frequency === 'ad_hoc') return measure.actuals.map((actual) => ({ period: periodHolding('ad_hoc', calendar, actual.on), metric: { status: 'ok', value: actual.value }, actuals: [actual] }))
  const byPeriod = Map.groupBy(measure.actuals, ({ on }) => periodHolding(measure.frequency, calendar, on).from)
  return periodsBetween(measure.frequency, calendar, first.on, last.on).map((period) => {
    const actuals = byPeriod.get(period.from) ?? []
    return { period, actuals, metric: togetherOf(measure, calendar, actuals) }
  })
}

function togetherOf(measure: MeasureFacts, calendar: FiscalCalendar, actuals: readonly ActualFacts[]): Metric<number> {
  const last = actuals.at(-1)
  if (!last) return undefinedBecause('NO_ACTUALS')
  const together = actuals.length === 1 ? undefined : rollUp(measure, actuals.map((actual) => reportOf(measure, calendar, actual))).metric
  return together?.status === 'ok' ? together : { status: 'ok', value: last.value }
}

/** The last period that is over, and how its actual stands on a day: known, not due yet, or late. What is reported now and then is never due. */
export function reportDue(measure: MeasureFacts, calendar: FiscalCalendar, today: CivilDate): (ActualOf & { readonly period: Period }) | null {
  if (measure.frequency === 'ad_hoc') return null
  const { from } = periodHolding(measure.frequency, calendar, today)
  const period = periodHolding(measure.frequency, calendar, addDays(from, -1))
  return { period, ...actualOf(measure, measure.actuals.map((actual) => reportOf(measure, calendar, actual)), period, today) }
}
