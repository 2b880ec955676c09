import { inPeriod, pathMatesIn, type Attribution, type BenefitNetwork, type BenefitTerms, type LedgerTerms, type MeasureTerms } from '@throughline/engine/value'
import { invariant, type CivilDate } from '@throughline/engine/kernel'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../database/index.ts'
import { agreedAttribution, type StoredAbove, type StoredAttribution } from './agreement.ts'
import type { Found, FoundBenefit, FoundMeasure } from './found-store.ts'

const among = (ids: Iterable<string>) => sql<string>`any(${[...ids]}::uuid[])`
const byId = <T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> => new Map(all.map((one) => [one.id, one]))

/** Who reports to whom, and who works on what, by initiative. */
export type People = { readonly managers: ReadonlyMap<string, string>; readonly teams: ReadonlyMap<string, readonly string[]> }
export const nobody: People = { managers: new Map(), teams: new Map() }
type Beside = { readonly today: CivilDate; readonly people: People; /** By how much budget lines were lowered. */ readonly reductions: LedgerTerms['reductions'] }

/** What was found beside the ledger, as acts are judged by it. */
export function termsOf({ periods, benefits, measures, initiatives, adoption }: Found, { today, people, reductions }: Beside): LedgerTerms {
  const matesOf = pathMatesIn(amongBenefits(benefits))
  const terms = benefits.map(({ id, name, initiativeId, ownerId, measureId, unit, counted, adoptionBy }): BenefitTerms => ({
    id, name, initiativeId, ownerId, measureId, unit, counted, sharesPathWith: matesOf(id), adoptionBy: adoptionBy === '' ? [] : [adoptionBy], needsAdoption: adoptionBy !== '',
  }))
  return {
    today, periods: byId(periods.map(({ id, from, to }) => ({ id, from, to }))), benefits: byId(terms), measures: measureTerms(measures), adoptionPolicy: 'limit', managers: people.managers, reductions,
    initiatives: byId(initiatives.map(({ id, name, assist }) => ({ id, name, assist, team: people.teams.get(id) ?? [] }))),
    adoption: new Map(adoption.map(({ benefitId, period, planned, reached }) => [inPeriod(benefitId, period), { planned: BigInt(planned), reached: BigInt(reached) }])),
  }
}

/** The benefits of a part of the network as a network of their own. */
const amongBenefits = (benefits: readonly FoundBenefit[]): BenefitNetwork => ({
  nodes: benefits.map(({ id, name, ownerId }) => ({ id, kind: 'benefit', name, ownerId })), edges: benefits.flatMap(({ id, leadsTo }) => leadsTo.map((to) => ({ from: id, to }))),
})

/** Measures as terms; those whose pools lie above are among them. */
function measureTerms(measures: readonly FoundMeasure[]): ReadonlyMap<string, MeasureTerms> {
  const found = byId(measures)
  const poolOf = (id: string): string => {
    const measure = found.get(id)
    invariant(measure, `the measure ${id} above another is registered`)
    return measure.poolId
  }
  return byId(measures.map(({ id, name, poolId, unit, above, counterfactual, counterfactualAt, attribution, attributionAt }): MeasureTerms => ({
    id, name, poolId, unit, above: above.map(({ measureId, numerator, denominator }) => ({ poolId: poolOf(measureId), numerator: BigInt(numerator), denominator: BigInt(denominator) })),
    counterfactual: counterfactual === null || counterfactualAt === null ? null : { ...counterfactual, registeredAt: counterfactualAt }, attribution: attributionOf(attribution, attributionAt),
  })))
}

function attributionOf(stored: StoredAttribution | null, at: string | null): Attribution | null {
  if (stored === null || at === null) return null
  const agreed = agreedAttribution(stored, at)
  invariant(agreed.ok, 'an attribution was checked when it was agreed')
  return agreed.value
}

/** Measures of the ledger as terms, with those whose pools lie above. */
export async function measuresOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MeasureTerms>> {
  const found = new Map<string, FoundMeasure>()
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const measure of await readMeasures(tx, wanted)) found.set(measure.id, measure)
    wanted = [...new Set([...found.values()].flatMap(({ above }) => above.map(({ measureId }) => measureId)))].filter((id) => !found.has(id))
  }
  return measureTerms([...found.values()])
}

