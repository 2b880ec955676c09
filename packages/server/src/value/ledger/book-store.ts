import { inPeriod, openBook, type Account, type Balance, type Book, type Claim, type Entry, type MeasuredAs, type OpenBook, type Posting } from '@throughline/engine/value'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { LedgerAccountTable, LedgerEntryTable } from './tables.ts'

/** Benefits and pools in the periods that acts post in: their accounts are what is read of the ledger. */
export type Place = { readonly period: string } & ({ readonly benefitId: string } | { readonly poolId: string } | { readonly budgetLine: string })
export type Wanted = {
  readonly places: readonly Place[]
  /** Periods of which everything that a close would sweep is read. */
  readonly sweeping: readonly string[]
  /** Entries that acts name, with whether they are reversed. */
  readonly entryIds: readonly string[]
  /** Whether it matters who claimed. */
  readonly claimants: boolean
}

/** A part of the ledger, as it was read within a transaction, and the next place on each account. */
export type LedgerPart = { readonly book: OpenBook; readonly seqs: Map<string, number>; nextNo: bigint }

type AccountRow = Omit<LedgerAccountTable, 'org_id'>
export const accountOf = (row: AccountRow): Account => ({
  code: row.code, unit: row.unit, periodId: row.period, ...(row.pool_id === null ? {} : { poolId: row.pool_id }), ...(row.benefit_id === null ? {} : { benefitId: row.benefit_id }),
  ...(row.initiative_id === null ? {} : { initiativeId: row.initiative_id }), ...(row.budget_line === null ? {} : { budgetLineId: row.budget_line }), ...(row.cause === null ? {} : { cause: row.cause }),
})

/** The place of an act: its instant, and the number of the entry that comes next. The clock of the organisation is held. */
export type ActPlace = { readonly recordedAt: string; readonly nextNo: bigint }
export async function readActPlace(tx: Tx): Promise<ActPlace> {
  const { rows: [place] } = await sql<{ taken: string; last: string }>`select take_act_clock() as taken, (select coalesce(max(no), 0)::text from ledger_entry where org_id = current_org()) as last`.execute(tx)
  return { recordedAt: place?.taken ?? '', nextNo: BigInt(place?.last ?? 0) + 1n }
}

/** Reads what some acts touch. Who calls holds the benefits and pools (`lockTerms`). */
export async function readPart(tx: Tx, wanted: Wanted, { states, nextNo }: { readonly states: Book['states']; readonly nextNo: bigint }): Promise<LedgerPart> {
  const entries = wanted.entryIds.length > 0 ? await readEntriesWhole(tx, wanted) : []
  const rows = await readBalances(tx, wanted)
  const balances = rows.map((row): Balance => ({ account: accountOf(row), amount: BigInt(row.balance) }))
  const measurements = await readMeasured(tx, wanted.places)
  const book = openBook({
    balances, entries: entries.map(({ entry }) => entry), reversed: entries.flatMap(({ entry, reversed }) => (reversed ? [entry.id] : [])),
    states,
    measured: new Map(measurements.flatMap(({ measured, live }) => (live ? [[inPeriod(measured.poolId, measured.periodId), measured] as const] : []))),
    firstKnownAt: new Map(measurements.map(({ measured }) => [inPeriod(measured.poolId, measured.periodId), measured.firstKnownAt])),
    offsets: await readOffsets(tx, wanted.places), claimants: wanted.claimants ? await readClaimants(tx, wanted.places) : new Map(),
  })
  return { book, seqs: new Map(rows.map(({ id, seq }) => [id, seq])), nextNo }
}

const pairs = (places: readonly Place[], key: 'benefitId' | 'poolId' | 'budgetLine'): { readonly ids: readonly string[]; readonly periods: readonly string[] } => {
  const found = new Map(places.flatMap((place) => (key in place ? [[`${(place as Record<string, string>)[key]} ${place.period}`, { id: (place as Record<string, string>)[key] ?? '', period: place.period }] as const] : [])))
  return { ids: [...found.values()].map(({ id }) => id), periods: [...found.values()].map(({ period }) => period) }
}
const listed = (ids: readonly string[], periods: readonly string[], type: 'uuid' | 'text'): RawBuilder<unknown> => sql`unnest(${ids}::${sql.raw(type)}[], ${periods}::text[]) as w (id, period)`

