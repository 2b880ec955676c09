import { ok } from '../../kernel/index.ts'
import { signOf, type Account } from './account.ts'
import type { ActOf } from './act.ts'
import { overlay, type LedgerView } from './book.ts'
import type { Entry, Posting } from './entry.ts'
import { firstBroken, type Checked } from './guards.ts'
import { broken } from './refusal.ts'

/** T13: the mirror of what was posted, to the unit, never computed anew. What depends on it goes first (V-17). */
export function reverse(view: LedgerView, act: ActOf<'reverse'>): Checked<{ readonly postings: readonly Posting[]; readonly original: Entry }> {
  const original = view.entry(act.entryId)
  if (!original) return broken('entry_unknown', { entry: act.entryId })
  const postings = original.postings.map((posting) => ({ ...posting, amount: -posting.amount }))
  const allowed = firstBroken([
    () => (act.reason ? ok(undefined) : broken('reason_missing', { act: act.kind })),
    () => (view.isReversed(original.id) ? broken('reversed_already', { entry: original.id }) : ok(undefined)),
    () => (original.kind === 'reverse' || original.kind === 'close' ? broken('reversal_not_reversible', { entry: original.id, act: original.kind }) : ok(undefined)),
    () => sound(overlay(view, postings), postings, original),
  ])
  return allowed.ok ? ok({ postings, original }) : allowed
}

const commitments = ['A10', 'A20', 'A30', 'A90', 'X10', 'X20', 'X30', 'C10'] as const

/** Nothing of a benefit or a pool may be on both sides of zero once it is gone: that would be a claim without its ground. */
function sound(after: LedgerView, postings: readonly Posting[], original: Entry): Checked<void> {
  const dependent = (account: Account): Checked<void> => broken('dependents_first', { entry: original.id, act: original.kind, account: account.code, period: account.periodId })
  for (const { account } of postings) {
    const { benefitId, initiativeId, poolId, unit, periodId } = account
    const siblings: readonly Account[] = benefitId !== undefined
      ? [account, ...commitments.map((code): Account => ({ code, unit, periodId, benefitId, ...(initiativeId === undefined ? {} : { initiativeId }) }))].filter(({ code }) => code !== 'S10' && code !== 'S11' && code !== 'F10' && code !== 'S30')
      : poolId !== undefined && account.code !== 'S20' ? [account] : []
    const expected = poolId !== undefined && benefitId === undefined ? signOf(-after.balance({ code: 'S20', unit, periodId, poolId })) : undefined
    const signs = new Set(siblings.map((sibling) => signOf(after.balance(sibling))).filter((sign) => sign !== 0))
    if (signs.size > 1 || (expected !== undefined && [...signs].some((sign) => sign !== expected))) return dependent(account)
    if (poolId !== undefined && account.code === 'S20' && !poolSound(after, account, expected ?? 0)) return dependent(account)
  }
  return ok(undefined)
}

/** Of a pool whose movement changed, what is left keeps to its direction. */
function poolSound(after: LedgerView, { unit, periodId, poolId }: Account, direction: number): boolean {
  return (['M10', 'M20'] as const).every((code) => [0, direction].includes(signOf(after.balance({ code, unit, periodId, ...(poolId === undefined ? {} : { poolId }) }))))
}
