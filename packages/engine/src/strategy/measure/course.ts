import { daysBetween, known, ratio, undefinedBecause, type CivilDate, type Metric } from '../../kernel/index.ts'
import type { Agreed, CoursePoint, Direction } from './facts.ts'

/** Where a measure should stand on a date on its agreed course, in its unit (measure-course). Nothing is said of dates outside it. */
export function expectedAt({ baseline, target, course }: Agreed, on: CivilDate): Metric<number> {
  if (baseline.on >= target.on || on < baseline.on || on > target.on) return undefinedBecause('OUTSIDE_TRAJECTORY')
  const [past, whole] = [daysBetween(baseline.on, on), daysBetween(baseline.on, target.on)]
  const share = past / whole
  const way = (covered: number): number => baseline.value + (target.value - baseline.value) * covered
  switch (course.kind) {
    case 'linear':
      // Divided last, so that whole days of whole numbers stay whole.
      return known(baseline.value + ((target.value - baseline.value) * past) / whole)
    case 's_curve':
      return known(way(share * share * (3 - 2 * share)))
    case 'steps':
      return known([baseline, ...inOrder(course.points)].filter((point) => point.on <= on).at(-1)?.value ?? baseline.value)
    case 'list':
      return known(between([baseline, ...inOrder(course.points), target], on))
    case 'seasonal': {
      const season = seasonal(course.monthShares, baseline.on, target.on)
      return season === 0 ? undefinedBecause('DIV_BY_ZERO') : known(way(seasonal(course.monthShares, baseline.on, on) / season))
    }
  }
}

const inOrder = (points: readonly CoursePoint[]): readonly CoursePoint[] => [...points].sort((a, b) => (a.on < b.on ? -1 : 1))

/** On the line between the points before and after. */
function between(points: readonly CoursePoint[], on: CivilDate): number {
  const after = points.findIndex((point) => point.on >= on)
  const [from, to] = [points[Math.max(0, after - 1)], points[after]]
  if (!from || !to || from.on === to.on) return to?.value ?? from?.value ?? 0
  return from.value + ((to.value - from.value) * daysBetween(from.on, on)) / daysBetween(from.on, to.on)
}

/** Sum of the shares of the months from one date to another, parts of months by days; months are named 0 for January. */
function seasonal(shares: readonly number[], from: CivilDate, to: CivilDate): number {
  let [sum, at] = [0, from]
  while (at < to) {
    const [year, month] = [Number(at.slice(0, 4)), Number(at.slice(5, 7))]
    const first = `${at.slice(0, 7)}-01`
    const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`
    const until = next < to ? next : to
    sum += ((shares[month - 1] ?? 0) * daysBetween(at, until)) / daysBetween(first, next)
    at = until
  }
  return sum
}

/** How far a value is from where it should be against the direction: above zero is worse. For a band, the distance to it. */
export function shortfallOf(direction: Direction, actual: number, expected: number): number {
  switch (direction.kind) {
    case 'higher': return expected - actual
    case 'lower': return actual - expected
    case 'range': return distanceTo(direction.low, direction.high, actual)
    case 'maintain': return Math.abs(actual - direction.at)
  }
}

/** Distance to a band: zero inside. */
export const distanceTo = (low: number, high: number, value: number): number => Math.max(low - value, value - high, 0)

/**
 * Share of the way covered: (actual − baseline) / (target − baseline) in either direction, negative where things got worse, above 1 where the
 * target is passed; for a band, how much of the distance to it is gone. Baseline 10, target 8: 8.2 → 0.90; 10.5 → −0.25.
 */
export function attained({ baseline, target }: { readonly baseline: { readonly value: number }; readonly target: { readonly value: number } }, direction: Direction, actual: number): Metric<number> {
  if (direction.kind === 'higher' || direction.kind === 'lower') return ratio(actual - baseline.value, target.value - baseline.value, 'TARGET_EQUALS_BASELINE')
  const [low, high] = direction.kind === 'range' ? [direction.low, direction.high] : [direction.at, direction.at]
  const before = distanceTo(low, high, baseline.value)
  return before === 0 ? undefinedBecause('TARGET_EQUALS_BASELINE') : known(1 - distanceTo(low, high, actual) / before)
}

/** How something stands against what was agreed of it; an order, never averaged. */
export type StandingWord = 'on_track' | 'at_risk' | 'off_track'

/** Behind by the tolerance is on track, by twice it at risk, by more off track. */
export const standingOf = (behind: number, tolerance: number): StandingWord => (behind <= tolerance ? 'on_track' : behind <= 2 * tolerance ? 'at_risk' : 'off_track')

/** Standing against the course at the date of an actual; after the due date the target is the yardstick. */
export function standingAgainst(agreed: Agreed, direction: Direction, actual: { readonly on: CivilDate; readonly value: number } | undefined): StandingWord | 'no_report' {
  if (!actual) return 'no_report'
  const expected = actual.on > agreed.target.on ? known(agreed.target.value) : expectedAt(agreed, actual.on)
  if (expected.status !== 'ok') return 'no_report'
  return standingOf(shortfallOf(direction, actual.value, expected.value), agreed.tolerance ?? Math.abs(agreed.target.value - agreed.baseline.value) / 10)
}
