import type { PlanChangeList, PlanSummary } from '@throughline/contract/portfolio'
import { refKey, type FieldRef, type FieldValue, type PlanChange } from '@throughline/engine/portfolio'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { newId, type Actor, type Tx } from '../../database/index.ts'
import type { ScenarioChangeTable, ScenarioTable } from './tables.ts'

export type ScenarioRow = Selectable<ScenarioTable>
/** A change as it is kept: who set it, and when. */
export type KeptChange = PlanChange & { readonly by: string; readonly at: string }

const standing = (tx: Tx) => tx.selectFrom('scenario').selectAll().where('removed_at', 'is', null)

/** Scenarios that the person may see, newest first: row-level security hides the others. */
export const readScenarios = (tx: Tx): Promise<ScenarioRow[]> => standing(tx).orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
export const readScenario = (tx: Tx, id: string): Promise<ScenarioRow | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()
/** The scenario, locked until the transaction ends. */
export const lockScenario = (tx: Tx, id: string): Promise<ScenarioRow | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** A scenario that has the name, whatever its case, among those that the person may see; other than `except`. */
export const scenarioNamed = (tx: Tx, name: string, except?: string): Promise<ScenarioRow | undefined> =>
  standing(tx).where(sql<boolean>`lower(name) = lower(${name})`).$if(except !== undefined, (query) => query.where('id', '<>', except ?? '')).executeTakeFirst()

type Lists = { readonly constraints?: readonly object[]; readonly chosen?: readonly string[]; readonly certificate?: object }
const inJson = ({ constraints, chosen, certificate }: Lists) => ({
  ...(constraints ? { constraints: JSON.stringify(constraints) } : {}), ...(chosen ? { chosen: JSON.stringify(chosen) } : {}), ...(certificate ? { certificate: JSON.stringify(certificate) } : {}),
})

/** A scenario as it is written; what it leaves out is empty. */
export type ScenarioToAdd = Pick<Insertable<ScenarioTable>, 'org_id' | 'id' | 'name' | 'note' | 'created_by' | 'author_id'> & Partial<Omit<Insertable<ScenarioTable>, 'constraints' | 'chosen' | 'certificate'>> & Lists

const empty = {
  fork_of: null, fork_name: null, proposed_by: null, proposed_name: null, decision_id: null, figures: null, outcome: null, selected_at: null, value_choice: null, publication_id: null, publication_title: null, publication_as_of: null, currency: null,
  input_hash: null, candidates: null, total_value: null, total_cost_minor: null, bound: null, gap: null, proved: null,
} as const

export async function addScenario(tx: Tx, { constraints, chosen, certificate, ...row }: ScenarioToAdd): Promise<void> {
  await tx.insertInto('scenario').values({ ...empty, ...row, ...inJson({ ...(constraints ? { constraints } : {}), ...(chosen ? { chosen } : {}), ...(certificate ? { certificate } : {}) }) } as Insertable<ScenarioTable>).execute()
}