/** Accounts of the places, each with what stands on it and its last place; those without a posting are not read. */
async function readBalances(tx: Tx, { places, sweeping }: Wanted): Promise<readonly (AccountRow & { readonly balance: string; readonly seq: number })[]> {
  const [benefits, pools, lines] = [pairs(places, 'benefitId'), pairs(places, 'poolId'), pairs(places, 'budgetLine')]
  const wanted = [
    ...(benefits.ids.length > 0 ? [sql`select a.id from ${listed(benefits.ids, benefits.periods, 'uuid')} join ledger_account a on a.org_id = current_org() and a.benefit_id = w.id and a.period = w.period`] : []),
    ...(pools.ids.length > 0 ? [sql`select a.id from ${listed(pools.ids, pools.periods, 'uuid')} join ledger_account a on a.org_id = current_org() and a.pool_id = w.id and a.period = w.period`] : []),
    ...(lines.ids.length > 0 ? [sql`select a.id from ${listed(lines.ids, lines.periods, 'text')} join ledger_account a on a.org_id = current_org() and a.budget_line = w.id and a.period = w.period`] : []),
    ...(sweeping.length > 0 ? [sql`select a.id from ledger_account a where a.org_id = current_org() and a.period = any(${sweeping}::text[]) and a.code in ('A20', 'A30', 'M10')`] : []),
  ]
  if (wanted.length === 0) return []
  const { rows } = await sql<AccountRow & { readonly balance: string; readonly seq: number }>`
    select a.id, a.code, a.unit, a.period, a.pool_id, a.benefit_id, a.initiative_id, a.budget_line, a.cause, last.balance, last.seq
    from (${sql.join(wanted, sql` union `)}) w join ledger_account a on a.org_id = current_org() and a.id = w.id
      cross join lateral (select p.balance, p.seq from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last`.execute(tx)
  return rows
}

/** The last measurement of each pool and period, and whether it stands. */
async function readMeasured(tx: Tx, places: readonly Place[]): Promise<readonly { readonly measured: MeasuredAs; readonly live: boolean }[]> {
  const pools = pairs(places, 'poolId')
  if (pools.ids.length === 0) return []
  const { rows } = await sql<{ measured: unknown; live: boolean }>`
    select distinct on (e.measured_pool, e.measured_period) e.measured, not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as live
    from ${listed(pools.ids, pools.periods, 'uuid')} join ledger_entry e on e.org_id = current_org() and e.measured_pool = w.id and e.measured_period = w.period
    order by e.measured_pool, e.measured_period, e.no desc`.execute(tx)
  return rows.map(({ measured, live }) => ({ measured: measuredOf(measured), live }))
}

const measuredOf = (stored: unknown): MeasuredAs => {
  const measured = stored as Omit<MeasuredAs, 'movement'> & { readonly movement: string }
  return { ...measured, movement: BigInt(measured.movement) }
}

/** Claims the other way that make room for an initiative (V-5). */
async function readOffsets(tx: Tx, places: readonly Place[]): Promise<ReadonlyMap<string, bigint>> {
  const pools = pairs(places, 'poolId')
  if (pools.ids.length === 0) return new Map()
  const { rows } = await sql<{ pool: string; period: string; initiative: string; amount: string }>`
    select a.pool_id as pool, a.period, p.offset_for as initiative, sum(-p.amount)::text as amount from ${listed(pools.ids, pools.periods, 'uuid')}
      join ledger_account a on a.org_id = current_org() and a.pool_id = w.id and a.period = w.period and a.code in ('R10', 'R20', 'R30', 'C20')
      join ledger_posting p on p.org_id = current_org() and p.account_id = a.id and p.offset_for is not null
    group by 1, 2, 3`.execute(tx)
  return new Map(rows.map(({ pool, period, initiative, amount }) => [inPeriod(pool, period, initiative), BigInt(amount)]))
}

/** Who has claimed a benefit in a period, reversed or not. */
async function readClaimants(tx: Tx, places: readonly Place[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const benefits = pairs(places, 'benefitId')
  if (benefits.ids.length === 0) return new Map()
  const { rows } = await sql<{ benefit: string; period: string; people: string[] }>`
    select a.benefit_id as benefit, a.period, array_agg(distinct e.by_id::text) as people from ${listed(benefits.ids, benefits.periods, 'uuid')}
      join ledger_account a on a.org_id = current_org() and a.benefit_id = w.id and a.period = w.period and a.code = 'R10'
      join ledger_posting p on p.org_id = current_org() and p.account_id = a.id join ledger_entry e on e.org_id = current_org() and e.id = p.entry_id and e.kind in ('realise', 'convert')
    group by 1, 2`.execute(tx)
  return new Map(rows.map(({ benefit, period, people }) => [inPeriod(benefit, period), people]))
}

type StoredEntry = Omit<LedgerEntryTable, 'recorded_at'> & { readonly recorded_at: string }
type WholeEntry = { readonly entry: Entry; readonly reversed: boolean }

/** Entries with their postings, in their order. */
async function readEntriesWhole(tx: Tx, { entryIds }: Wanted): Promise<readonly WholeEntry[]> {
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
