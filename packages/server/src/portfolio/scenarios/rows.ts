import type { ScenarioRow as WireRow, ScenarioRows, ScenarioYear } from '@throughline/contract/portfolio'
import { initiativeFields, type PlanChange } from '@throughline/engine/portfolio'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import { readPlanAt, scenarioPlan, type DatedPlan } from './plan.ts'
import { readChanges, readScenario } from './store.ts'

/** Initiatives and objectives as a scenario has them; what it removes stays listed, as removed. */
export async function readRows(db: Db, actor: Actor, id: string): Promise<ScenarioRows | undefined> {
  const { row, changes } = await withOrg(db, actor, async (tx) => ({ row: await readScenario(tx, id), changes: await readChanges(tx, id) }))
  if (!row) return undefined
  const basis = await readPlanAt(db, actor, row.base_at)
  const plan = scenarioPlan(basis, changes, row)
  const changed = Map.groupBy(changes, (change) => `${change.kind} ${change.id}`)
  const known = new Set(basis.initiatives.map((one) => one.id))
  const present = new Set(plan.initiatives.map((one) => one.id))
  const names = new Map(plan.initiatives.map((one) => [one.id, one.name]))
  const nameOf = (one: string): string => names.get(one) ?? ''
  const removed = basis.initiatives.filter((one) => !present.has(one.id))
  return {
    currency: plan.currency, calendar: plan.calendar, amounts: 'shown',
    rows: [...plan.initiatives, ...removed].filter((facts) => facts.current || changed.has(`initiative ${facts.id}`)).map((facts) => rowOf(plan, facts, changed.get(`initiative ${facts.id}`) ?? [], known.has(facts.id) ? (present.has(facts.id) ? 'same' : 'removed') : 'added')),
    objectives: plan.objectives.map(({ id: objective, statement, weight, deadline }) => ({ id: objective, statement, weight, deadline, changed: (changed.get(`objective ${objective}`) ?? []).map(({ field }) => field) })),
    contributions: plan.contributions.map(({ initiativeId, objectiveId, contribution }) => ({ initiativeId, objectiveId, contribution })),
    dependencies: plan.ties.dependencies.map(({ fromId, toId }) => ({ fromId, toId, name: `${nameOf(fromId)} needs ${nameOf(toId)}` })),
    exclusions: plan.ties.exclusions.map(({ id: group, name, initiativeIds }) => ({ id: group, name, initiativeIds: [...initiativeIds], members: initiativeIds.map(nameOf) })),
    units: [...plan.unitNames].map(([unit, name]) => ({ id: unit, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

function rowOf(plan: DatedPlan, facts: DatedPlan['initiatives'][number], changes: readonly PlanChange[], standing: WireRow['standing']): WireRow {
  const { costMinor, benefitsMinor } = initiativeFields
  const fields = changes.map(({ field }) => field).filter((field) => field !== 'exists')
  return {
    id: facts.id, key: facts.key, name: facts.name, kind: facts.kind, state: facts.state, unitId: facts.unitId, unit: facts.unitName, category: facts.category, sponsor: facts.sponsor, mandatory: facts.mandatory, startOn: facts.startOn, endOn: facts.endOn,
    costMinor: costMinor.read(facts) as string | null, benefitsMinor: benefitsMinor.read(facts) as string | null,
    description: plan.descriptions.get(facts.id) ?? null, custom: { ...plan.custom.get(facts.id) }, years: givenYearsOf(plan, facts.id), published: (plan.publishedYears.get(facts.id) ?? []).map(({ year, amount }) => ({ year, minor: amount.minor.toString() })), standing: standing === 'same' && fields.length > 0 ? 'changed' : standing, changed: fields,
  }
}

const givenYearsOf = ({ givenYears }: DatedPlan, id: string): ScenarioYear[] => (['cost', 'benefits'] as const).flatMap((kind) => (givenYears.get(id)?.[kind] ?? []).map(({ year, amount }) => ({ kind, year, minor: amount.minor.toString() })))
