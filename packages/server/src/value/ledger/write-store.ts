import { invariant } from '@throughline/engine/kernel'
import { toWire } from '@throughline/contract/wire'
import { accountKey, type Book, type Entry } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Actor, Tx } from '../../database/index.ts'
import { noteUses } from '../evidence/index.ts'
import { accountId } from './account-id.ts'
import type { LedgerPart } from './book-store.ts'

type Stored = Omit<LedgerPart, 'book'> & { readonly book: Book }

/** Adds entries that were posted into a part of the ledger, in their order, and what follows from them for the states of periods. */
export async function addEntries(tx: Tx, actor: Pick<Actor, 'orgId' | 'name'>, part: Stored, entries: readonly Entry[], names: ReadonlyMap<string, string> = new Map()): Promise<void> {
  if (entries.length === 0) return
  const first = part.nextNo
  const rows = entries.map((entry, at) => ({
    id: entry.id, no: String(first + BigInt(at)), kind: entry.kind, by_id: entry.by, by_name: names.get(entry.by) ?? actor.name, reason: entry.reason ?? null, evidence: entry.evidence ?? null, reverses: entry.reverses ?? null, match_id: entry.matchId ?? null,
    prior_period: entry.priorPeriod ?? false, measured: json(entry.measured), measured_pool: entry.measured?.poolId ?? null, measured_period: entry.measured?.periodId ?? null, closes: json(entry.closes), claim: json(entry.claim), withheld: json(entry.withheld),
  }))
  part.nextNo = first + BigInt(entries.length)
  await sql`insert into ledger_entry (org_id, id, no, kind, by_id, by_name, reason, evidence, reverses, match_id, prior_period, measured, measured_pool, measured_period, closes, claim, withheld)
    select current_org(), r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, no bigint, kind text, by_id uuid, by_name text, reason text, evidence text, reverses uuid, match_id uuid, prior_period boolean,
      measured jsonb, measured_pool uuid, measured_period text, closes jsonb, claim jsonb, withheld jsonb)`.execute(tx)
  await addPostings(tx, part, entries)
  await noteUses(tx, entries)
  for (const { closes, reverses } of entries) {
    const undone = reverses === undefined ? undefined : part.book.byId.get(reverses)?.closes
    if (closes) await setState(tx, closes.periodId, closes.state)
    if (undone) await setState(tx, undone.periodId, 'open')
  }
}

const json = (value: object | undefined): unknown => (value === undefined ? null : toWire(value))
const setState = (tx: Tx, code: string, state: 'open' | 'soft' | 'closed') => tx.updateTable('value_period').set({ state }).where('code', '=', code).execute()

/** Postings by columns: accounts that are new are interned first, and each posting takes the next place on its account. */
async function addPostings(tx: Tx, part: Stored, entries: readonly Entry[]): Promise<void> {
  const lines = entries.flatMap(({ id, postings }) => postings.map((posting, line) => ({ entryId: id, line, id: accountId(posting.account), ...posting })))
  if (lines.length === 0) return
  const before = new Map<string, bigint>()
  const fresh = new Map(lines.filter(({ id }) => !part.seqs.has(id)).map((line) => [line.id, line.account]))
  if (fresh.size > 0) {
    const accounts = [...fresh]
    const column = (of: (account: (typeof accounts)[number][1]) => string | undefined): (string | null)[] => accounts.map(([, account]) => of(account) ?? null)
    await sql`insert into ledger_account (org_id, id, code, unit, period, pool_id, benefit_id, initiative_id, budget_line, cause)
      select current_org(), r.* from unnest(${accounts.map(([id]) => id)}::uuid[], ${column(({ code }) => code)}::text[], ${column(({ unit }) => unit)}::text[], ${column(({ periodId }) => periodId)}::text[], ${column(({ poolId }) => poolId)}::uuid[],
        ${column(({ benefitId }) => benefitId)}::uuid[], ${column(({ initiativeId }) => initiativeId)}::uuid[], ${column(({ budgetLineId }) => budgetLineId)}::text[], ${column(({ cause }) => cause)}::text[]) as r`.execute(tx)
  }
  // The book stands after all entries: what stood before each posting is found by going back from there.
  for (const { id, account, amount } of lines) before.set(id, (before.get(id) ?? balanceIn(part, account)) - amount)
  const placed = lines.map((line) => {
    const balance = (before.get(line.id) ?? 0n) + line.amount
    const seq = (part.seqs.get(line.id) ?? 0) + 1
    before.set(line.id, balance)
    part.seqs.set(line.id, seq)
    return { ...line, balance, seq }
  })
  await sql`insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, offset_for)
    select current_org(), r.* from unnest(${placed.map(({ id }) => id)}::uuid[], ${placed.map(({ seq }) => seq)}::integer[], ${placed.map(({ entryId }) => entryId)}::uuid[], ${placed.map(({ line }) => line)}::integer[],
      ${placed.map(({ amount }) => String(amount))}::bigint[], ${placed.map(({ balance }) => String(balance))}::bigint[], ${placed.map(({ offsetFor }) => offsetFor ?? null)}::uuid[]) as r`.execute(tx)
}

/** What stands on an account once everything is posted. */
function balanceIn({ book }: Stored, account: Entry['postings'][number]['account']): bigint {
  const balance = book.balances.get(accountKey(account))
  invariant(balance, 'an account that was posted to has a balance')
  return balance.amount
}
