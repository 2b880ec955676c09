import type { Benefit, Register } from '@throughline/contract/value'
import { sql, type Insertable, type Updateable } from 'kysely'
import type { Tables, Tx } from '../../database/index.ts'
import type { StoredAbove, StoredAttribution } from './agreement.ts'
import type { BenefitTable, ValueMeasureTable } from './tables.ts'

/** Everything that the ledger stands on, in the order of periods and names. */
export async function readRegister(tx: Tx, today: string): Promise<Register> {
  const periods = await tx.selectFrom('value_period').selectAll().orderBy('from_on').orderBy('to_on').orderBy('code').execute()
  const measures = await tx.selectFrom('value_measure as v').innerJoin('measure as m', (join) => join.onRef('m.org_id', '=', 'v.org_id').onRef('m.id', '=', 'v.measure_id')).innerJoin('value_pool as p', (join) => join.onRef('p.org_id', '=', 'v.org_id').onRef('p.id', '=', 'v.pool_id'))
    .select(['v.measure_id', 'm.name', 'v.pool_id', 'p.unit', 'v.scope_unit_id', 'v.counterfactual', 'v.counterfactual_at', 'v.attribution', 'v.attribution_at', 'v.above', 'v.version']).orderBy('m.name').orderBy('v.measure_id').execute()
  return {
    periods: periods.map(({ code, name, from_on, to_on, state }) => ({ code, name, from: from_on, to: to_on, state, over: to_on <= today })),
    measures: measures.map((row) => ({
      id: row.measure_id, name: row.name, poolId: row.pool_id, unit: row.unit, scopeUnitId: row.scope_unit_id, version: row.version, above: [...(row.above as readonly StoredAbove[])],
      counterfactual: row.counterfactual === null ? null : { ...(row.counterfactual as { method: 'trend'; level: number }), registeredAt: row.counterfactual_at ?? '' },
      attribution: row.attribution === null ? null : { ...(row.attribution as StoredAttribution), registeredAt: row.attribution_at ?? '' },
    })),
    benefits: await readBenefits(tx),
  }
}

/** Benefits by name, one of them or all. */
export async function readBenefits(tx: Tx, id?: string): Promise<Benefit[]> {
  const rows = await tx.selectFrom('benefit as b').innerJoin('initiative as i', (join) => join.onRef('i.org_id', '=', 'b.org_id').onRef('i.id', '=', 'b.initiative_id')).leftJoin('measure as m', (join) => join.onRef('m.org_id', '=', 'b.org_id').onRef('m.id', '=', 'b.measure_id')).leftJoin('account as a', 'a.id', 'b.owner_id')
    .leftJoin('plan_link as k', (join) => join.onRef('k.org_id', '=', 'b.org_id').onRef('k.benefit_id', '=', 'b.id')).leftJoin('plan_line as l', (join) => join.onRef('l.org_id', '=', 'k.org_id').onRef('l.id', '=', 'k.line_id'))
    .select(['b.id', 'b.name', 'b.initiative_id', 'i.name as initiative', 'b.owner_id', 'a.name as owner', 'b.measure_id', 'm.name as measure', 'b.unit', 'b.counted', 'b.leads_to', 'b.adoption_by', 'b.version', 'l.id as line_id', 'l.name as line'])
    .$if(id !== undefined, (query) => query.where('b.id', '=', id ?? '')).orderBy('b.name').orderBy('b.id').execute()
  return rows.map((row) => ({ id: row.id, name: row.name, initiativeId: row.initiative_id, initiative: row.initiative, ownerId: row.owner_id, owner: row.owner, measureId: row.measure_id, measure: row.measure, unit: row.unit, counted: row.counted, leadsTo: row.leads_to, adoptionBy: row.adoption_by, version: row.version, ...(row.line_id === null ? {} : { planLine: { id: row.line_id, name: row.line ?? '' } }) }))
}

export const lockBenefit = (tx: Tx, id: string) => tx.selectFrom('benefit').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const lockLedgerMeasure = (tx: Tx, id: string) => tx.selectFrom('value_measure').selectAll().where('measure_id', '=', id).forUpdate().executeTakeFirst()
export const hasEntries = async (tx: Tx, benefitId: string): Promise<boolean> => (await tx.selectFrom('ledger_account').select('id').where('benefit_id', '=', benefitId).limit(1).executeTakeFirst()) !== undefined
export const isInLedger = async (tx: Tx, initiativeId: string): Promise<boolean> => (await tx.selectFrom('ledger_account').select('id').where('initiative_id', '=', initiativeId).limit(1).executeTakeFirst()) !== undefined
export const findBenefit = (tx: Tx, id: string) => tx.selectFrom('benefit').select(['id', 'name', 'measure_id', 'unit']).where('id', '=', id).executeTakeFirst()
export const isRegistered = async (tx: Tx, measureId: string): Promise<boolean> => (await tx.selectFrom('value_measure').select('measure_id').where('measure_id', '=', measureId).executeTakeFirst()) !== undefined

