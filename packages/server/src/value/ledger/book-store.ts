import { inPeriod, openBook, type Account, type Balance, type Claim, type Entry, type MeasuredAs, type OpenBook, type Posting } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { Found, FoundAccount, Place } from './found-store.ts'
import type { LedgerAccountTable, LedgerEntryTable } from './tables.ts'

/** A part of the ledger, as it was read within a transaction, and the next place on each account. */
export type LedgerPart = { readonly book: OpenBook; readonly seqs: Map<string, number>; nextNo: bigint }

type AccountRow = Omit<LedgerAccountTable, 'org_id'>
export const accountOf = (row: AccountRow): Account => ({
  code: row.code, unit: row.unit, periodId: row.period, ...(row.pool_id === null ? {} : { poolId: row.pool_id }), ...(row.benefit_id === null ? {} : { benefitId: row.benefit_id }),
  ...(row.initiative_id === null ? {} : { initiativeId: row.initiative_id }), ...(row.budget_line === null ? {} : { budgetLineId: row.budget_line }), ...(row.cause === null ? {} : { cause: row.cause }),
})

/** What was found, as a book that acts are posted into; with the entries that they name, and where it matters who claimed. */
export async function openPart(tx: Tx, found: Found, { entryIds, claimed }: { readonly entryIds: readonly string[]; readonly claimed: readonly Place[] }): Promise<LedgerPart> {
  const entries = entryIds.length > 0 ? await readEntriesWhole(tx, entryIds) : []
  const measurements = found.measured.map(({ measured, live }) => ({ measured: measuredOf(measured), live }))
  const book = openBook({
    balances: found.accounts.map((row): Balance => ({ account: foundAccount(row), amount: BigInt(row[9]) })), entries: entries.map(({ entry }) => entry), reversed: entries.flatMap(({ entry, reversed }) => (reversed ? [entry.id] : [])),
    states: new Map(found.periods.flatMap(({ id, state }) => (state === 'open' ? [] : [[id, state] as const]))),
    measured: new Map(measurements.flatMap(({ measured, live }) => (live ? [[inPeriod(measured.poolId, measured.periodId), measured] as const] : []))),
    firstKnownAt: new Map(measurements.map(({ measured }) => [inPeriod(measured.poolId, measured.periodId), measured.firstKnownAt])),
    offsets: new Map(found.offsets.map(({ poolId, period, initiativeId, amount }) => [inPeriod(poolId, period, initiativeId), BigInt(amount)])),
    claimants: claimed.length > 0 ? await readClaimants(tx, claimed) : new Map(),
  })
  return { book, seqs: new Map(found.accounts.map((row) => [row[0], row[10]])), nextNo: BigInt(found.last) + 1n }
}

const foundAccount = ([id, code, unit, period, pool_id, benefit_id, initiative_id, budget_line, cause]: FoundAccount): Account => accountOf({ id, code, unit, period, pool_id, benefit_id, initiative_id, budget_line, cause })

const measuredOf = (stored: unknown): MeasuredAs => {
  const measured = stored as Omit<MeasuredAs, 'movement'> & { readonly movement: string }
  return { ...measured, movement: BigInt(measured.movement) }
}

/** Who has claimed a benefit in a period, reversed or not. */
async function readClaimants(tx: Tx, benefits: readonly Place[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ benefit: string; period: string; people: string[] }>`
    select a.benefit_id as benefit, a.period, array_agg(distinct e.by_id::text) as people from unnest(${benefits.map(({ id }) => id)}::uuid[], ${benefits.map(({ period }) => period)}::text[]) as w (id, period)
      join ledger_account a on a.org_id = current_org() and a.benefit_id = w.id and a.period = w.period and a.code = 'R10'
      join ledger_posting p on p.org_id = current_org() and p.account_id = a.id join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind in ('realise', 'convert')
    group by 1, 2`.execute(tx)
  return new Map(rows.map(({ benefit, period, people }) => [inPeriod(benefit, period), people]))
}

type StoredEntry = Omit<LedgerEntryTable, 'recorded_at'> & { readonly recorded_at: string }
type WholeEntry = { readonly entry: Entry; readonly reversed: boolean }

