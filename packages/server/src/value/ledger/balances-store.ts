import { inPeriod, openBook, type AccountCode, type Balance, type Book, type Entry, type MeasuredAs, type ReadLedger } from '@throughline/engine/value'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { accountOf } from './book-store.ts'
import type { LedgerAccountTable } from './tables.ts'

/** A part of the ledger: a period, a pool, or pools each in a period. */
export type BookAsked = { readonly period?: string; readonly poolId?: string; readonly pools?: readonly PoolPeriod[] }
export type PoolPeriod = { readonly poolId: string; readonly period: string }

/** Balances and measurements of a part of the ledger, as the reports of the engine read them: all accounts, or those of pools alone. */
export async function readBook(tx: Tx, asked: BookAsked, accounts: 'all' | 'pools'): Promise<Book> {
  const { rows } = await sql<Omit<LedgerAccountTable, 'org_id'> & { balance: string }>`
    select a.*, last.balance from ${asked.pools === undefined ? sql`ledger_account a` : sql`${keysOf(asked.pools)} join ledger_account a on a.org_id = current_org() and a.pool_id = w.pool_id and a.period = w.period`}
      cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and (${asked.period ?? null}::text is null or a.period = ${asked.period ?? null}) and (${asked.poolId ?? null}::uuid is null or a.pool_id = ${asked.poolId ?? null}::uuid) and (${accounts === 'all'} or a.pool_id is not null)`.execute(tx)
  return bookOf(tx, rows.map((row): Balance => ({ account: accountOf(row), amount: BigInt(row.balance) })), await readMeasurements(tx, asked), { entries: [], reversed: [] })
}

const keysOf = (pools: readonly PoolPeriod[]) => sql`unnest(${pools.map(({ poolId }) => poolId)}::uuid[], ${pools.map(({ period }) => period)}::text[]) w (pool_id, period)`

async function bookOf(tx: Tx, balances: readonly Balance[], measured: readonly MeasuredAs[], plans: Pick<ReadLedger, 'entries' | 'reversed'>): Promise<Book> {
  const states = await tx.selectFrom('value_period').select(['code', 'state']).where('state', '<>', 'open').execute()
  return openBook({
    balances, ...plans, states: new Map(states.map(({ code, state }) => [code, state === 'soft' ? 'soft' : 'closed'])), measured: new Map(measured.map((one) => [inPeriod(one.poolId, one.periodId), one])), firstKnownAt: new Map(), offsets: new Map(), claimants: new Map(),
  })
}

