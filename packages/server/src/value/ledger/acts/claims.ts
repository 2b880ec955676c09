import { ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import type { ClaimOutcomes, LedgerRefusal } from '@throughline/contract/value'
import type { Entry } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { addRefused } from '../register-store.ts'
import { addEntries } from '../write-store.ts'
import { decideEach, entriesOf, noneOf, outcomesOf, refusedOf, ruleOf, wordsFor, type RefusedOf } from './list.ts'
import { openLedger, type Intent } from './post.ts'

export type ClaimIntent = Extract<Intent, { readonly kind: 'realise' }>
type RefusedClaim = RefusedOf<ClaimIntent>
type Claiming = { readonly claims: readonly ClaimIntent[]; /** All or none of them. */ readonly all?: boolean }

/**
 * Posts many claims in one act: what they touch is locked and read once, each is judged on top of those before it, and all that may be
 * posted is written with one revision. Every other says why not; where all were asked for, one refusal leaves nothing posted.
 */
export async function claimMany(db: Db, actor: Actor, { claims, all = false }: Claiming, today: CivilDate): Promise<Result<ClaimOutcomes, LedgerRefusal>> {
  let unposted: readonly RefusedClaim[] = []
  const done = await writeAs<Result<ClaimOutcomes, LedgerRefusal>>(db, actor, 'value.claim-list', async (tx, record) => {
    const opened = await openLedger(tx, claims, today)
    const decided = await decideEach(tx, opened, actor, claims)
    const [entries, refused, outcomes] = [entriesOf(decided), refusedOf(decided), outcomesOf(decided)]
    if (all && refused.length > 0) {
      unposted = refused
      return refuse(noneOf(outcomes))
    }
    if (entries.length > 0) {
      await addEntries(tx, actor, opened.part, entries)
      await record(listRevision(entries))
    }
    if (refused.length > 0) await keepRefused(tx, actor, record, refused)
    return ok({ posted: entries.length, outcomes })
  })
  if (!done.ok) await noteRefused(db, actor, unposted)
  return done
}

/** One revision for all entries of a list: which, of what, in which period and how much. Each entry has its postings itself. */
const listRevision = (entries: readonly Entry[]) => ({
  room: 'value', kind: 'ledger_entry', id: entries[0]?.id ?? '', before: null,
  after: { claims: entries.map(({ id, claim, withheld, evidence }) => ({ entryId: id, benefitId: claim?.benefitId, period: claim?.periodId, amount: (claim?.amount ?? 0n) - (withheld?.amount ?? 0n), ...(evidence ? { evidence } : {}) })) },
})

/** Keeps claims that were refused, with the rule and its figures: reconciliation shows them. Of what the ledger does not know nothing is kept. */
export async function noteRefused(db: Db, actor: Actor, refused: readonly RefusedClaim[]): Promise<void> {
  const known = refused.filter(({ refusal: { code } }) => !['benefit_unknown', 'period_unknown', 'role_insufficient', 'session_required'].includes(code))
  if (known.length === 0) return
  await writeAs(db, actor, 'value.refuse-claim', async (tx, record) => {
    await keepRefused(tx, actor, record, known)
    return ok(undefined)
  })
}

/** Keeps refused claims within an act. */
export async function keepRefused(tx: Tx, actor: Actor, record: Record, refused: readonly RefusedClaim[]): Promise<void> {
  const kept = await addRefused(tx, refused.map(({ intent, refusal }) => ({ org_id: actor.orgId, id: newId(), benefit_id: intent.benefitId, period: intent.periodId, asked: String(intent.amount), code: refusal.code, rule: ruleOf(refusal), words: wordsFor(refusal), by_name: actor.name })))
  await record({ room: 'value', kind: 'ledger_refused', id: kept[0] ?? newId(), before: null, after: { refused: refused.map(({ intent, refusal }) => ({ benefitId: intent.benefitId, period: intent.periodId, asked: intent.amount, code: refusal.code })) } })
}
