import { addDays, mapMetric, missing, notApplicable, numberFigure, undefinedBecause, type CivilDate, type Explained, type FiscalCalendar, type Metric, type Period } from '../../kernel/index.ts'
import type { MeasureFacts } from '../facts.ts'
import { expectedOn } from '../trajectory.ts'
import { valueOf } from './actual.ts'
import type { MeasureDefinition, Reported } from './facts.ts'
import { periodHolding, periodsBetween } from './periods.ts'
import { rollUp } from './rollup.ts'
import { reportOf } from './series.ts'

/** What was budgeted or is forecast of a measure for the period that holds a day. */
export type PlanFigure = { readonly kind: 'budget' | 'forecast'; readonly on: CivilDate; readonly value: number }
/** A month, a quarter or a year that is over: what was measured in it, against what was planned of it, and where the agreed way stands at its end. */
export type PeriodEnd = { readonly end: 'month' | 'quarter' | 'year'; readonly period: Period; readonly actual: Explained<number>; readonly budget: Explained<number>; readonly forecast: Explained<number>; readonly expected: Explained<number> }

const length: Readonly<Record<MeasureDefinition['frequency'], number>> = { ad_hoc: 0, month: 1, quarter: 2, year: 3 }

/**
 * A measure at the end of the last month, quarter and year (measure-rollup). Periods without an actual count against the coverage and are not
 * filled in; a measure that is reported once a year has no figure of a month, which is not the same as a missing one.
 */
export function periodEnds(measure: MeasureFacts, plan: readonly PlanFigure[], calendar: FiscalCalendar, today: CivilDate): readonly PeriodEnd[] {
  return (['month', 'quarter', 'year'] as const).map((end) => {
    const period = periodHolding(end, calendar, addDays(periodHolding(end, calendar, today).from, -1))
    const within = <T extends { readonly on: CivilDate }>(dated: readonly T[]): readonly T[] => dated.filter(({ on }) => period.from <= on && on < period.to)
    const planned = (kind: PlanFigure['kind']): readonly Reported[] => within(plan.filter((figure) => figure.kind === kind)).map((figure, at) => plannedReport(measure, calendar, figure, at))
    const shown = length[measure.frequency] <= length[end]
    const figure = (term: string, reports: readonly Reported[], none: Metric<number>): Explained<number> => (shown ? together(measure, term, reports, none) : notOf(measure, term))
    return {
      end, period,
      actual: figure('Measured', withGaps(measure, calendar, period, within(measure.actuals).map((actual) => reportOf(measure, calendar, actual))), undefinedBecause('NO_ACTUALS')),
      budget: figure('Budget', planned('budget'), missing('budget')),
      forecast: figure('Forecast', planned('forecast'), missing('forecast')),
      expected: expectedOn(measure, addDays(period.to, -1)),
    }
  })
}

function plannedReport(measure: MeasureFacts, calendar: FiscalCalendar, { on, value }: PlanFigure, at: number): Reported {
  const { from, to } = periodHolding(measure.frequency, calendar, on)
  return { id: `${on} ${at}`, periodFrom: from, periodTo: to, value, state: 'approved', recordedAt: '' }
}

/** The reports, and one without a figure for each period of the measure that has none. */
function withGaps(measure: MeasureFacts, calendar: FiscalCalendar, within: Period, reports: readonly Reported[]): readonly Reported[] {
  if (measure.frequency === 'ad_hoc' || reports.length === 0) return reports
  const there = new Set(reports.map(({ periodFrom }) => periodFrom))
  const gaps = periodsBetween(measure.frequency, calendar, within.from, addDays(within.to, -1)).filter(({ from }) => !there.has(from))
  return [...reports, ...gaps.map(({ from, to }): Reported => ({ id: from, periodFrom: from, periodTo: to, value: null, state: 'missing', recordedAt: '' }))]
}

function together(measure: MeasureFacts, term: string, reports: readonly Reported[], none: Metric<number>): Explained<number> {
  const only = reports.length === 1 ? reports[0] : undefined
  if (only) return plain(measure, term, valueOf(measure, only))
  return reports.length === 0 ? plain(measure, term, none) : renamed(rollUp(measure, reports), term)
}

const plain = (measure: MeasureFacts, term: string, metric: Metric<number>): Explained<number> => ({ metric, why: { term: `${term}, ${measure.name}`, figure: mapMetric(metric, (value) => numberFigure(value, measure.unit)), formula: 'measure-rollup' } })
const renamed = ({ metric, why }: Explained<number>, term: string): Explained<number> => ({ metric, why: { ...why, term: `${term}, ${why.term}` } })
const notOf = (measure: MeasureFacts, term: string): Explained<number> => ({ metric: notApplicable, why: { term: `${term}, ${measure.name}`, figure: notApplicable, formula: 'measure-rollup', note: `Reported once a ${measure.frequency}` } })

/** How peers do: quartiles of a number of them. */
export type PeerQuartiles = { readonly p25: number | null; readonly p50: number; readonly p75: number | null }
export type PeerPlace = 'better_quarter' | 'above_median' | 'below_median' | 'worse_quarter' | 'no_actual' | 'no_verdict'

/** Where an actual stands among peers: an order by the direction, never a share. A band and a level to keep have no better side. */
export function placeAmong(measure: Pick<MeasureFacts, 'direction'>, actual: number | undefined, { p25, p50, p75 }: PeerQuartiles): PeerPlace {
  if (actual === undefined) return 'no_actual'
  const { kind } = measure.direction
  if (kind !== 'higher' && kind !== 'lower') return 'no_verdict'
  const sign = kind === 'higher' ? 1 : -1
  const [best, worst] = kind === 'higher' ? [p75, p25] : [p25, p75]
  const reaches = (quartile: number): boolean => (actual - quartile) * sign >= 0
  if (best !== null && reaches(best)) return 'better_quarter'
  if (reaches(p50)) return 'above_median'
  return worst !== null && !reaches(worst) ? 'worse_quarter' : 'below_median'
}
