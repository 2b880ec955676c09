import { describeMetric, type Metric, type UndefinedReason } from '@throughline/engine/kernel'

/** A metric as text: its value written by `write`, or in full words why there is none. */
export function metricText<T>(metric: Metric<T>, write: (value: T) => string): string {
  return metric.status === 'ok' ? write(metric.value) : describeMetric(metric)
}

/** A metric as text for a narrow cell: its value, or in two words why there is none. Pair it with `describeMetric` as the title. */
export function metricCell<T>(metric: Metric<T>, write: (value: T) => string): string {
  return metric.status === 'ok' ? write(metric.value) : absenceCell(metric)
}

/** The value of a metric, or undefined; for sorting and lengths, never for showing. */
export const valueOf = <T>(metric: Metric<T>): T | undefined => (metric.status === 'ok' ? metric.value : undefined)

/** Why there is no value, short enough for a cell. */
export function absenceCell(metric: Metric<unknown>): string {
  switch (metric.status) {
    case 'ok':
      return ''
    case 'undefined':
      return shortReasons[metric.reason]
    case 'missing':
      return 'Missing'
    case 'not_applicable':
      return 'n/a'
  }
}

const shortReasons: Readonly<Record<UndefinedReason, string>> = {
  DIV_BY_ZERO: 'Undefined',
  NO_BASELINE: 'No baseline',
  TARGET_EQUALS_BASELINE: 'Undefined',
  NO_TARGET: 'No target',
  NO_ACTUALS: 'Not measured',
  NOT_MEASURED: 'Not measured',
  NOT_DUE: 'Not due yet',
  NO_SIGN_CHANGE: 'Undefined',
  MULTIPLE_ROOTS: 'Undefined',
  NOT_REACHED: 'Never reached',
  BEFORE_START: 'Before start',
  AFTER_END: 'After end',
  INSUFFICIENT_POINTS: 'Too few points',
  MIXED_UNITS: 'Mixed units',
  RANGE_ONLY: 'Range only',
  EXEMPT: 'Withheld',
  WITHHELD: 'No access',
  SMALL_GROUP: 'Too few people',
  UNREADABLE: 'Unreadable',
  NOT_PUBLISHED: 'Not published',
  NO_EARLIER_PUBLICATION: 'No earlier one',
  OUTSIDE_TRAJECTORY: 'Off trajectory',
  PARTS_DIFFER: 'Parts differ',
  NO_AMBITION: 'No ambition',
  SUSPECT: 'Suspect',
}
