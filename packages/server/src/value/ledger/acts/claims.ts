import { invariant, ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import { valueProblems, type ClaimOutcomes, type LedgerRefusal } from '@throughline/contract/value'
import { wordsOf } from '@throughline/contract/wire'
import { ledgerRules, type Entry, type LedgerCode } from '@throughline/engine/value'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { strangeFiles } from '../../evidence/index.ts'
import { addRefused } from '../register-store.ts'
import { allInWords } from '../words.ts'
import { addEntries } from '../write-store.ts'
import { openLedger, postAllInto, type Intent, type Opened } from './post.ts'

export type ClaimIntent = Extract<Intent, { readonly kind: 'realise' }>
type RefusedClaim = { readonly intent: ClaimIntent; readonly refusal: LedgerRefusal }
type Outcome = ClaimOutcomes['outcomes'][number]
type Claiming = { readonly claims: readonly ClaimIntent[]; /** All or none of them. */ readonly all?: boolean }

/**
 * Posts many claims in one act: what they touch is locked and read once, each is judged on top of those before it, and all that may be
 * posted is written with one revision. Every other says why not; where all were asked for, one refusal leaves nothing posted.
 */
export async function claimMany(db: Db, actor: Actor, { claims, all = false }: Claiming, today: CivilDate): Promise<Result<ClaimOutcomes, LedgerRefusal>> {
  let unposted: readonly RefusedClaim[] = []
  const done = await writeAs<Result<ClaimOutcomes, LedgerRefusal>>(db, actor, 'value.claim-list', async (tx, record) => {
    const opened = await openLedger(tx, claims, today)
    const decided = await decide(tx, opened, actor, claims)
    const refused = decided.flatMap((one) => ('refusal' in one ? [one] : []))
    const outcomes = decided.map((one): Outcome => ('refusal' in one ? outcomeOf(one.refusal) : { entryId: one.entry.id, withheld: one.entry.withheld ? String(one.entry.withheld.amount) : null }))
    if (all && refused.length > 0) {
      unposted = refused
      return refuse(noneOf(outcomes))
    }
    const entries = decided.flatMap((one) => ('entry' in one ? [one.entry] : []))
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

type Decided = RefusedClaim | { readonly entry: Entry }

/** What becomes of each claim, in their order; one whose evidence names a file that is not there is not judged at all. */
async function decide(tx: Tx, opened: Opened, actor: Actor, claims: readonly ClaimIntent[]): Promise<readonly Decided[]> {
  const strange = await strangeFiles(tx, claims)
  const posted = postAllInto(opened, actor, claims.filter((_, at) => strange[at] === undefined)).values()
  const judged = claims.map((intent, at) => ({ intent, file: strange[at], posted: strange[at] === undefined ? posted.next().value : undefined }))
  const broken = judged.flatMap(({ intent, posted: one }) => (one && !one.ok ? [{ intent, refusal: one.refusal }] : []))
  const told = (await allInWords(tx, opened.terms, broken)).values()
  return judged.map(({ intent, file, posted: one }): Decided => {
    if (one?.ok) return { entry: one.value }
    const refusal = file ?? told.next().value
    invariant(refusal, 'a claim is posted or refused')
    return { intent, refusal }
  })
}

/** One revision for all entries of a list: which, of what, in which period and how much. Each entry has its postings itself. */
const listRevision = (entries: readonly Entry[]) => ({
  room: 'value', kind: 'ledger_entry', id: entries[0]?.id ?? '', before: null,
  after: { claims: entries.map(({ id, claim, withheld, evidence }) => ({ entryId: id, benefitId: claim?.benefitId, period: claim?.periodId, amount: (claim?.amount ?? 0n) - (withheld?.amount ?? 0n), ...(evidence ? { evidence } : {}) })) },
})

const outcomeOf = (refusal: LedgerRefusal): Outcome => ({ code: refusal.code, rule: ruleOf(refusal), words: wordsFor(refusal), values: { ...refusal.values } })

/** Nothing was posted since not everything could be: which rows, each by its rule and figures. */
function noneOf(outcomes: readonly Outcome[]): LedgerRefusal {
  const rows = outcomes.flatMap((outcome, at) => ('code' in outcome ? [{ row: at + 1, ...outcome }] : []))
  return { code: 'claims_refused', values: { refused: rows.length, asked: outcomes.length, first: `row ${rows[0]?.row ?? 1}: ${rows[0]?.words ?? ''}`, rows } }
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
