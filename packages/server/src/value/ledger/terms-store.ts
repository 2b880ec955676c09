import { inPeriod, pathMatesIn, type Attribution, type BenefitNetwork, type BenefitTerms, type InitiativeTerms, type LedgerTerms, type MeasureTerms, type PeriodTerms } from '@throughline/engine/value'
import { invariant, type CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { agreedAttribution, type StoredAbove, type StoredAttribution } from './agreement.ts'

const among = (ids: Iterable<string>) => sql<string>`any(${[...ids]}::uuid[])`

/** What acts name: benefits, measures and budget lines, and what of the organisation they have to know beside these. */
export type Named = {
  readonly benefitIds: readonly string[]
  readonly measureIds: readonly string[]
  /** Every benefit of the same pools: what a measurement or a reversal may sweep. */
  readonly poolMates: boolean
  /** Who reports to whom, and who works on what. */
  readonly people: boolean
  /** By how much budget lines were lowered. */
  readonly budgets: boolean
}
/** What acts have to know beside the ledger, and the states of the periods that are not open. */
export type Locked = { readonly terms: LedgerTerms; readonly states: ReadonlyMap<string, 'soft' | 'closed'> }

/** What the ledger has to know beside itself for some acts. Benefits and pools are locked, in the order of their ids, until the act is done. */
export async function lockTerms(tx: Tx, named: Named, today: CivilDate): Promise<Locked> {
  const { periods, states } = await readPeriodTerms(tx)
  let benefits = await benefitsAround(tx, named.benefitIds)
  let measures = await measuresOf(tx, [...named.measureIds, ...benefits.flatMap(({ measure_id }) => measure_id ?? [])])
  if (named.poolMates) {
    const pools = new Set([...measures.values()].map(({ poolId }) => poolId))
    const mates = await tx.selectFrom('benefit').innerJoin('value_measure as m', (join) => join.onRef('m.org_id', '=', 'benefit.org_id').onRef('m.measure_id', '=', 'benefit.measure_id')).select('benefit.id').where('m.pool_id', '=', among(pools)).execute()
    benefits = await benefitsAround(tx, [...named.benefitIds, ...mates.map(({ id }) => id)])
    measures = await measuresOf(tx, [...named.measureIds, ...benefits.flatMap(({ measure_id }) => measure_id ?? [])])
  }
  await lock(tx, benefits.map(({ id }) => id), [...new Set([...measures.values()].map(({ poolId }) => poolId))])
  const matesOf = pathMatesIn(amongBenefits(benefits))
  const terms = benefits.map((row): BenefitTerms => ({
    id: row.id, name: row.name, initiativeId: row.initiative_id, ownerId: row.owner_id, measureId: row.measure_id, unit: row.unit, counted: row.counted, sharesPathWith: matesOf(row.id),
    adoptionBy: row.adoption_by === '' ? [] : [row.adoption_by], needsAdoption: row.adoption_by !== '',
  }))
  const adopting = terms.flatMap(({ id, needsAdoption }) => (needsAdoption ? [id] : []))
  const adoption = adopting.length > 0 ? await tx.selectFrom('benefit_adoption').select(['benefit_id', 'period', 'planned', 'reached']).where('benefit_id', '=', among(adopting)).execute() : []
  const reductions = named.budgets ? await readReductions(tx) : []
  const known: LedgerTerms = {
    today, periods, benefits: byId(terms), measures, initiatives: await initiativesOf(tx, terms, named.people), managers: named.people ? await readManagers(tx) : new Map(), adoptionPolicy: 'limit',
    adoption: new Map(adoption.map((row) => [inPeriod(row.benefit_id, row.period), { planned: BigInt(row.planned), reached: BigInt(row.reached) }])),
    reductions: new Map(reductions.map(({ budget_line, period, lowered }) => [inPeriod(budget_line, period), BigInt(lowered)])),
  }
  return { terms: known, states }
}

/** Benefits, then pools, each in the order of their ids. */
const lock = (tx: Tx, benefitIds: readonly string[], poolIds: readonly string[]) => sql`
  with held as (select id from benefit where id = ${among(benefitIds)} order by id for update), filled as (select id from value_pool where id = ${among(poolIds)} order by id for update)
  select id from held union all select id from filled`.execute(tx)

const readReductions = (tx: Tx) => tx.selectFrom('budget_reduction').select(['budget_line', 'period']).select(sql<string>`sum(amount)::text`.as('lowered')).groupBy(['budget_line', 'period']).execute()

const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]))

