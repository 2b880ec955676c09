import { inPeriod, type Attribution, type BenefitTerms, type InitiativeTerms, type LedgerTerms, type MeasureTerms, type PeriodTerms } from '@throughline/engine/value'
import { invariant, type CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { agreedAttribution, type StoredAbove, type StoredAttribution } from './agreement.ts'

const among = (ids: Iterable<string>) => sql<string>`any(${[...ids]}::uuid[])`

/** What acts name: benefits, measures and budget lines, and what of the organisation they have to know beside these. */
export type Named = { readonly benefitIds: readonly string[]; readonly measureIds: readonly string[]; /** Every benefit of the same pools: what a measurement or a reversal may sweep. */ readonly poolMates: boolean; /** Who reports to whom, and who works on what. */ readonly people: boolean }

/** What the ledger has to know beside itself for some acts. Benefits and pools are locked, in the order of their ids, until the act is done. */
export async function lockTerms(tx: Tx, named: Named, today: CivilDate): Promise<LedgerTerms> {
  const periods = await readPeriodTerms(tx)
  let benefits = await benefitsAround(tx, named.benefitIds)
  let measures = await measuresOf(tx, [...named.measureIds, ...benefits.flatMap(({ measure_id }) => measure_id ?? [])])
  if (named.poolMates) {
    const pools = new Set([...measures.values()].map(({ poolId }) => poolId))
    const mates = await tx.selectFrom('benefit').innerJoin('value_measure as m', (join) => join.onRef('m.org_id', '=', 'benefit.org_id').onRef('m.measure_id', '=', 'benefit.measure_id')).select('benefit.id').where('m.pool_id', '=', among(pools)).execute()
    benefits = await benefitsAround(tx, [...named.benefitIds, ...mates.map(({ id }) => id)])
    measures = await measuresOf(tx, [...named.measureIds, ...benefits.flatMap(({ measure_id }) => measure_id ?? [])])
  }
  await tx.selectFrom('benefit').select('id').where('id', '=', among(benefits.map(({ id }) => id))).orderBy('id').forUpdate().execute()
  await tx.selectFrom('value_pool').select('id').where('id', '=', among(new Set([...measures.values()].map(({ poolId }) => poolId)))).orderBy('id').forUpdate().execute()
  const paths = pathsOf(benefits)
  const terms = benefits.map((row): BenefitTerms => ({
    id: row.id, name: row.name, initiativeId: row.initiative_id, ownerId: row.owner_id, measureId: row.measure_id, unit: row.unit, counted: row.counted, sharesPathWith: paths(row.id),
    adoptionBy: row.adoption_by === '' ? [] : [row.adoption_by], needsAdoption: row.adoption_by !== '',
  }))
  const adoption = await tx.selectFrom('benefit_adoption').select(['benefit_id', 'period', 'planned', 'reached']).where('benefit_id', '=', among(terms.map(({ id }) => id))).execute()
  const reductions = await tx.selectFrom('budget_reduction').select(['budget_line', 'period']).select(sql<string>`sum(amount)::text`.as('lowered')).groupBy(['budget_line', 'period']).execute()
  return {
    today, periods, benefits: byId(terms), measures, initiatives: await initiativesOf(tx, terms, named.people), managers: named.people ? await readManagers(tx) : new Map(), adoptionPolicy: 'limit',
    adoption: new Map(adoption.map((row) => [inPeriod(row.benefit_id, row.period), { planned: BigInt(row.planned), reached: BigInt(row.reached) }])),
    reductions: new Map(reductions.map(({ budget_line, period, lowered }) => [inPeriod(budget_line, period), BigInt(lowered)])),
  }
}

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]))

/** Every value period by its code. */
export async function readPeriodTerms(tx: Tx): Promise<ReadonlyMap<string, PeriodTerms>> {
  const rows = await tx.selectFrom('value_period').select(['code', 'from_on', 'to_on']).orderBy('from_on').execute()
  return byId(rows.map(({ code, from_on, to_on }) => ({ id: code, from: from_on, to: to_on })))
}

type BenefitRow = { readonly id: string; readonly name: string; readonly initiative_id: string; readonly owner_id: string | null; readonly measure_id: string | null; readonly unit: string; readonly counted: boolean; readonly leads_to: string | null; readonly adoption_by: string }