/** Pools in their periods, by the name of their measure and their period; a page of them. `unmoved`: also what was measured and did not move, to which nothing was posted. */
export async function readPoolPeriods(tx: Tx, { period, poolId, unmoved, limit, offset = 0 }: { readonly period?: string; readonly poolId?: string; readonly unmoved: boolean; readonly limit: number; readonly offset?: number }): Promise<readonly PoolPeriod[]> {
  const still = sql`union select e.measured_pool, e.measured_period from ledger_entry e where e.org_id = current_org() and e.measured_pool is not null and e.measured->>'movement' = '0' and (${period ?? null}::text is null or e.measured_period = ${period ?? null}) and (${poolId ?? null}::uuid is null or e.measured_pool = ${poolId ?? null}::uuid)
      and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id)`
  const { rows } = await sql<PoolPeriod>`
    with named as (select v.pool_id, min(m.name collate "C") as name from value_measure v join measure m on m.org_id = v.org_id and m.id = v.measure_id where v.org_id = current_org() group by 1)
    select k.pool_id as "poolId", k.period from (select distinct a.pool_id, a.period from ledger_account a where a.org_id = current_org() and a.code = 'S20' and (${period ?? null}::text is null or a.period = ${period ?? null}) and (${poolId ?? null}::uuid is null or a.pool_id = ${poolId ?? null}::uuid) ${unmoved ? still : sql``}) k
      left join named n on n.pool_id = k.pool_id order by n.name, k.period collate "C", k.pool_id limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

/** Accounts whose balances are told by benefit where their period is not closed: what is still to come. */
export const planCodes: ReadonlySet<string> = new Set(['A20', 'A30', 'F10'])
/** Stands for benefits that were added up. */
const several = ''

/** What a promise-keeping is made of: benefits of an initiative, one or all, in some periods. */
export type KeepingScope = { readonly benefitId?: string | undefined; readonly initiativeId?: string | undefined; readonly periods: readonly string[] }

/**
 * The book of a promise-keeping: balances added up over benefits in the database, but for what is still to come, and of each plan that changed
 * a baseline what it comes to in these periods. All of it is in the scope; of an organisation that is a few hundred rows however many it has.
 */
export async function readKeepingBook(tx: Tx, { benefitId, initiativeId, periods }: KeepingScope): Promise<Book> {
  const own = ownBenefits(benefitId, initiativeId)
  const { rows } = await sql<{ code: AccountCode; unit: string; period: string; benefit: string | null; amount: string }>`
    select a.code, a.unit, a.period, case when a.code = any(${[...planCodes]}::text[]) and w.state <> 'closed' then a.benefit_id end as benefit, sum(p.amount)::text as amount
    from ledger_account a join value_period w on w.org_id = current_org() and w.code = a.period join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
    where a.org_id = current_org() and a.benefit_id is not null and ${own} group by 1, 2, 3, 4`.execute(tx)
  const balances = rows.map(({ code, unit, period, benefit, amount }): Balance => ({ account: { code, unit, periodId: period, benefitId: benefit ?? several }, amount: BigInt(amount) }))
  return bookOf(tx, balances, [], await readPlans(tx, own, periods))
}

const everyBenefit = sql`true`
const ownBenefits = (benefitId: string | undefined, initiativeId: string | undefined): RawBuilder<unknown> => {
  const within = [...(benefitId === undefined ? [] : [sql`a.benefit_id = ${benefitId}::uuid`]), ...(initiativeId === undefined ? [] : [sql`a.benefit_id in (select b.id from benefit b where b.org_id = current_org() and b.initiative_id = ${initiativeId}::uuid)`])]
  return within.length === 0 ? everyBenefit : sql.join(within, sql` and `)
}

/** Measurements that stand. */
async function readMeasurements(tx: Tx, { period, poolId, pools }: BookAsked): Promise<readonly MeasuredAs[]> {
  const { rows } = await sql<{ measured: Omit<MeasuredAs, 'movement'> & { readonly movement: string } }>`
    select e.measured from ${pools === undefined ? sql`ledger_entry e` : sql`${keysOf(pools)} join ledger_entry e on e.org_id = current_org() and e.measured_pool = w.pool_id and e.measured_period = w.period`}
    where e.org_id = current_org() and e.measured_pool is not null and (${period ?? null}::text is null or e.measured_period = ${period ?? null}) and (${poolId ?? null}::uuid is null or e.measured_pool = ${poolId ?? null}::uuid)
      and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id)`.execute(tx)
  return rows.map(({ measured }) => ({ ...measured, movement: BigInt(measured.movement) }))
}

/** Approvals, moves and write-offs of benefits, oldest first, each with what it adds to what is approved or delivered in some periods, as if it were in the first of them; and what of them was reversed. */
async function readPlans(tx: Tx, own: RawBuilder<unknown>, periods: readonly string[]): Promise<Pick<ReadLedger, 'entries' | 'reversed'>> {
  const { rows } = await sql<{ id: string; kind: Entry['kind']; at: string; by: string; reason: string | null; gone: boolean; unit: string; benefit: string; amount: string }>`
    select e.id, e.kind, e.recorded_at as at, e.by_id as by, e.reason, exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as gone, s.unit, s.benefit, s.amount
    from ledger_entry e cross join lateral (
      select a.unit, a.benefit_id as benefit, coalesce(sum(p.amount) filter (where a.code in ('A20', 'A30') and a.period = any(${[...periods]}::text[])), 0)::text as amount
      from ledger_posting p join ledger_account a on a.org_id = current_org() and a.id = p.account_id where p.org_id = current_org() and p.entry_id = e.id and ${own} group by 1, 2) s
    where e.org_id = current_org() and e.kind in ('approve', 'transfer', 'write_off') ${own === everyBenefit ? sql`` : sql`and e.id in (select p.entry_id from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id where a.org_id = current_org() and ${own})`}
    order by e.no, s.unit, s.benefit`.execute(tx)
  const entries = [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, lines]): readonly Entry[] => {
    const [first] = lines
    return first ? [{ id, kind: first.kind, recordedAt: first.at, by: first.by, ...(first.reason === null ? {} : { reason: first.reason }), postings: lines.map(({ unit, benefit, amount }) => ({ account: { code: 'A20', unit, periodId: periods[0] ?? '', benefitId: benefit }, amount: BigInt(amount) })) }] : []
  })
  return { entries, reversed: [...new Set(rows.flatMap(({ id, gone }) => (gone ? [id] : [])))] }
}

/** Claims that were refused whole, newest first, by pool and period. */
export async function readRefused(tx: Tx, { period, poolId }: Pick<BookAsked, 'period' | 'poolId'>) {
  const { rows } = await sql<{ pool_id: string | null; period: string; at: string; by: string; benefit: string; asked: string; code: string; rule: string }>`
    select f.pool_id, f.period, f.recorded_at as at, f.by_name as by, b.name as benefit, f.asked, f.code, f.rule from ledger_refused f join benefit b on b.org_id = current_org() and b.id = f.benefit_id
    where f.org_id = current_org() and (${period ?? null}::text is null or f.period = ${period ?? null}) and (${poolId ?? null}::uuid is null or f.pool_id = ${poolId ?? null}::uuid) order by f.recorded_at desc limit 500`.execute(tx)
  return rows
}

/** Actuals of registered measures in a period that are not approved, by the name of the measure; of those whose benefits are promised, also missing ones. */
export async function readOpenActuals(tx: Tx, period: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct m.name from value_period w join value_measure v on v.org_id = current_org() join measure m on m.org_id = current_org() and m.id = v.measure_id join measure_actual r on r.org_id = current_org() and r.measure_id = m.id and r.superseded_at is null
    where w.org_id = current_org() and w.code = ${period} and r.state = 'provisional' and r.on_date >= w.from_on and r.on_date < w.to_on order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

/** Measures with an approved actual in a period that nobody has posted yet. */
export async function readUnmeasured(tx: Tx, period: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct m.name from value_period w join value_measure v on v.org_id = current_org() join measure m on m.org_id = current_org() and m.id = v.measure_id join measure_actual r on r.org_id = current_org() and r.measure_id = m.id and r.superseded_at is null
    where w.org_id = current_org() and w.code = ${period} and r.state <> 'provisional' and r.on_date >= w.from_on and r.on_date < w.to_on
      and not exists (select from ledger_entry e where e.org_id = current_org() and e.measured_pool = v.pool_id and e.measured_period = w.code and not exists (select from ledger_entry x where x.org_id = current_org() and x.reverses = e.id)) order by 1`.execute(tx)
  return rows.map(({ name }) => name)
}

/** The entry that closed a period, and movements that prior-period adjustments changed since. */
export async function readClose(tx: Tx, period: string) {
  const { rows: [close] } = await sql<{ id: string; by: string; at: string; no: string }>`select id, by_name as by, recorded_at as at, no from ledger_entry where org_id = current_org() and kind = 'close' and closes ->> 'periodId' = ${period} order by no desc limit 1`.execute(tx)
  if (!close) return undefined
  const { rows } = await sql<{ measure: string; unit: string; amount: string }>`
    select coalesce(min(m.name), '') as measure, a.unit, sum(-p.amount)::text as amount from ledger_entry e join ledger_posting p on p.org_id = current_org() and p.entry_id = e.id join ledger_account a on a.org_id = current_org() and a.id = p.account_id and a.code = 'S20' and a.period = ${period}
      left join lateral (select min(x.name) as name from value_measure v join measure x on x.org_id = v.org_id and x.id = v.measure_id where v.org_id = current_org() and v.pool_id = a.pool_id) m on true
    where e.org_id = current_org() and e.prior_period and e.no > ${close.no} group by a.pool_id, a.unit having sum(p.amount) <> 0 order by 1`.execute(tx)
  return { ...close, adjustments: rows }
}
