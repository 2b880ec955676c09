import { ok } from '../../kernel/index.ts'
import { isMoneyUnit, signOf } from './account.ts'
import type { ActOf, Line } from './act.ts'
import type { LedgerView } from './book.ts'
import { move, type Posting } from './entry.ts'
import { benefitOf, firstBroken, holds, measureOf, periodOf, postable, type Checked } from './guards.ts'
import { commitment } from './places.ts'
import { broken } from './refusal.ts'
import type { BenefitTerms, LedgerTerms } from './terms.ts'

type Decided = Checked<readonly Posting[]>

/** T1: what a benefit is to bring, by period. */
export function promise(view: LedgerView, terms: LedgerTerms, act: ActOf<'promise'>): Decided {
  return onLines(view, terms, act, (benefit, { periodId, amount }) => {
    const absent = [...(benefit.ownerId === null ? ['owner'] : []), ...(benefit.measureId === null ? ['measure'] : [])]
    if (absent.length > 0) return broken('profile_incomplete', { benefit: benefit.name, missing: absent })
    const before = -view.balance(commitment('S10', benefit, periodId))
    if (amount === 0n || (before !== 0n && signOf(before) !== signOf(amount))) return broken('amount_wrong', { amount, promised: before, expected: 'an amount other than zero, with the sign of what was promised' })
    const chain = chainOf(view, terms, benefit, periodId)
    return chain.ok ? ok(move(commitment('A10', benefit, periodId), commitment('S10', benefit, periodId), amount)) : chain
  })
}

/** V-11: of benefits on one path at most one is counted in money. */
export function chainOf(view: LedgerView, terms: LedgerTerms, benefit: BenefitTerms, periodId: string): Checked<void> {
  if (!isMoneyUnit(benefit.unit)) return ok(undefined)
  if (!benefit.counted) return broken('chain_counted_twice', { benefit: benefit.name, other: 'it is a step on the way and keeps a unit of its own' })
  const other = benefit.sharesPathWith.map((id) => terms.benefits.get(id)).find((one) => one !== undefined && isMoneyUnit(one.unit) && (['A10', 'A20', 'A30', 'A90'] as const).some((code) => view.balance(commitment(code, one, periodId)) !== 0n))
  return other ? broken('chain_counted_twice', { benefit: benefit.name, other: other.name }) : ok(undefined)
}

/** T2: what is approved of a promise, and what is declined; counterfactual and attribution are registered by now. */
export function approve(view: LedgerView, terms: LedgerTerms, act: ActOf<'approve'>): Decided {
  return onLines<ActOf<'approve'>['lines'][number]>(view, terms, act, (benefit, { periodId, amount, declined = 0n }) => {
    const measure = measureOf(terms, benefit)
    if (!measure.ok) return measure
    if (measure.value.counterfactual === null) return broken('counterfactual_missing', { benefit: benefit.name, measure: measure.value.name })
    if (measure.value.attribution === null) return broken('method_missing', { benefit: benefit.name, measure: measure.value.name })
    if (amount !== 0n && declined !== 0n && signOf(amount) !== signOf(declined)) return broken('amount_wrong', { amount, declined, expected: 'amounts of one sign' })
    const promised = commitment('A10', benefit, periodId)
    const held = holds(view, promised, amount + declined)
    if (!held.ok) return held
    return ok([...move(commitment('A20', benefit, periodId), promised, amount), ...move(commitment('X10', benefit, periodId), promised, declined)])
  })
}

/** T3: by how much more or less than approved is expected. */
export function forecast(view: LedgerView, terms: LedgerTerms, act: ActOf<'forecast'>): Decided {
  return onLines(view, terms, act, (benefit, { periodId, amount }) => {
    if (!act.reason) return broken('reason_missing', { act: act.kind })
    if (amount === 0n) return broken('amount_wrong', { amount, expected: 'an amount other than zero' })
    const place = { unit: benefit.unit, periodId, benefitId: benefit.id, initiativeId: benefit.initiativeId }
    return ok(move({ code: 'F10', ...place }, { code: 'S30', ...place }, amount))
  })
}

/** T4: the change is there and accepted, so that value can flow. */
export function deliver(view: LedgerView, terms: LedgerTerms, act: ActOf<'deliver'>): Decided {
  return onLines(view, terms, act, (benefit, { periodId, amount }) => {
    if (!act.evidence) return broken('acceptance_missing', { benefit: benefit.name })
    if (benefit.needsAdoption && benefit.adoptionBy.length === 0) return broken('adoption_unnamed', { benefit: benefit.name })
    return taken(view, benefit, { periodId, amount }, 'A20', 'A30')
  })
}

/** T12: what was given up, by decision: the promise stays seen. */
export function writeOff(view: LedgerView, terms: LedgerTerms, act: ActOf<'write_off'>): Decided {
  return onLines(view, terms, act, (benefit, line) => (act.decision ? taken(view, benefit, line, act.from, 'X30') : broken('decision_missing', { benefit: benefit.name })))
}

/** T11: what was approved for one period is expected in another; the nominal promise does not change. */
export function transfer(view: LedgerView, terms: LedgerTerms, act: ActOf<'transfer'>): Decided {
  const benefit = benefitOf(terms, act.benefitId)
  if (!benefit.ok) return benefit
  const [from, to] = [commitment('A20', benefit.value, act.fromPeriodId), commitment('A20', benefit.value, act.toPeriodId)]
  const allowed = firstBroken([
    () => periodOf(terms, act.fromPeriodId),
    () => periodOf(terms, act.toPeriodId),
    () => postable(view, act.fromPeriodId, 'plan'),
    () => postable(view, act.toPeriodId, 'plan'),
    () => (act.reason ? ok(undefined) : broken('reason_missing', { act: act.kind })),
    () => holds(view, from, act.amount),
  ])
  return allowed.ok ? ok(move({ ...to, initiativeId: benefit.value.initiativeId }, from, act.amount)) : allowed
}

function taken(view: LedgerView, benefit: BenefitTerms, { periodId, amount }: Line, from: 'A10' | 'A20' | 'A30', to: 'A30' | 'X30'): Decided {
  const source = commitment(from, benefit, periodId)
  const held = holds(view, source, amount)
  return held.ok ? ok(move(commitment(to, benefit, periodId), source, amount)) : held
}

/** Each line of a plan, all or none: the benefit, then period and its state, then what the act itself wants. A period stands in one line. */
function onLines<L extends Line>(view: LedgerView, terms: LedgerTerms, act: { readonly benefitId: string; readonly lines: readonly L[] }, decide: (benefit: BenefitTerms, line: L) => Decided): Decided {
  const benefit = benefitOf(terms, act.benefitId)
  if (!benefit.ok) return benefit
  if (act.lines.length === 0 || new Set(act.lines.map(({ periodId }) => periodId)).size < act.lines.length) return broken('amount_wrong', { expected: 'one line or more, each of a period of its own' })
  const postings: Posting[] = []
  for (const line of act.lines) {
    const allowed = firstBroken([() => periodOf(terms, line.periodId), () => postable(view, line.periodId, 'plan')])
    const decided = allowed.ok ? decide(benefit.value, line) : allowed
    if (!decided.ok) return decided
    postings.push(...decided.value)
  }
  return ok(postings)
}