async function readMeasures(tx: Tx, ids: readonly string[]): Promise<readonly FoundMeasure[]> {
  const rows = await tx.selectFrom('value_measure as v')
    .innerJoin('measure as m', (join) => join.onRef('m.org_id', '=', 'v.org_id').onRef('m.id', '=', 'v.measure_id'))
    .innerJoin('value_pool as p', (join) => join.onRef('p.org_id', '=', 'v.org_id').onRef('p.id', '=', 'v.pool_id'))
    .select(['v.measure_id as id', 'm.name', 'v.pool_id as poolId', 'p.unit', 'v.above', 'v.counterfactual', 'v.counterfactual_at as counterfactualAt', 'v.attribution', 'v.attribution_at as attributionAt'])
    .where('v.measure_id', '=', among(ids)).execute()
  return rows.map((row) => ({ ...row, above: row.above as readonly StoredAbove[], counterfactual: row.counterfactual as FoundMeasure['counterfactual'], attribution: row.attribution as StoredAttribution | null }))
}

/** Every benefit of some pools: what a measurement or a reversal may sweep. */
export const benefitsOfPools = async (tx: Tx, poolIds: readonly string[]): Promise<readonly string[]> =>
  (await tx.selectFrom('benefit').innerJoin('value_measure as m', (join) => join.onRef('m.org_id', '=', 'benefit.org_id').onRef('m.measure_id', '=', 'benefit.measure_id')).select('benefit.id').where('m.pool_id', '=', among(new Set(poolIds))).execute()).map(({ id }) => id)

/** By how much each budget line of a period was lowered, under `line period`. */
export async function readReductions(tx: Tx): Promise<LedgerTerms['reductions']> {
  const rows = await tx.selectFrom('budget_reduction').select(['budget_line', 'period']).select(sql<string>`sum(amount)::text`.as('lowered')).groupBy(['budget_line', 'period']).execute()
  return new Map(rows.map(({ budget_line, period, lowered }) => [inPeriod(budget_line, period), BigInt(lowered)]))
}

/** Roles on an initiative by which somebody is of its team. */
const teamRoles = ['sponsor', 'project_manager', 'portfolio_lead', 'editor', 'benefit_owner'] as const

/** Lines of reporting, and who works on some initiatives. */
export const readPeople = (tx: Tx, initiativeIds: readonly string[]): Promise<People> => readPeopleIn(tx, initiativeIds, sql<boolean>`true`)

async function readPeopleIn(tx: Tx, initiativeIds: readonly string[], counted: RawBuilder<boolean>): Promise<People> {
  const lines = await tx.selectFrom('reporting_line').select(['account_id', 'manager_id']).execute()
  const team = await tx.selectFrom('role_assignment').select(['account_id', 'initiative_id']).where('initiative_id', '=', among(initiativeIds)).where('role', 'in', teamRoles).where(counted).execute()
  return {
    managers: new Map(lines.map(({ account_id, manager_id }) => [account_id, manager_id])),
    teams: new Map([...Map.groupBy(team, ({ initiative_id }) => initiative_id ?? '')].map(([id, all]) => [id, all.map(({ account_id }) => account_id)])),
  }
}

/** As `readPeople` of roles that have not run out, with those who worked on an initiative until a day of the last so many months, by it and by whom. Who had a role for less than a day, as by mistake, did not work there. */
export async function readPeopleOfLate(tx: Tx, initiativeIds: readonly string[], months: number): Promise<People & { readonly left: ReadonlyMap<string, ReadonlyMap<string, string>> }> {
  const { rows } = await sql<{ initiative: string; person: string; until: string }>`
    select initiative_id as initiative, account_id as person, max(until)::text as until from (
      select initiative_id, account_id, role, given_at, least(replaced_at::date, last_on) as until from role_assignment_past
      union all select initiative_id, account_id, role, given_at, last_on from role_assignment where last_on < current_date) ended
    where initiative_id = ${among(initiativeIds)} and role = any(${teamRoles}::text[]) and until > given_at::date and until >= current_date - make_interval(months => ${months}) group by 1, 2`.execute(tx)
  return { ...(await readPeopleIn(tx, initiativeIds, sql<boolean>`(last_on is null or last_on >= current_date)`)), left: new Map([...Map.groupBy(rows, ({ initiative }) => initiative)].map(([id, own]) => [id, new Map(own.map(({ person, until }) => [person, until]))])) }
}
