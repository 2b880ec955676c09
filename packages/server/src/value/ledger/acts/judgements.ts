import { ok, refuse, type CivilDate, type Result } from '@throughline/engine/kernel'
import type { ClaimOutcomes, Judgement, LedgerRefusal } from '@throughline/contract/value'
import { inPeriod, type Entry } from '@throughline/engine/value'
import { writeAs, type Actor, type Db } from '../../../database/index.ts'
import { accountId } from '../account-id.ts'
import { amountText } from '../words.ts'
import { addEntries } from '../write-store.ts'
import { decideEach, entriesOf, noneOf, outcomesOf, refusedOf } from './list.ts'
import { openLedger, type Intent, type Opened } from './post.ts'

type Looked = { readonly benefitId: string; readonly period: string; readonly version?: number }
type Judging = { readonly judgements: readonly Judgement[]; /** All or none of them. */ readonly all?: boolean }

/**
 * Verifies and gives back many claims in one act. Independence (V-13), sample, reason and what stands are judged for each by itself, and
 * before them whether it is still as it was looked at; what may be posted is written with one revision, and every other says why not.
 */
export async function judgeMany(db: Db, actor: Actor, { judgements, all = false }: Judging, today: CivilDate): Promise<Result<ClaimOutcomes, LedgerRefusal>> {
  let nothing: ClaimOutcomes | undefined
  const done = await writeAs<Result<ClaimOutcomes, LedgerRefusal>>(db, actor, 'value.judge-list', async (tx, record) => {
    const intents = judgements.map(intentOf)
    const opened = await openLedger(tx, intents, today)
    const decided = await decideEach(tx, opened, actor, intents, movedSince(opened, judgements))
    const [entries, outcomes] = [entriesOf(decided), outcomesOf(decided)]
    if (entries.length === 0 && !all) nothing = { posted: 0, outcomes }
    if (entries.length === 0 || (all && refusedOf(decided).length > 0)) return refuse(noneOf(outcomes))
    await addEntries(tx, actor, opened.part, entries)
    await record(listRevision(entries, judgements.filter((_, at) => 'entryId' in (outcomes[at] ?? {}))))
    return ok({ posted: entries.length, outcomes })
  })
  // Nothing could be posted and nothing was written: that is an answer, not a failure of the list.
  return !done.ok && nothing ? ok(nothing) : done
}

/** The judgement of a row, as the engine has it; a sample is the evidence of a verification unless it has one of its own. */
export function intentOf({ decision, benefitId, period, amount, sample, reason, evidence, adjusts }: Judgement): Intent {
  const shown = evidence ?? (decision === 'verify' ? sample : undefined)
  const row = { benefitId, periodId: period, amount: BigInt(amount), ...(reason === undefined ? {} : { reason }), ...(shown === undefined ? {} : { evidence: shown }), ...(adjusts ? { adjusts: true } : {}) }
  return decision === 'verify' ? { kind: 'verify', ...row, sample: sample ?? null } : { kind: 'disallow', ...row }
}

/** Rows that are not as they were looked at: claimed, verified or given back since. What the ledger does not know is told by its own rules. */
export function movedSince({ part: { book, seqs }, terms: { benefits, periods } }: Opened, looked: readonly Looked[]): readonly (LedgerRefusal | undefined)[] {
  const standing = new Map<string, { readonly version: number; readonly waiting: bigint }>()
  for (const { account, amount } of book.balances.values()) {
    if (account.code !== 'R10') continue
    const key = inPeriod(account.benefitId ?? '', account.periodId)
    const before = standing.get(key)
    standing.set(key, { version: (before?.version ?? 0) + (seqs.get(accountId(account)) ?? 0), waiting: (before?.waiting ?? 0n) + amount })
  }
  return looked.map(({ benefitId, period, version }) => {
    const benefit = benefits.get(benefitId)
    const { version: found = 0, waiting = 0n } = standing.get(inPeriod(benefitId, period)) ?? {}
    if (!benefit || !periods.has(period) || version === undefined || found === version) return undefined
    return { code: 'claim_moved', values: { benefit: benefit.name, period, waiting: amountText(waiting, benefit.unit), found: version, expected: found } }
  })
}

/** One revision for all entries of a list: what was decided on which claims, and why. */
const listRevision = (entries: readonly Entry[], judgements: readonly Judgement[]) => ({
  room: 'value', kind: 'ledger_entry', id: entries[0]?.id ?? '', before: null,
  after: { judgements: judgements.map(({ version: _, adjusts: __, ...judgement }, at) => ({ entryId: entries[at]?.id, ...judgement })) },
})