/** Changes a scenario and counts its version up. */
export async function updateScenario(tx: Tx, id: string, change: Omit<Updateable<ScenarioTable>, 'org_id' | 'id' | 'version' | 'figures' | 'outcome'> & { readonly figures?: PlanSummary; readonly outcome?: PlanChangeList }): Promise<void> {
  const { figures, outcome, ...plain } = change
  await tx
    .updateTable('scenario')
    .set({ ...plain, ...(figures ? { figures: JSON.stringify(figures) } : {}), ...(outcome ? { outcome: JSON.stringify(outcome) } : {}), changed_at: sql<string>`act_time()`, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute()
}

export async function removeScenarioRow(tx: Tx, id: string): Promise<void> {
  await tx.updateTable('scenario').set({ removed_at: sql<string>`act_time()`, version: sql<number>`version + 1` }).where('id', '=', id).execute()
}

/** Keeps the figures of a scenario that was just written. */
export const updateFigures = (tx: Tx, id: string, figures: PlanSummary) => tx.updateTable('scenario').set({ figures: JSON.stringify(figures) }).where('id', '=', id).execute()

/** What a scenario sets, in the order of its fields. */
export async function readChanges(tx: Tx, scenarioId: string): Promise<readonly KeptChange[]> {
  const rows = await tx.selectFrom('scenario_change').selectAll().where('scenario_id', '=', scenarioId).orderBy('kind').orderBy('entity_id').orderBy('field').execute()
  return rows.map(changeOf)
}

const changeOf = (row: Selectable<ScenarioChangeTable>): KeptChange => ({ kind: row.kind, id: row.entity_id, field: row.field, base: row.base as FieldValue, value: row.value as FieldValue, origin: row.origin, by: row.by_name, at: row.at })

/** Writes what a scenario sets from now on: what was kept and is the same stays as it was, with who set it. */
export async function writeChanges(tx: Tx, actor: Actor, scenarioId: string, before: readonly PlanChange[], after: readonly PlanChange[]): Promise<void> {
  const kept = new Map(before.map((change) => [refKey(change), change]))
  const wanted = new Set(after.map(refKey))
  await dropChanges(tx, scenarioId, before.filter((change) => !wanted.has(refKey(change))))
  const changed = after.filter((change) => JSON.stringify(contentOf(kept.get(refKey(change)))) !== JSON.stringify(contentOf(change)))
  for (let at = 0; at < changed.length; at += rowsPerStatement) {
    const rows = changed.slice(at, at + rowsPerStatement).map((change) => ({ id: newId(), kind: change.kind, entity_id: change.id, field: change.field, base: change.base, value: change.value, origin: change.origin }))
    await sql`insert into scenario_change (org_id, scenario_id, id, kind, entity_id, field, base, value, origin, by_name)
      select current_org(), ${scenarioId}, n.id, n.kind, n.entity_id, n.field, coalesce(n.base, 'null'::jsonb), coalesce(n.value, 'null'::jsonb), n.origin, ${actor.name}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, kind text, entity_id text, field text, base jsonb, value jsonb, origin text)
      on conflict (org_id, scenario_id, kind, entity_id, field) do update set base = excluded.base, value = excluded.value, origin = excluded.origin, by_name = excluded.by_name, at = act_time(), version = scenario_change.version + 1`.execute(tx)
  }
}
const rowsPerStatement = 1000
const contentOf = (change: PlanChange | undefined) => change && [change.base, change.value, change.origin]

async function dropChanges(tx: Tx, scenarioId: string, gone: readonly FieldRef[]): Promise<void> {
  if (gone.length === 0) return
  const refs = gone.map(({ kind, id, field }) => ({ kind, entity_id: id, field }))
  await sql`delete from scenario_change c using jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as n(kind text, entity_id text, field text)
    where c.org_id = current_org() and c.scenario_id = ${scenarioId} and c.kind = n.kind and c.entity_id = n.entity_id and c.field = n.field`.execute(tx)
}

/** Accounts with whom a scenario is shared. */
export const readShares = async (tx: Tx, scenarioId: string): Promise<readonly string[]> => (await tx.selectFrom('scenario_share').select('account_id').where('scenario_id', '=', scenarioId).execute()).map((row) => row.account_id)

/** Accounts that may see a scenario: its author and those it is shared with; null where everybody may. */
export async function readAudience(tx: Tx, id: string): Promise<readonly string[] | null> {
  const row = await tx.selectFrom('scenario').select(['sharing', 'author_id']).where('id', '=', id).executeTakeFirst()
  if (!row || row.sharing === 'everyone') return null
  return [...(row.author_id === null ? [] : [row.author_id]), ...(row.sharing === 'people' ? await readShares(tx, id) : [])]
}

export async function writeShares(tx: Tx, orgId: string, scenarioId: string, people: readonly string[]): Promise<void> {
  await tx.deleteFrom('scenario_share').where('scenario_id', '=', scenarioId).execute()
  if (people.length > 0) await tx.insertInto('scenario_share').values(people.map((account_id) => ({ org_id: orgId, scenario_id: scenarioId, account_id }))).execute()
}

/** What of the plan of record a revision can be about. */
const planKinds = ['initiative', 'dependency', 'exclusion', 'objective', 'contribution', 'publication', 'perspective', 'strategy', 'custom_field']

/** When the plan of record last changed, to the microsecond; null where it never did. One row by the primary key, whatever its size. */
export async function planChangedAt(tx: Tx): Promise<string | null> {
  const { rows } = await sql<{ at: string }>`select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from revision where room in ('demand', 'strategy') and kind = any(${planKinds}) order by id desc limit 1`.execute(tx)
  return rows[0]?.at ?? null
}

/** Whether the plan of record changed after an instant of whole milliseconds. */
export const isAfter = (planAt: string | null, instant: string): boolean => planAt !== null && planAt > instant.replace(/Z$/, '000Z')

/** The instant of now: of the last act, or of the clock of the database where that is later. Whole milliseconds. */
export async function readInstant(tx: Tx): Promise<string> {
  const { rows } = await sql<{ at: string }>`select greatest(date_trunc('milliseconds', clock_timestamp()), (select max(last) from act_clock)) as at`.execute(tx)
  return rows[0]?.at ?? new Date().toISOString()
}

/** The instant of the act at work, and the one before it: the plan as it was known until then. */
export async function readActInstants(tx: Tx): Promise<{ readonly before: string; readonly at: string }> {
  const { rows } = await sql<{ before: string; at: string }>`select act_time() - interval '1 millisecond' as before, act_time() as at`.execute(tx)
  return rows[0] ?? { before: '', at: '' }
}
