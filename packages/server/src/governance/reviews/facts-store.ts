import { isLate, isRunning, type DeliverableState, type HealthFacts } from '@throughline/engine/governance'
import type { CivilDate } from '@throughline/engine/kernel'
import { sql } from 'kysely'
import type { Tx } from '../../database/index.ts'
import type { ReviewSources } from './sources.ts'

/** What is known of an initiative on a day; undefined where it is not there, or was removed. */
export async function readFacts(tx: Tx, sources: Omit<ReviewSources, 'readTeams'>, { orgId, initiativeId: id, today }: { readonly orgId: string; readonly initiativeId: string; readonly today: CivilDate }): Promise<HealthFacts | undefined> {
  const initiative = await sources.readInitiative(tx, id)
  if (!initiative) return undefined
  const { objectives, contributions } = await sources.readLinksOf(tx, [id])
  const statements = new Map(objectives.map((one) => [one.id, one.statement]))
  return {
    today, initiative, previousRating: (await sources.readPreviousRatings(tx, [id])).get(id) ?? null,
    objectives: contributions.map(({ objectiveId, contribution }) => ({ statement: statements.get(objectiveId) ?? '', contribution })), contradictions: await sources.readContradictionsOf(tx, { orgId, initiativeId: id, today }),
    benefits: await benefitsOf(tx, id), work: await workOf(tx, id, today), dependsOn: await neededBy(tx, id), register: risksOf((await sources.readRegisters(tx, id)).get(id)), deliverables: await deliverablesOf(tx, id, { today, running: isRunning(initiative.state) }),
  }
}

const benefitsOf = async (tx: Tx, id: string): Promise<HealthFacts['benefits']> => (await sql<HealthFacts['benefits'][number]>`select name, owner_id is not null as owned, measure_id is not null as measured from benefit where initiative_id = ${id} order by lower(name), id`.execute(tx)).rows

async function workOf(tx: Tx, id: string, today: CivilDate): Promise<HealthFacts['work']> {
  const open = sql`state not in ('done', 'cancelled')`
  const { rows } = await sql<HealthFacts['work']>`
    select count(*)::int as "all", (count(*) filter (where ${open}))::int as open, (count(*) filter (where ${open} and finish_on < ${today}::date))::int as late, (count(*) filter (where ${open} and finish_on is null))::int as undated
    from task where initiative_id = ${id} and removed_at is null`.execute(tx)
  return rows[0] ?? { all: 0, open: 0, late: 0, undated: 0 }
}

const neededBy = async (tx: Tx, id: string): Promise<readonly string[]> =>
  (await sql<{ name: string }>`select i.name from dependency d join initiative i on i.org_id = d.org_id and i.id = d.to_id where d.from_id = ${id} and d.removed_at is null and i.removed_at is null order by lower(i.name), i.id`.execute(tx)).rows.map(({ name }) => name)

type Kept = ReturnType<Awaited<ReturnType<ReviewSources['readRegisters']>>['get']>
/** What stands open in a register. */
const risksOf = (kept: Kept): HealthFacts['register'] => kept === undefined ? null : {
  threats: kept.risks.filter(({ kind, state }) => kind === 'threat' && state === 'open').map(({ key, title, owner, strategy }) => ({ name: `${key} ${title}`, owned: (owner ?? '').trim() !== '', answered: strategy !== null })),
  issues: kept.issues.filter(({ resolvedOn }) => resolvedOn === null).map(({ key, title, severity }) => ({ name: `${key} ${title}`, severity })),
}

async function deliverablesOf(tx: Tx, id: string, { today, running }: { readonly today: CivilDate; readonly running: boolean }): Promise<HealthFacts['deliverables']> {
  const { rows } = await sql<{ name: string; state: DeliverableState; dueOn: CivilDate }>`select name, state, due_on as "dueOn" from deliverable where initiative_id = ${id} and state <> 'withdrawn' order by due_on, lower(name), id`.execute(tx)
  return { all: rows.length, late: rows.filter(({ state, dueOn }) => isLate({ state, dueOn, running }, today)).map(({ name }) => name) }
}
