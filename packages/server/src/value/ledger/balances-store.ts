import { inPeriod, openBook, type Balance, type Book, type Entry, type MeasuredAs } from '@throughline/engine/value'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { accountOf } from './book-store.ts'
import type { LedgerAccountTable } from './tables.ts'

export type BookAsked = { readonly period?: string; readonly poolId?: string; readonly benefitId?: string; readonly initiativeId?: string }

/** The book of a part of the ledger, as the reports of the engine read it: balances, measurements, and the plans that changed a baseline. */
export async function readBook(tx: Tx, asked: BookAsked): Promise<Book> {
  const { rows } = await sql<Omit<LedgerAccountTable, 'org_id'> & { balance: string }>`
    select a.*, last.balance from ledger_account a cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and (${asked.period ?? null}::text is null or a.period = ${asked.period ?? null}) and (${asked.poolId ?? null}::uuid is null or a.pool_id = ${asked.poolId ?? null}::uuid)
      and (${asked.benefitId ?? null}::uuid is null or a.benefit_id = ${asked.benefitId ?? null}::uuid) and (${asked.initiativeId ?? null}::uuid is null or a.initiative_id = ${asked.initiativeId ?? null}::uuid)`.execute(tx)
  const states = await tx.selectFrom('value_period').select(['code', 'state']).where('state', '<>', 'open').execute()
  const measured = await readMeasurements(tx, asked)
  const plans = await readPlans(tx, asked)
  return openBook({
    balances: rows.map((row): Balance => ({ account: accountOf(row), amount: BigInt(row.balance) })), entries: plans.entries, reversed: plans.reversed,
    states: new Map(states.map(({ code, state }) => [code, state === 'soft' ? 'soft' : 'closed'])), measured: new Map(measured.map((one) => [inPeriod(one.poolId, one.periodId), one])), firstKnownAt: new Map(), offsets: new Map(), claimants: new Map(),
  })
}

/** Measurements that stand. */
export async function readMeasurements(tx: Tx, { period, poolId }: BookAsked): Promise<readonly MeasuredAs[]> {
  const { rows } = await sql<{ measured: Omit<MeasuredAs, 'movement'> & { readonly movement: string } }>`
    select e.measured from ledger_entry e where e.org_id = current_org() and e.measured_pool is not null and (${period ?? null}::text is null or e.measured_period = ${period ?? null}) and (${poolId ?? null}::uuid is null or e.measured_pool = ${poolId ?? null}::uuid)
      and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id)`.execute(tx)
  return rows.map(({ measured }) => ({ ...measured, movement: BigInt(measured.movement) }))
}

/** Approvals, moves and write-offs of benefits, oldest first, with what of them was reversed. */
async function readPlans(tx: Tx, { benefitId, initiativeId }: BookAsked): Promise<{ readonly entries: readonly Entry[]; readonly reversed: readonly string[] }> {
  const { rows } = await sql<Omit<LedgerAccountTable, 'org_id' | 'id'> & { id: string; kind: Entry['kind']; at: string; by: string; reason: string | null; gone: boolean; amount: string }>`
    select e.id, e.kind, e.recorded_at as at, e.by_id as by, e.reason, exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id) as gone, p.amount, a.code, a.unit, a.period, a.pool_id, a.benefit_id, a.initiative_id, a.budget_line, a.cause
    from ledger_entry e join ledger_posting p on p.org_id = current_org() and p.entry_id = e.id join ledger_account a on a.org_id = current_org() and a.id = p.account_id
    where e.org_id = current_org() and e.kind in ('approve', 'transfer', 'write_off') and (${benefitId ?? null}::uuid is null or a.benefit_id = ${benefitId ?? null}::uuid) and (${initiativeId ?? null}::uuid is null or a.initiative_id = ${initiativeId ?? null}::uuid)
    order by e.no, p.line`.execute(tx)
  const entries = new Map<string, Entry>()
  const reversed = new Set<string>()
  for (const row of rows) {
    const before = entries.get(row.id)
    entries.set(row.id, { id: row.id, kind: row.kind, recordedAt: row.at, by: row.by, ...(row.reason === null ? {} : { reason: row.reason }), postings: [...(before?.postings ?? []), { account: accountOf({ ...row }), amount: BigInt(row.amount) }] })
    if (row.gone) reversed.add(row.id)
  }
  return { entries: [...entries.values()], reversed: [...reversed] }
}

/** Claims that were refused whole, newest first, by pool and period. */
export async function readRefused(tx: Tx, { period, poolId }: BookAsked) {
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
