/**
 * Undefined is a value (conventions 0.1): a computed figure is a value, or the reason there is none.
 * 0, NaN, Infinity and 100 % never stand in for a reason.
 */
export type Metric<T> =
  | { readonly status: 'ok'; readonly value: T }
  | { readonly status: 'undefined'; readonly reason: UndefinedReason }
  | { readonly status: 'missing'; readonly inputs: readonly string[] }
  | { readonly status: 'not_applicable' }

/** Why a figure has no value although its inputs are there. Shown to users in words. */
export const undefinedReasons = {
  DIV_BY_ZERO: 'the divisor is zero',
  NO_BASELINE: 'no baseline has been agreed',
  TARGET_EQUALS_BASELINE: 'the target equals the baseline, so there is no distance to cover',
  NO_TARGET: 'no target has been agreed',
  NO_ACTUALS: 'nothing has been measured yet',
  NOT_MEASURED: 'no measured movement has been recorded, so nothing can be called realised',
  NOT_DUE: 'it is not due yet',
  NO_SIGN_CHANGE: 'the cash flows never change sign',
  MULTIPLE_ROOTS: 'more than one rate solves the equation',
  NOT_REACHED: 'the point is never reached',
  BEFORE_START: 'it lies before the start',
  AFTER_END: 'it lies after the end',
  INSUFFICIENT_POINTS: 'there are too few points',
  MIXED_UNITS: 'the parts differ in currency, price basis or cash class and cannot be added',
  RANGE_ONLY: 'only a range was published, not a single figure',
  EXEMPT: 'the publisher withheld the figure',
  WITHHELD: 'your rights do not include to see it',
  SMALL_GROUP: 'it is about so few people that it would tell of each of them',
  UNREADABLE: 'the published text is not a figure',
  NOT_PUBLISHED: 'the publication does not give it',
  SUSPECT: 'the published figure looks wrong in unit or sign and nobody has confirmed it',
  NO_EARLIER_PUBLICATION: 'there is no earlier publication to compare with',
  OUTSIDE_TRAJECTORY: 'the date lies outside the agreed trajectory',
  PARTS_DIFFER: 'the parts do not make the figure that was measured',
  NO_AMBITION: 'the plan moves nothing for the better, so there is nothing to cover',
} as const
export type UndefinedReason = keyof typeof undefinedReasons

export const known = <T>(value: T): Metric<T> => ({ status: 'ok', value })
export const undefinedBecause = (reason: UndefinedReason): Metric<never> => ({ status: 'undefined', reason })
export const missing = (...inputs: readonly string[]): Metric<never> => ({ status: 'missing', inputs })
export const notApplicable: Metric<never> = { status: 'not_applicable' }

/** Applies `change` to a known value; passes every other status through unchanged. */
export function mapMetric<A, B>(metric: Metric<A>, change: (value: A) => B): Metric<B> {
  return metric.status === 'ok' ? known(change(metric.value)) : metric
}

/** numerator / denominator, or `reason` where the denominator is zero. Nothing of something is 0, never minus zero. */
export function ratio(numerator: number, denominator: number, reason: UndefinedReason = 'DIV_BY_ZERO'): Metric<number> {
  return denominator === 0 ? undefinedBecause(reason) : known(numerator / denominator + 0)
}

/** The status in words, for a person: `''` for a known value. */
export function describeMetric(metric: Metric<unknown>): string {
  switch (metric.status) {
    case 'ok':
      return ''
    case 'undefined':
      return `Undefined: ${undefinedReasons[metric.reason]}`
    case 'missing':
      return `Missing: ${metric.inputs.join(', ')}`
    case 'not_applicable':
      return 'Not applicable'
  }
}
