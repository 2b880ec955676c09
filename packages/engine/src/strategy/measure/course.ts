import { daysBetween, known, undefinedBecause, type CivilDate, type Metric } from '../../kernel/index.ts'
import type { Agreed, CoursePoint, Direction } from './facts.ts'

/** Where a measure should stand on a date on its agreed course, in its unit (measure-course). Nothing is said of dates outside it. */
export function expectedAt({ baseline, target, course }: Agreed, on: CivilDate): Metric<number> {
  if (baseline.on >= target.on || on < baseline.on || on > target.on) return undefinedBecause('OUTSIDE_TRAJECTORY')
  const share = daysBetween(baseline.on, on) / daysBetween(baseline.on, target.on)
  const way = (covered: number): number => baseline.value + (target.value - baseline.value) * covered
  switch (course.kind) {
    case 'linear':
      return known(way(share))
    case 's_curve':
      return known(way(share * share * (3 - 2 * share)))
    case 'steps':
      return known([baseline, ...inOrder(course.points)].filter((point) => point.on <= on).at(-1)?.value ?? baseline.value)
    case 'list':
      return known(between([baseline, ...inOrder(course.points), target], on))
    case 'seasonal': {
      const whole = seasonal(course.monthShares, baseline.on, target.on)
      return whole === 0 ? undefinedBecause('DIV_BY_ZERO') : known(way(seasonal(course.monthShares, baseline.on, on) / whole))
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

/** Share of the way covered: (actual − baseline)/(target − baseline), either direction; for a band, how much of the distance to it is gone. */
export function attained({ baseline, target }: Agreed, direction: Direction, actual: number): Metric<number> {
  if (direction.kind === 'higher' || direction.kind === 'lower') return target.value === baseline.value ? undefinedBecause('TARGET_EQUALS_BASELINE') : known((actual - baseline.value) / (target.value - baseline.value) + 0)
  const [low, high] = direction.kind === 'range' ? [direction.low, direction.high] : [direction.at, direction.at]
  const before = distanceTo(low, high, baseline.value)
  return before === 0 ? undefinedBecause('TARGET_EQUALS_BASELINE') : known(1 - distanceTo(low, high, actual) / before)
}

/** Standing against the course; an order, never averaged. Behind by the tolerance is on track, by twice it at risk. */
export function standingAgainst(agreed: Agreed, direction: Direction, actual: { readonly on: CivilDate; readonly value: number } | undefined): 'on_track' | 'at_risk' | 'off_track' | 'no_report' {
  if (!actual) return 'no_report'
  const expected = actual.on > agreed.target.on ? known(agreed.target.value) : expectedAt(agreed, actual.on)
  if (expected.status !== 'ok') return 'no_report'
  const tolerance = agreed.tolerance ?? Math.abs(agreed.target.value - agreed.baseline.value) / 10
  const behind = shortfallOf(direction, actual.value, expected.value)
  return behind <= tolerance ? 'on_track' : behind <= 2 * tolerance ? 'at_risk' : 'off_track'
}
