import { ok, type Result } from '../../kernel/index.ts'
import { magnitude, readUnit, signOf, type Account } from './account.ts'
import type { LedgerView } from './book.ts'
import { broken, type LedgerRefusal } from './refusal.ts'
import type { BenefitTerms, LedgerTerms, MeasureTerms, PeriodTerms } from './terms.ts'

/** What an act decides to write. */
export type Checked<T> = Result<T, LedgerRefusal>

export function benefitOf(terms: LedgerTerms, benefitId: string): Checked<BenefitTerms> {
  const benefit = terms.benefits.get(benefitId)
  return benefit ? ok(benefit) : broken('benefit_unknown', { benefit: benefitId })
}

export function periodOf(terms: LedgerTerms, periodId: string): Checked<PeriodTerms> {
  const period = terms.periods.get(periodId)
  return period ? ok(period) : broken('period_unknown', { period: periodId })
}

/** The measure of a benefit. */
export function measureOf(terms: LedgerTerms, benefit: BenefitTerms): Checked<MeasureTerms> {
  if (benefit.measureId === null) return broken('profile_incomplete', { benefit: benefit.name, missing: ['measure'] })
  const measure = terms.measures.get(benefit.measureId)
  return measure ? ok(measure) : broken('measure_unknown', { measure: benefit.measureId })
}

/** Whether plans, or else facts, may be posted in the period. */
export function postable(view: LedgerView, periodId: string, what: 'plan' | 'fact'): Checked<void> {
  const state = view.stateOf(periodId)
  if (state === 'closed') return broken('period_closed', { period: periodId })
  return state === 'soft' && what === 'plan' ? broken('period_soft_closed', { period: periodId }) : ok(undefined)
}

/** The period is over: what it brought can be known. */
export function over(terms: LedgerTerms, period: PeriodTerms): Checked<void> {
  return terms.today < period.to ? broken('period_in_future', { period: period.id, endsOn: period.to, today: terms.today }) : ok(undefined)
}

/** The benefit is counted in the unit in which its measure is. */
export function sameUnitOf(benefit: BenefitTerms, measure: MeasureTerms): Checked<void> {
  if (benefit.unit === measure.unit) return ok(undefined)
  const values = { benefit: benefit.name, found: benefit.unit, expected: measure.unit }
  return readUnit(benefit.unit).base === readUnit(measure.unit).base ? broken('cash_class_differs', values) : broken('unit_differs', values)
}

/** The account holds at least the amount, with its sign. */
export function holds(view: LedgerView, account: Account, amount: bigint): Checked<void> {
  const left = view.balance(account)
  if (amount === 0n) return broken('amount_wrong', { amount, expected: 'an amount other than zero' })
  const short = signOf(left) !== signOf(amount) || magnitude(left) < magnitude(amount)
  return short ? broken('balance_short', { account: account.code, benefit: account.benefitId ?? '', period: account.periodId, left, asked: amount }) : ok(undefined)
}

/** The first that is refused, or the last value. */
export function firstBroken(checks: readonly (() => Checked<unknown>)[]): Checked<void> {
  for (const check of checks) {
    const result = check()
    if (!result.ok) return result
  }
  return ok(undefined)
}