/** Some benefits, with all that lie on a path with one of them. */
async function benefitsAround(tx: Tx, ids: readonly string[]): Promise<readonly BenefitRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<BenefitRow>`
    with recursive later as (select id, leads_to from benefit where id = ${among(ids)} union select b.id, b.leads_to from later l join benefit b on b.id = l.leads_to),
      earlier as (select id from benefit where id = ${among(ids)} union select b.id from earlier e join benefit b on b.leads_to = e.id)
    select id, name, initiative_id, owner_id, measure_id, unit, counted, leads_to, adoption_by from benefit where id in (select id from later union select id from earlier) order by id`.execute(tx)
  return rows
}

/** Benefits on one path with another, before or after it (V-11). */
function pathsOf(benefits: readonly BenefitRow[]): (id: string) => readonly string[] {
  const next = new Map(benefits.map(({ id, leads_to }) => [id, leads_to]))
  const ahead = (id: string): readonly string[] => {
    const way: string[] = []
    for (let at = next.get(id); at && at !== id && !way.includes(at); at = next.get(at)) way.push(at)
    return way
  }
  return (id) => [...new Set([...ahead(id), ...benefits.filter((one) => one.id !== id && ahead(one.id).includes(id)).map((one) => one.id)])]
}

/** Measures of the ledger as terms, with those whose pools lie above. */
export async function measuresOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MeasureTerms>> {
  const found = new Map<string, Awaited<ReturnType<typeof readMeasures>>[number]>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const row of await readMeasures(tx, wanted)) found.set(row.measure_id, row)
    wanted = [...new Set([...found.values()].flatMap(({ above }) => (above as readonly StoredAbove[]).map(({ measureId }) => measureId)))].filter((id) => !found.has(id))
  }
  const poolOf = (id: string): string => {
    const row = found.get(id)
    invariant(row, `the measure ${id} above another is registered`)
    return row.pool_id
  }
  return byId([...found.values()].map((row): MeasureTerms => ({
    id: row.measure_id, name: row.name, poolId: row.pool_id, unit: row.unit, above: (row.above as readonly StoredAbove[]).map(({ measureId, numerator, denominator }) => ({ poolId: poolOf(measureId), numerator: BigInt(numerator), denominator: BigInt(denominator) })),
    counterfactual: row.counterfactual === null || row.counterfactual_at === null ? null : { ...(row.counterfactual as { readonly method: string; readonly level: number }), registeredAt: row.counterfactual_at },
    attribution: attributionOf(row.attribution, row.attribution_at),
  })))
}

function attributionOf(stored: unknown, at: string | null): Attribution | null {
  if (stored === null || at === null) return null
  const agreed = agreedAttribution(stored as StoredAttribution, at)
  invariant(agreed.ok, 'an attribution was checked when it was agreed')
  return agreed.value
}

const readMeasures = (tx: Tx, ids: readonly string[]) =>
  tx.selectFrom('value_measure as v')
    .innerJoin('measure as m', (join) => join.onRef('m.org_id', '=', 'v.org_id').onRef('m.id', '=', 'v.measure_id'))
    .innerJoin('value_pool as p', (join) => join.onRef('p.org_id', '=', 'v.org_id').onRef('p.id', '=', 'v.pool_id'))
    .select(['v.measure_id', 'm.name', 'v.pool_id', 'p.unit', 'v.above', 'v.counterfactual', 'v.counterfactual_at', 'v.attribution', 'v.attribution_at'])
    .where('v.measure_id', '=', among(ids)).execute()

async function initiativesOf(tx: Tx, benefits: readonly BenefitTerms[], people: boolean): Promise<ReadonlyMap<string, InitiativeTerms>> {
  const ids = [...new Set(benefits.map(({ initiativeId }) => initiativeId))]
  const rows = await tx.selectFrom('initiative').select(['id', 'name']).where('id', '=', among(ids)).execute()
  const team = people ? await tx.selectFrom('role_assignment').select(['account_id', 'initiative_id']).where('initiative_id', '=', among(ids)).where('role', 'in', ['sponsor', 'project_manager', 'portfolio_lead', 'editor', 'benefit_owner']).execute() : []
  const assists = new Set((await tx.selectFrom('value_assist').select('initiative_id').where('initiative_id', '=', among(ids)).execute()).map((row) => row.initiative_id))
  return byId(rows.map(({ id, name }) => ({ id, name, assist: assists.has(id), team: team.filter(({ initiative_id }) => initiative_id === id).map(({ account_id }) => account_id) })))
}

async function readManagers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await tx.selectFrom('reporting_line').select(['account_id', 'manager_id']).execute()).map(({ account_id, manager_id }) => [account_id, manager_id]))
}
