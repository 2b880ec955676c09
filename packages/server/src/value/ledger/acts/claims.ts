import { ok, type CivilDate } from '@throughline/engine/kernel'
import { valueProblems, type ClaimOutcomes, type LedgerRefusal } from '@throughline/contract/value'
import { wordsOf } from '@throughline/contract/wire'
import { ledgerRules, type Entry, type LedgerCode } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { addRefused } from '../register-store.ts'
import { allInWords } from '../words.ts'
import { keepPosted, openLedger, postInto, type Intent } from './post.ts'

export type ClaimIntent = Extract<Intent, { readonly kind: 'realise' }>
type RefusedClaim = { readonly intent: ClaimIntent; readonly refusal: LedgerRefusal }

/** Posts each claim that may be posted, in their order, and says of every other why not; all in one transaction. */
export async function claimMany(db: Db, actor: Actor, claims: readonly ClaimIntent[], today: CivilDate): Promise<ClaimOutcomes> {
  const done = await writeAs(db, actor, 'value.claim-list', async (tx, record) => {
    const opened = await openLedger(tx, claims, today)
    const decided = claims.map((intent) => ({ intent, posted: postInto(opened, actor, intent) }))
    const entries = decided.flatMap(({ posted }): Entry[] => (posted.ok ? [posted.value] : []))
    const unposted = decided.flatMap(({ intent, posted }) => (posted.ok ? [] : [{ intent, refusal: posted.refusal }]))
    const told = await allInWords(tx, opened.terms, unposted)
    const refused = unposted.map(({ intent }, at): RefusedClaim => ({ intent, refusal: told[at] ?? { code: 'balance_short' } }))
    const reasons = refused.values()
    const outcomes = decided.map(({ posted }): ClaimOutcomes['outcomes'][number] => {
      if (posted.ok) return { entryId: posted.value.id, withheld: posted.value.withheld ? String(posted.value.withheld.amount) : null }
      const { refusal } = reasons.next().value ?? { refusal: { code: posted.refusal.code } }
      return { code: refusal.code, rule: ruleOf(refusal), words: wordsFor(refusal) }
    })
    if (entries.length > 0) await keepPosted(tx, actor, record, opened, entries)
    if (refused.length > 0) await keepRefused(tx, actor, record, refused)
    return ok({ posted: entries.length, outcomes })
  })
  return done.value
}

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

const ruleOf = ({ code }: LedgerRefusal): string => ledgerRules[code as LedgerCode] ?? ''
const wordsFor = (refusal: LedgerRefusal): string => wordsOf(valueProblems[refusal.code], refusal.values)
