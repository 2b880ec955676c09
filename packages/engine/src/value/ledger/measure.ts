import { ok } from '../../kernel/index.ts'
import { magnitude, signOf } from './account.ts'
import type { ActOf } from './act.ts'
import type { LedgerView } from './book.ts'
import { move, type MeasuredAs, type Posting } from './entry.ts'
import { exactText } from './exact.ts'
import { gradeOf } from './grade.ts'
import { firstBroken, over, periodOf, postable, type Checked } from './guards.ts'
import { betterOf, movement } from './movement.ts'
import { pool } from './places.ts'
import { broken } from './refusal.ts'
import type { LedgerTerms, MeasureTerms } from './terms.ts'

/** T5: what a measure moved, once for its pool and period. Only an approved actual counts; what is missing is not zero. */
export function measure(view: LedgerView, terms: LedgerTerms, act: ActOf<'measure'>): Checked<{ readonly postings: readonly Posting[]; readonly measured: MeasuredAs }> {
  const [of, period] = [terms.measures.get(act.measureId), periodOf(terms, act.periodId)]
  if (!of) return broken('measure_unknown', { measure: act.measureId })
  if (!period.ok) return period
  const { actual, counterfactual, direction, volume, unitValue, source, postHoc = false } = act.measurement
  const firstKnownAt = earlier(view.firstKnownAt(of.poolId, act.periodId), actual.knownAt)
  const allowed = firstBroken([
    () => postable(view, act.periodId, 'fact'),
    () => over(terms, period.value),
    () => (actual.value === null || actual.state === 'missing' ? broken('actual_missing', { measure: of.name, period: act.periodId }) : ok(undefined)),
    () => (actual.state === 'provisional' ? broken('actual_not_approved', { measure: of.name, period: act.periodId, state: actual.state }) : ok(undefined)),
    () => notMeasured(view, terms, of, act.periodId),
    () => registered(of, act, firstKnownAt),
  ])
  if (!allowed.ok) return allowed
  const input = { actual: actual.value ?? counterfactual.value, counterfactual: counterfactual.value, direction, volume, unitValue }
  const moved = movement(input)
  const grade = gradeOf({ source, counterfactualLevel: of.counterfactual?.level ?? 0, method: of.attribution?.method ?? 'equal', postHoc })
  const measured: MeasuredAs = { poolId: of.poolId, periodId: act.periodId, measureId: of.id, movement: moved, postHoc, grade, firstKnownAt, made: { better: exactText(betterOf(input)), volume: exactText(volume), unitValue: exactText(unitValue) } }
  return ok({ postings: move(pool('M10', of, act.periodId), pool('S20', of, act.periodId), moved), measured })
}

const earlier = (a: string | undefined, b: string): string => (a !== undefined && a < b ? a : b)

/** V-2: one fact, one pool, whatever the measure is called. */
function notMeasured(view: LedgerView, terms: LedgerTerms, of: MeasureTerms, periodId: string): Checked<void> {
  const before = view.measured(of.poolId, periodId)
  if (!before) return ok(undefined)
  const values = { measure: of.name, period: periodId, movement: before.movement }
  return before.measureId === of.id ? broken('measured_already', values) : broken('same_measure_twice', { ...values, other: terms.measures.get(before.measureId)?.name ?? before.measureId })
}

/** V-4: counterfactual and attribution stood before the first actual was known, or it is said that they did not. */
function registered({ name, counterfactual, attribution }: MeasureTerms, { measurement }: ActOf<'measure'>, firstKnownAt: string): Checked<void> {
  if (counterfactual === null) return broken('counterfactual_missing', { measure: name })
  if (measurement.postHoc) return ok(undefined)
  const late = [...(counterfactual.registeredAt > firstKnownAt ? ['counterfactual'] : []), ...(attribution !== null && attribution.registeredAt > firstKnownAt ? ['attribution'] : [])]
  if (late.length > 0) return broken('registered_after_actual', { measure: name, late, actualKnownAt: firstKnownAt })
  const differs = measurement.counterfactual.method !== counterfactual.method
  return differs ? broken('counterfactual_differs', { measure: name, registered: counterfactual.method, found: measurement.counterfactual.method }) : ok(undefined)
}

/** A measurement is mended by a difference where the pool can bear it; where it cannot, what depends on it goes first (V-17). */
export function adjust(view: LedgerView, terms: LedgerTerms, act: ActOf<'adjust'>): Checked<readonly Posting[]> {
  const [of, period] = [terms.measures.get(act.measureId), periodOf(terms, act.periodId)]
  if (!of) return broken('measure_unknown', { measure: act.measureId })
  if (!period.ok) return period
  const left = pool('M10', of, act.periodId)
  const allowed = firstBroken([
    () => (act.difference === 0n ? broken('amount_wrong', { amount: 0n, expected: 'a difference other than zero' }) : ok(undefined)),
    () => postable(view, act.periodId, 'fact'),
    () => (act.reason ? ok(undefined) : broken('reason_missing', { act: act.kind })),
    () => (view.measured(of.poolId, act.periodId) ? ok(undefined) : broken('actual_missing', { measure: of.name, period: act.periodId })),
    () => (bears(view.balance(left), act.difference, view.balance(pool('S20', of, act.periodId))) ? ok(undefined) : broken('restatement_overdraws', { measure: of.name, period: act.periodId, left: view.balance(left), difference: act.difference })),
  ])
  return allowed.ok ? ok(move(left, pool('S20', of, act.periodId), act.difference)) : allowed
}

/** The pool goes on in its direction; with nothing drawn it may turn. */
function bears(left: bigint, difference: bigint, origin: bigint): boolean {
  const untouched = left === -origin
  return untouched || signOf(left + difference) === 0 || (signOf(left + difference) === signOf(-origin) && signOf(-origin + difference) === signOf(-origin)) || (left === 0n && magnitude(-origin + difference) > magnitude(origin))
}
