import { createHash } from 'node:crypto'
import { applyOverlay, canonicalFigures, planFigures, type Plan, type PlanChange } from '@throughline/engine/portfolio'
import { withOrg, type Actor, type Db, type Scope, type Tx } from '../../database/index.ts'
import { publishedYears, readCustomValues, readDescriptions, readInitiatives, readPublications, readReports, readTies, readYears } from '../../demand/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { readStrategyFacts } from '../../strategy/index.ts'
import { readActInstants, readInstant } from './store.ts'

/** A plan with the day of its newest position, from which on budgets can be set. */
export type DatedPlan = Plan & { readonly positionOn: string | null }

/** The plan of record, as the transaction knows it. */
export async function readPlan(tx: Tx): Promise<DatedPlan> {
  const { currency, calendar } = await readOrganisation(tx)
  const { objectives, contributions } = await readStrategyFacts(tx)
  const initiatives = await readInitiatives(tx)
  const present = new Set(initiatives.map(({ id }) => id))
  const reports = await readReports(tx, {})
  const publications = await readPublications(tx)
  const reportsOf = Map.groupBy(reports, ({ initiativeId }) => initiativeId)
  return {
    initiatives, objectives, contributions: contributions.filter(({ initiativeId }) => present.has(initiativeId)), ties: await readTies(tx), custom: await readCustomValues(tx),
    unitNames: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])),
    publishedYears: new Map([...present].map((id) => [id, publishedYears(reportsOf.get(id) ?? [], calendar)])),
    givenYears: await readYears(tx, [...present], currency), descriptions: await readDescriptions(tx),
    currency, calendar, positionOn: publications.reduce<string | null>((newest, { asOf }) => (newest === null || asOf > newest ? asOf : newest), null),
  }
}

/** The plan of record as it was known at an instant. */
export const readPlanAt = (db: Db, actor: Actor, at: string): Promise<DatedPlan> => withOrg(db, actor, readPlan, { knownAt: at })

/** The plan that a scenario makes of its base. */
export const scenarioPlan = (basis: DatedPlan, changes: readonly PlanChange[], scenario: { readonly name: string; readonly changed_at: string }): DatedPlan => ({
  ...applyOverlay(basis, changes, { kind: 'entered', by: `Scenario “${scenario.name}”`, at: scenario.changed_at }), positionOn: basis.positionOn,
})

/** Names the figures of a plan: two plans with one name come to the same. */
export const hashOf = (plan: Plan): string => createHash('sha256').update(canonicalFigures(planFigures(plan))).digest('hex')

/** What a decision of another room says of the plan of record, within its own act. */
export const planSource = { hash: async (tx: Tx): Promise<string> => hashOf(await readPlan(tx)), instants: readActInstants } as const
/** Names a preview, so that an act can say which one it follows. */
export const seenHash = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('hex')

/** The instant up to which the caller looks: that of the moment asked for, else now, at which everything that is committed is known. */
export async function instantOf(db: Db, reader: Scope): Promise<string> {
  return reader.moment?.knownAt ?? withOrg(db, reader, readInstant, {})
}
