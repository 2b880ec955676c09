import { addDays, daysBetween, known, undefinedBecause, type CivilDate, type Metric } from '../../kernel/index.ts'
import type { MeasureDefinition, Reported } from './facts.ts'

/** The belief about each period as it was known at an instant: the last report of it, restatements over what they restate. */
export function knownReports(reports: readonly Reported[], knownAt: string): readonly Reported[] {
  const latest = new Map<CivilDate, Reported>()
  for (const report of reports) {
    const before = latest.get(report.periodFrom)
    if (report.recordedAt <= knownAt && (before === undefined || before.recordedAt <= report.recordedAt)) latest.set(report.periodFrom, report)
  }
  return [...latest.values()].sort((a, b) => (a.periodFrom < b.periodFrom ? -1 : 1))
}

/** What changed in our knowledge of each period between two instants. */
export function restatements(reports: readonly Reported[], from: string, to: string): readonly { readonly periodFrom: CivilDate; readonly before: number | null; readonly after: number | null }[] {
  const before = new Map(knownReports(reports, from).map((report) => [report.periodFrom, report.value]))
  return knownReports(reports, to).flatMap(({ periodFrom, value }) => (before.has(periodFrom) && before.get(periodFrom) !== value ? [{ periodFrom, before: before.get(periodFrom) ?? null, after: value }] : []))
}

/** An actual of a period: its figure, or why there is none. Late and not due yet are two things, and neither is zero. */
export type ActualOf = { readonly metric: Metric<number>; readonly standing: 'known' | 'carried' | 'not_due' | 'late' }

/**
 * The actual of a period as of a day. Missing is never zero and never silently the one before: a figure is carried forward only where
 * that is asked for, says so, and is no older than the measure allows.
 */
export function actualOf(measure: MeasureDefinition, reports: readonly Reported[], period: { readonly from: CivilDate; readonly to: CivilDate }, today: CivilDate, carry: 'never' | 'flagged' = 'never'): ActualOf {
  const own = reports.find(({ periodFrom }) => periodFrom === period.from)
  const value = own === undefined ? undefined : valueOf(measure, own)
  if (value?.status === 'ok') return { metric: value, standing: 'known' }
  if (carry === 'flagged') {
    const last = reports.filter(({ periodTo, value: given }) => periodTo <= period.from && given !== null && daysBetween(periodTo, period.to) <= measure.maxAgeDays).at(-1)
    if (last) return { metric: valueOf(measure, last), standing: 'carried' }
  }
  if (today < addDays(period.to, measure.dueAfterDays)) return { metric: undefinedBecause('NOT_DUE'), standing: 'not_due' }
  return { metric: value ?? { status: 'missing', inputs: ['actual'] }, standing: 'late' }
}

/** One report as a figure: a ratio is divided here, and only here. */
export function valueOf({ aggregation }: MeasureDefinition, { value, numerator, denominator, state }: Reported): Metric<number> {
  if (state === 'missing') return { status: 'missing', inputs: ['actual'] }
  if (aggregation === 'ratio' && numerator !== undefined && denominator !== undefined) return denominator === 0 ? undefinedBecause('DIV_BY_ZERO') : known(numerator / denominator)
  return value === null ? { status: 'missing', inputs: ['actual'] } : known(value)
}
