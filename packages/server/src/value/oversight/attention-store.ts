import type { CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { objectivesInForce } from '../../strategy/index.ts'

/** What is claimed for a benefit in one unit of account, with what its measure and its objective are by now. */
export type ClaimedBenefit = {
  readonly benefitId: string; readonly benefit: string; readonly initiativeId: string; readonly initiative: string; readonly unit: string; readonly claimed: string; readonly periods: readonly string[]
  readonly measureId: string | null; readonly measure: string | null; readonly poolId: string | null; readonly baseline: string | null; readonly baselineOn: CivilDate | null; readonly objective: string | null; readonly objectiveRetired: boolean
}

/** Benefits with claims that stand, by name. */
export async function readClaimed(tx: Tx): Promise<readonly ClaimedBenefit[]> {
  const { rows } = await sql<ClaimedBenefit>`
    with standing as materialized (
      select a.benefit_id, a.unit, a.period, sum(p.amount) as amount from ledger_account a join ledger_posting p on p.org_id = current_org() and p.account_id = a.id
      where a.org_id = current_org() and a.code in ('R10', 'R20', 'R30', 'C20') and a.benefit_id is not null group by 1, 2, 3 having sum(p.amount) <> 0),
    claimed as (select s.benefit_id, s.unit, sum(s.amount)::text as claimed, array_agg(s.period order by w.from_on, s.period) as periods from standing s join value_period w on w.org_id = current_org() and w.code = s.period group by 1, 2)
    select b.id as "benefitId", b.name as benefit, b.initiative_id as "initiativeId", i.name as initiative, c.unit, c.claimed, c.periods, b.measure_id as "measureId", m.name as measure, v.pool_id as "poolId", m.baseline::text as baseline, m.baseline_on as "baselineOn",
      o.statement as objective, o.id is not null and not exists (select from (${objectivesInForce}) f join objective n on n.org_id = f.org_id and n.id = f.id where n.stable_key = o.stable_key) as "objectiveRetired"
    from claimed c join benefit b on b.org_id = current_org() and b.id = c.benefit_id join initiative i on i.org_id = current_org() and i.id = b.initiative_id
      left join value_measure v on v.org_id = current_org() and v.measure_id = b.measure_id left join measure m on m.org_id = current_org() and m.id = b.measure_id left join objective o on o.org_id = current_org() and o.id = m.objective_id
    order by lower(b.name), b.id, c.unit`.execute(tx)
  return rows
}

/** What was measured of measures with a baseline up to the day of it, oldest first. */
export async function readHistories(tx: Tx): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{ id: string; values: readonly number[] }>`
    select m.id, array_agg(r.value::float8 order by r.on_date) as values from value_measure v join measure m on m.org_id = v.org_id and m.id = v.measure_id join measure_actual r on r.org_id = m.org_id and r.measure_id = m.id and r.superseded_at is null and r.state <> 'provisional'
    where m.baseline is not null and (m.baseline_on is null or r.on_date <= m.baseline_on) group by m.id`.execute(tx)
  return new Map(rows.map(({ id, values }) => [id, values]))
}

/** Pools that lie directly above those of measures. */
export async function readAbove(tx: Tx): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ pool: string; above: string }>`
    select distinct v.pool_id as pool, u.pool_id as above from value_measure v cross join jsonb_array_elements(v.above) a join value_measure u on u.org_id = v.org_id and u.measure_id = (a ->> 'measureId')::uuid`.execute(tx)
  return new Map([...Map.groupBy(rows, ({ pool }) => pool)].map(([pool, own]) => [pool, own.map(({ above }) => above)]))
}

export type PoolMovement = { readonly poolId: string; readonly unit: string; readonly period: string; readonly amount: bigint }
/** What some pools moved, period by period; only where it was measured. */
export async function readMovements(tx: Tx, poolIds: readonly string[]): Promise<readonly PoolMovement[]> {
  if (poolIds.length === 0) return []
  const { rows } = await sql<{ poolId: string; unit: string; period: string; amount: string }>`
    select e.measured_pool as "poolId", l.unit, e.measured_period as period, coalesce((select sum(-p.amount) from ledger_account a join ledger_posting p on p.org_id = a.org_id and p.account_id = a.id
        where a.org_id = current_org() and a.pool_id = e.measured_pool and a.period = e.measured_period and a.code = 'S20'), 0)::text as amount
    from ledger_entry e join value_pool l on l.org_id = e.org_id and l.id = e.measured_pool
    where e.org_id = current_org() and e.measured_pool = any(${[...poolIds]}::uuid[]) and not exists (select from ledger_entry r where r.org_id = current_org() and r.reverses = e.id)`.execute(tx)
  return rows.map(({ amount, ...row }) => ({ ...row, amount: BigInt(amount) }))
}

/** Benefits that were promised to get worse and that nobody measured in a period that is over, by initiative. */
export async function readUnmeasuredHarm(tx: Tx, today: CivilDate): Promise<readonly { readonly initiativeId: string; readonly benefit: string; readonly period: string }[]> {
  const { rows } = await sql<{ initiativeId: string; benefit: string; period: string }>`
    select b.initiative_id as "initiativeId", b.name as benefit, a.period from ledger_account a join benefit b on b.org_id = current_org() and b.id = a.benefit_id join value_period w on w.org_id = current_org() and w.code = a.period and w.to_on <= ${today}::date
      left join value_measure v on v.org_id = current_org() and v.measure_id = b.measure_id cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and a.code = 'S10' and last.balance > 0
      and not exists (select from ledger_entry e where e.org_id = current_org() and e.measured_pool = v.pool_id and e.measured_period = a.period and not exists (select from ledger_entry x where x.org_id = current_org() and x.reverses = e.id))
    order by w.from_on, lower(b.name)`.execute(tx)
  return rows
}

/** Pools on which anything is nobody’s. */
export async function readUnattributedPools(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ poolId: string }>`
    select distinct a.pool_id as "poolId" from ledger_account a cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and a.code = 'M20' and a.pool_id is not null and last.balance <> 0`.execute(tx)
  return rows.map(({ poolId }) => poolId)
}

export type PoolBalance = { readonly code: 'S20' | 'M20'; readonly unit: string; readonly period: string; readonly poolId: string; readonly balance: string }
/** What was measured and what of it is nobody’s, on some pools. */
export async function readPoolBalances(tx: Tx, poolIds: readonly string[]): Promise<readonly PoolBalance[]> {
  const { rows } = await sql<PoolBalance>`
    select a.code, a.unit, a.period, a.pool_id as "poolId", last.balance::text as balance from ledger_account a cross join lateral (select p.balance from ledger_posting p where p.org_id = current_org() and p.account_id = a.id order by p.seq desc limit 1) last
    where a.org_id = current_org() and a.code in ('S20', 'M20') and a.pool_id = any(${[...poolIds]}::uuid[])`.execute(tx)
  return rows
}
