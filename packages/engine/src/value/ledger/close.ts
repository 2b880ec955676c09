import { invariant, ok } from '../../kernel/index.ts'
import type { ActOf } from './act.ts'
import type { LedgerView } from './book.ts'
import { move, type Posting } from './entry.ts'
import { firstBroken, periodOf, type Checked } from './guards.ts'
import { commitment, pool, shortfall } from './places.ts'
import { broken } from './refusal.ts'
import type { BenefitTerms, LedgerTerms, MeasureTerms } from './terms.ts'

/** A benefit or a pool of a period, as far as a close sweeps it. */
export type Swept = { readonly periodId: string } & ({ readonly benefit: BenefitTerms } | { readonly pool: Pick<MeasureTerms, 'poolId' | 'unit'> })

/** T10: what was not met is a shortfall with its cause, what is left of a pool is unattributed, and the period has nothing open (I5). */
export function close(view: LedgerView, terms: LedgerTerms, act: ActOf<'close'>): Checked<readonly Posting[]> {
  const allowed = closable(view, terms, act)
  if (!allowed.ok) return allowed
  if (act.open.length > 0) return broken('checklist_open', { period: act.periodId, open: act.open })
  return ok(sweep(view, terms, openPlaces(view, terms, act.periodId)))
}

export function closable(view: LedgerView, terms: LedgerTerms, act: ActOf<'close' | 'soft_close'>): Checked<void> {
  const period = periodOf(terms, act.periodId)
  if (!period.ok) return period
  return firstBroken([
    () => (view.stateOf(act.periodId) === 'closed' ? broken('period_closed', { period: act.periodId }) : ok(undefined)),
    () => (terms.today < period.value.to ? broken('period_in_future', { period: act.periodId, endsOn: period.value.to, today: terms.today }) : ok(undefined)),
  ])
}

function openPlaces(view: LedgerView, terms: LedgerTerms, periodId: string): readonly Swept[] {
  const open = view.openIn(periodId).map(({ account }) => account)
  const pools = open.flatMap(({ code, poolId, unit }) => (code === 'M10' && poolId !== undefined ? [{ periodId, pool: { poolId, unit } }] : []))
  const benefits = new Set(open.flatMap(({ code, benefitId }) => (code !== 'M10' && benefitId !== undefined ? [benefitId] : [])))
  return [...pools, ...[...benefits].map((id) => {
    const benefit = terms.benefits.get(id)
    invariant(benefit, `the benefit ${id} of an open line is among the terms`)
    return { periodId, benefit }
  })]
}

/** What stands open of some pools and benefits goes to where a close puts it. */
export function sweep(view: LedgerView, terms: LedgerTerms, places: readonly Swept[]): readonly Posting[] {
  return places.flatMap((place) => {
    if ('pool' in place) {
      const left = pool('M10', place.pool, place.periodId)
      return move(pool('M20', place.pool, place.periodId), left, view.balance(left))
    }
    const because = isMeasured(view, terms, place.benefit, place.periodId) ? 'unmet' : 'unmeasured'
    return ([['A20', 'approved'], ['A30', 'delivered']] as const).flatMap(([code, from]) => {
      const open = commitment(code, place.benefit, place.periodId)
      return move(shortfall(place.benefit, place.periodId, `${from}_${because}`), open, view.balance(open))
    })
  })
}

/** The way back of `sweep`: everything that a close put away stands open again. */
export function unsweep(view: LedgerView, places: readonly Swept[]): readonly Posting[] {
  return places.flatMap((place) => {
    if ('pool' in place) {
      const unattributed = pool('M20', place.pool, place.periodId)
      return move(pool('M10', place.pool, place.periodId), unattributed, view.balance(unattributed))
    }
    return (['approved_unmet', 'approved_unmeasured', 'delivered_unmet', 'delivered_unmeasured'] as const).flatMap((cause) => {
      const short = shortfall(place.benefit, place.periodId, cause)
      return move(commitment(cause.startsWith('approved') ? 'A20' : 'A30', place.benefit, place.periodId), short, view.balance(short))
    })
  })
}

/** V-16: unmet and unmeasured are two things. */
function isMeasured(view: LedgerView, terms: LedgerTerms, { measureId }: BenefitTerms, periodId: string): boolean {
  const measure = measureId === null ? undefined : terms.measures.get(measureId)
  return measure !== undefined && view.measured(measure.poolId, periodId) !== undefined
}
