import { invariant } from '@throughline/engine/kernel'
import { toWire } from '@throughline/contract/wire'
import { accountKey, type Account, type Book, type Entry, type Posting } from '@throughline/engine/value'
import { sql } from 'kysely'
import { planned, type Actor, type Tx } from '../../database/index.ts'
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
  const { accounts, postings } = placed(part, entries)
  // Most acts meet accounts that are there: then nothing is asked of the rules of that table either.
  const interned = accounts.length === 0 ? sql`` : sql`, interned as (insert into ledger_account (org_id, id, code, unit, period, pool_id, benefit_id, initiative_id, budget_line, cause)
      select (select current_org()), r.* from json_to_recordset(${JSON.stringify(accounts)}::json) as r (id uuid, code text, unit text, "periodId" text, "poolId" uuid, "benefitId" uuid, "initiativeId" uuid, "budgetLineId" text, cause text))`
  await sql`${planned(tx, 'with')}
    written as (insert into ledger_entry (org_id, id, no, kind, by_id, by_name, reason, evidence, reverses, match_id, prior_period, measured, measured_pool, measured_period, closes, claim, withheld, recorded_at, believed_from)
      select (select current_org()), r.*, ${now}, ${now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, no bigint, kind text, by_id uuid, by_name text, reason text, evidence text, reverses uuid, match_id uuid, prior_period boolean,
        measured jsonb, measured_pool uuid, measured_period text, closes jsonb, claim jsonb, withheld jsonb))${interned}
    insert into ledger_posting (org_id, account_id, seq, entry_id, line, amount, balance, offset_for, recorded_at, believed_from)
      select (select current_org()), r.*, ${now}, ${now} from unnest(${listed(postings, 'uuid', ({ id }) => id)}, ${listed(postings, 'integer', ({ seq }) => seq)}, ${listed(postings, 'uuid', ({ entryId }) => entryId)}, ${listed(postings, 'integer', ({ line }) => line)},
        ${listed(postings, 'bigint', ({ amount }) => amount)}, ${listed(postings, 'bigint', ({ balance }) => balance)}, ${listed(postings, 'uuid', ({ offsetFor }) => offsetFor ?? 'null')}) as r`.execute(tx)
  await noteUses(tx, entries)
  for (const { closes, reverses } of entries) {
    const undone = reverses === undefined ? undefined : part.book.byId.get(reverses)?.closes
    if (closes) await setState(tx, closes.periodId, closes.state)
    if (undone) await setState(tx, undone.periodId, 'open')
  }
}

/** The instant of the act, asked for once: the default of a column would be for every row. */
const now = sql.raw('(select act_time())')
/** One value of each posting, numbers and ids, which need no quotes; behind a selection of its own, so that a plan is kept however many there are. */
const listed = (postings: readonly Placed[], type: 'uuid' | 'integer' | 'bigint', value: (posting: Placed) => string | number | bigint) => sql`(select ${`{${postings.map(value).join(',')}}`}::${sql.raw(type)}[])`
const json = (value: object | undefined): unknown => (value === undefined ? null : toWire(value))
const setState = (tx: Tx, code: string, state: 'open' | 'soft' | 'closed') => tx.updateTable('value_period').set({ state }).where('code', '=', code).execute()

type Placed = Posting & { readonly id: string; readonly entryId: string; readonly line: number; readonly seq: number; readonly balance: bigint }

/** Postings in their order, each with its place on its account and what stands there from then on; and accounts that are new. */
function placed(part: Stored, entries: readonly Entry[]): { readonly accounts: readonly (Account & { readonly id: string })[]; readonly postings: readonly Placed[] } {
  const lines = entries.flatMap(({ id, postings }) => postings.map((posting, line) => ({ entryId: id, line, id: accountId(posting.account), ...posting })))
  const fresh = new Map(lines.filter(({ id }) => !part.seqs.has(id)).map(({ id, account }) => [id, { id, ...account }]))
  // The book stands after all entries: what stood before each posting is found by going back from there.
  const before = new Map<string, bigint>()
  for (const { id, account, amount } of lines) before.set(id, (before.get(id) ?? balanceIn(part, account)) - amount)
  const postings = lines.map((line) => {
    const balance = (before.get(line.id) ?? 0n) + line.amount
    const seq = (part.seqs.get(line.id) ?? 0) + 1
    before.set(line.id, balance)
    part.seqs.set(line.id, seq)
    return { ...line, balance, seq }
  })
  return { accounts: [...fresh.values()], postings }
}

/** What stands on an account once everything is posted. */
function balanceIn({ book }: Stored, account: Account): bigint {
  const balance = book.balances.get(accountKey(account))
  invariant(balance, 'an account that was posted to has a balance')
  return balance.amount
}