/** The pool of an identity; the first measure that has it makes it. */
export async function poolFor(tx: Tx, orgId: string, identity: string, unit: string, id: string): Promise<{ readonly id: string; readonly unit: string }> {
  await tx.insertInto('value_pool').values({ org_id: orgId, id, identity, unit }).onConflict((conflict) => conflict.columns(['org_id', 'identity']).doNothing()).execute()
  return tx.selectFrom('value_pool').select(['id', 'unit']).where('identity', '=', identity).executeTakeFirstOrThrow()
}

/** Periods of which one shares days with another of the same register, by code. */
export async function clashing(tx: Tx, periods: readonly { readonly code: string; readonly from: string; readonly to: string }[]): Promise<string | undefined> {
  const { rows } = await sql<{ code: string }>`
    select p.code from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as n (code text, "from" date, "to" date) join value_period p on p.code = n.code or (p.from_on < n."to" and n."from" < p.to_on and abs((p.to_on - p.from_on) - (n."to" - n."from")) <= 3) limit 1`.execute(tx)
  return rows[0]?.code
}

type Row<Table extends keyof Tables> = Insertable<Tables[Table]>
export const addPeriod = (tx: Tx, row: Row<'value_period'>) => tx.insertInto('value_period').values(row).execute()
export const findMeasure = (tx: Tx, id: string) => tx.selectFrom('measure').select(['id', 'name', 'definition', 'unit', 'aggregation']).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()
export const addLedgerMeasure = (tx: Tx, row: Row<'value_measure'>) => tx.insertInto('value_measure').values(row).execute()
export const changeLedgerMeasure = (tx: Tx, id: string, change: Updateable<ValueMeasureTable>) => tx.updateTable('value_measure').set(change).where('measure_id', '=', id).execute()
export const insertBenefit = (tx: Tx, row: Row<'benefit'>) => tx.insertInto('benefit').values(row).execute()
export const updateBenefit = (tx: Tx, id: string, change: Updateable<BenefitTable>) => tx.updateTable('benefit').set(change).where('id', '=', id).execute()
export const isPeriod = async (tx: Tx, code: string): Promise<boolean> => (await tx.selectFrom('value_period').select('code').where('code', '=', code).executeTakeFirst()) !== undefined
export const keepAdoption = (tx: Tx, row: Row<'benefit_adoption'>) => tx.insertInto('benefit_adoption').values(row).onConflict((conflict) => conflict.columns(['org_id', 'benefit_id', 'period']).doUpdateSet({ planned: row.planned, reached: row.reached, recorded_by: row.recorded_by })).execute()
export const addReduction = (tx: Tx, row: Row<'budget_reduction'>) => tx.insertInto('budget_reduction').values(row).execute()
export const addAssist = (tx: Tx, row: Row<'value_assist'>) => tx.insertInto('value_assist').values(row).onConflict((conflict) => conflict.doNothing()).execute()
export const removeAssist = (tx: Tx, initiativeId: string) => tx.deleteFrom('value_assist').where('initiative_id', '=', initiativeId).execute()
export const readMemberIds = async (tx: Tx): Promise<ReadonlySet<string>> => new Set((await tx.selectFrom('membership').select('account_id').execute()).map(({ account_id }) => account_id))
/** The one line of a person, or none. */
export async function keepReportingLine(tx: Tx, orgId: string, accountId: string, managerId: string | null): Promise<void> {
  await tx.deleteFrom('reporting_line').where('account_id', '=', accountId).execute()
  if (managerId !== null) await tx.insertInto('reporting_line').values({ org_id: orgId, account_id: accountId, manager_id: managerId }).execute()
}

/** Pools of registered measures. */
export const readPools = (tx: Tx) => tx.selectFrom('value_measure as v').innerJoin('value_pool as p', (join) => join.onRef('p.org_id', '=', 'v.org_id').onRef('p.id', '=', 'v.pool_id')).select(['v.measure_id', 'v.pool_id', 'p.unit']).execute()
/** Periods in their order. */
export const readPeriods = (tx: Tx) => tx.selectFrom('value_period').select(['code', 'from_on', 'to_on']).orderBy('from_on').execute()

/** Keeps claims that were refused, of benefits and periods that are there; gives the ids of those kept. */
export async function addRefused(tx: Tx, rows: readonly Omit<Row<'ledger_refused'>, 'pool_id'>[]): Promise<readonly string[]> {
  const there = await tx.selectFrom('benefit as b').leftJoin('value_measure as m', (join) => join.onRef('m.org_id', '=', 'b.org_id').onRef('m.measure_id', '=', 'b.measure_id')).select(['b.id', 'm.pool_id']).where('b.id', '=', sql<string>`any(${rows.map((row) => row.benefit_id)}::uuid[])`).execute()
  const periods = new Set((await tx.selectFrom('value_period').select('code').execute()).map(({ code }) => code))
  const pools = new Map(there.map(({ id, pool_id }) => [id, pool_id]))
  const kept = rows.filter((row) => pools.has(row.benefit_id) && periods.has(row.period)).map((row) => ({ ...row, pool_id: pools.get(row.benefit_id) ?? null }))
  if (kept.length > 0) await tx.insertInto('ledger_refused').values(kept).execute()
  return kept.map(({ id }) => id)
}