/** Entries with their postings, in their order. */
async function readEntriesWhole(tx: Tx, entryIds: readonly string[]): Promise<readonly WholeEntry[]> {
  const { rows } = await sql<StoredEntry & { reversed: boolean }>`
    select e.*, exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as reversed from ledger_entry e where e.org_id = current_org() and e.id = any(${[...entryIds]}::uuid[]) order by e.no`.execute(tx)
  const postings = await postingsOf(tx, rows.map(({ id }) => id))
  return rows.map((row) => ({ entry: entryOf(row, postings.get(row.id) ?? []), reversed: row.reversed }))
}

async function postingsOf(tx: Tx, entryIds: readonly string[]): Promise<ReadonlyMap<string, readonly Posting[]>> {
  const { rows } = await sql<AccountRow & { entry_id: string; amount: string; offset_for: string | null }>`
    select a.*, p.entry_id, p.amount, p.offset_for from ledger_posting p join ledger_account a on a.org_id = p.org_id and a.id = p.account_id where p.org_id = current_org() and p.entry_id = any(${[...entryIds]}::uuid[]) order by p.entry_id, p.line`.execute(tx)
  const found = new Map<string, Posting[]>()
  for (const row of rows) found.set(row.entry_id, [...(found.get(row.entry_id) ?? []), { account: accountOf(row), amount: BigInt(row.amount), ...(row.offset_for === null ? {} : { offsetFor: row.offset_for }) }])
  return found
}

/** Ids of the live entries on a pool in a period, oldest first: claims and what follows from them, adjustments, the measurement. */
export async function readStanding(tx: Tx, poolId: string, period: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select e.id from ledger_entry e where e.org_id = current_org() and e.kind not in ('reverse', 'close') and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id)
      and ((e.measured_pool = ${poolId} and e.measured_period = ${period})
        or e.id in (select p.entry_id from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id where a.org_id = current_org() and a.pool_id = ${poolId} and a.period = ${period})) order by e.no`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Every entry of the ledger, to replay it. */
export async function readWholeLedger(tx: Tx): Promise<readonly Entry[]> {
  const { rows } = await sql<StoredEntry>`select * from ledger_entry where org_id = current_org() order by no`.execute(tx)
  const postings = await postingsOf(tx, rows.map(({ id }) => id))
  return rows.map((row) => entryOf(row, postings.get(row.id) ?? []))
}

/** What stands on every account by its last posting, to be checked against a replay. */
export async function readKeptBalances(tx: Tx): Promise<readonly Balance[]> {
  const { rows } = await sql<AccountRow & { balance: string }>`select distinct on (p.account_id) a.*, p.balance from ledger_posting p join ledger_account a on a.org_id = p.org_id and a.id = p.account_id where p.org_id = current_org() order by p.account_id, p.seq desc`.execute(tx)
  return rows.map((row) => ({ account: accountOf(row), amount: BigInt(row.balance) }))
}

function entryOf(row: StoredEntry, postings: readonly Posting[]): Entry {
  return {
    id: row.id, kind: row.kind, recordedAt: row.recorded_at, by: row.by_id, postings, ...(row.reason === null ? {} : { reason: row.reason }), ...(row.evidence === null ? {} : { evidence: row.evidence }),
    ...(row.reverses === null ? {} : { reverses: row.reverses }), ...(row.match_id === null ? {} : { matchId: row.match_id }), ...(row.prior_period ? { priorPeriod: true } : {}), ...(row.measured === null ? {} : { measured: measuredOf(row.measured) }),
    ...(row.closes === null ? {} : { closes: row.closes as NonNullable<Entry['closes']> }), ...(row.claim === null ? {} : { claim: claimFrom(row.claim) }), ...(row.withheld === null ? {} : { withheld: withheldFrom(row.withheld) }),
  }
}

function claimFrom(stored: unknown): Claim {
  const claim = stored as Omit<Claim, 'amount' | 'offset'> & { readonly amount: string; readonly offset?: { readonly benefitId: string; readonly amount: string; readonly evidenceLevel: number } }
  const { offset, ...rest } = claim
  return { ...rest, amount: BigInt(claim.amount), ...(offset ? { offset: { ...offset, amount: BigInt(offset.amount) } } : {}) }
}

function withheldFrom(stored: unknown): NonNullable<Entry['withheld']> {
  const { amount, code } = stored as { readonly amount: string; readonly code: NonNullable<Entry['withheld']>['code'] }
  return { amount: BigInt(amount), code }
}