/** Every value period by its code, and the states of those that are not open. */
async function readPeriodTerms(tx: Tx): Promise<{ readonly periods: ReadonlyMap<string, PeriodTerms>; readonly states: Locked['states'] }> {
  const rows = await tx.selectFrom('value_period').select(['code', 'from_on', 'to_on', 'state']).orderBy('from_on').execute()
  return { periods: byId(rows.map(({ code, from_on, to_on }) => ({ id: code, from: from_on, to: to_on }))), states: new Map(rows.flatMap(({ code, state }) => (state === 'open' ? [] : [[code, state] as const]))) }
}

type BenefitRow = { readonly id: string; readonly name: string; readonly initiative_id: string; readonly owner_id: string | null; readonly measure_id: string | null; readonly unit: string; readonly counted: boolean; readonly leads_to: readonly string[]; readonly adoption_by: string }

/** Some benefits, with all that lie on a path with one of them: by what they say themselves and by the edges of the network, in which nothing but benefits lies between two benefits. */
async function benefitsAround(tx: Tx, ids: readonly string[]): Promise<readonly BenefitRow[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<BenefitRow>`
    with recursive later as (select id from benefit where id = ${among(ids)}
        union select n.id from later l cross join lateral (select b.leads_to as id from benefit b where b.id = l.id and b.leads_to is not null union all select b.id from network_edge e join benefit b on b.id = e.to_id where e.from_id = l.id) n),
      earlier as (select id from benefit where id = ${among(ids)}
        union select n.id from earlier l cross join lateral (select b.id from benefit b where b.leads_to = l.id union all select b.id from network_edge e join benefit b on b.id = e.from_id where e.to_id = l.id) n)
    select b.id, b.name, b.initiative_id, b.owner_id, b.measure_id, b.unit, b.counted, b.adoption_by, array(select b.leads_to where b.leads_to is not null union select e.to_id from network_edge e where e.from_id = b.id)::text[] as leads_to
    from benefit b where b.id in (select id from later union select id from earlier) order by b.id`.execute(tx)
  return rows
}

/** The benefits of a part of the network as a network of their own. */
const amongBenefits = (benefits: readonly BenefitRow[]): BenefitNetwork => ({
  nodes: benefits.map(({ id, name, owner_id }) => ({ id, kind: 'benefit', name, ownerId: owner_id })), edges: benefits.flatMap(({ id, leads_to }) => leads_to.map((to) => ({ from: id, to }))),
})

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
  const rows = await tx.selectFrom('initiative as i').leftJoin('value_assist as a', (join) => join.onRef('a.org_id', '=', 'i.org_id').onRef('a.initiative_id', '=', 'i.id')).select(['i.id', 'i.name', 'a.initiative_id as assists']).where('i.id', '=', among(ids)).execute()
  const team = people ? await tx.selectFrom('role_assignment').select(['account_id', 'initiative_id']).where('initiative_id', '=', among(ids)).where('role', 'in', ['sponsor', 'project_manager', 'portfolio_lead', 'editor', 'benefit_owner']).execute() : []
  return byId(rows.map(({ id, name, assists }) => ({ id, name, assist: assists !== null, team: team.filter(({ initiative_id }) => initiative_id === id).map(({ account_id }) => account_id) })))
}

async function readManagers(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await tx.selectFrom('reporting_line').select(['account_id', 'manager_id']).execute()).map(({ account_id, manager_id }) => [account_id, manager_id]))
}
