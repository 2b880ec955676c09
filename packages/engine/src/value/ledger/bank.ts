import { ok } from '../../kernel/index.ts'
import { readUnit } from './account.ts'
import type { ActOf } from './act.ts'
import type { LedgerView } from './book.ts'
import { move, type Posting } from './entry.ts'
import { firstBroken, holds, postable, type Checked } from './guards.ts'
import { claimOf, commitment } from './places.ts'
import { realise, type Realised } from './realise.ts'
import { broken } from './refusal.ts'
import { inPeriod, type LedgerTerms } from './terms.ts'
import { claimedBenefit } from './verify.ts'

/** T9: verified cash whose budget line was lowered (or whose target was raised) by as much. */
export function bank(view: LedgerView, terms: LedgerTerms, act: ActOf<'bank'>): Checked<readonly Posting[]> {
  const on = claimedBenefit(terms, act)
  if (!on.ok) return on
  const { benefit, measure } = on.value
  const verified = claimOf('R20', benefit, measure.poolId, act.periodId)
  const total = act.lines.reduce((sum, { amount }) => sum + amount, 0n)
  const allowed = firstBroken([
    () => (act.lines.length === 0 || act.lines.some(({ amount }) => amount <= 0n) ? broken('amount_wrong', { expected: 'lines above zero' }) : ok(undefined)),
    () => postable(view, act.periodId, 'fact'),
    () => (readUnit(benefit.unit).cash === 'cash' ? ok(undefined) : broken('cash_not_released', { benefit: benefit.name, unit: benefit.unit })),
    () => (act.approvedBy ? ok(undefined) : broken('finance_approval_missing', { benefit: benefit.name })),
    () => firstBroken([...new Set(act.lines.map(({ budgetLineId }) => budgetLineId))].map((line) => () => lowered(view, terms, act, line))),
    () => holds(view, verified, total),
  ])
  return allowed.ok ? ok(act.lines.flatMap(({ budgetLineId, amount }) => move(claimOf('R30', benefit, measure.poolId, act.periodId, budgetLineId), verified, amount))) : allowed
}

/** V-9: what is banked on a line never exceeds what the line was lowered by. */
function lowered(view: LedgerView, { reductions }: LedgerTerms, { lines, periodId }: ActOf<'bank'>, budgetLineId: string): Checked<void> {
  const reduction = reductions.get(inPeriod(budgetLineId, periodId)) ?? 0n
  const asked = lines.reduce((sum, line) => (line.budgetLineId === budgetLineId ? sum + line.amount : sum), 0n)
  const before = view.banked(budgetLineId, periodId)
  return before + asked > reduction ? broken('budget_unchanged', { budgetLine: budgetLineId, period: periodId, lowered: reduction, banked: before, asked }) : ok(undefined)
}

/** V-14: verified hours become cash once. They are consumed; the cash is a claim on a cash pool like any other. */
export function convert(view: LedgerView, terms: LedgerTerms, act: ActOf<'convert'>): Checked<Realised> {
  const on = claimedBenefit(terms, act)
  if (!on.ok) return on
  const { benefit, measure } = on.value
  const [verified, fulfilled] = [claimOf('R20', benefit, measure.poolId, act.periodId), commitment('A90', benefit, act.periodId)]
  const allowed = firstBroken([
    () => postable(view, act.periodId, 'fact'),
    () => (readUnit(benefit.unit).cash === 'cash' ? broken('unit_differs', { benefit: benefit.name, found: benefit.unit, expected: 'a unit that is not cash' }) : ok(undefined)),
    () => holds(view, verified, act.amount),
  ])
  if (!allowed.ok) return allowed
  const into = realise(view, terms, { ...act.into, upToCap: false })
  if (!into.ok) return into
  const consumed: readonly Posting[] = [...move(claimOf('C20', benefit, measure.poolId, act.periodId), verified, act.amount), ...move(commitment('C10', benefit, act.periodId), fulfilled, act.amount)]
  return ok({ ...into.value, postings: [...consumed, ...into.value.postings] })
}
