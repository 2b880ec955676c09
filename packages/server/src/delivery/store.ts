import type { TaskFacts } from '@throughline/engine/delivery'
import { sql, type Selectable } from 'kysely'
import type { Tx } from '../database/index.ts'
import type { TaskTable } from './tables.ts'

export type TaskRecord = Omit<Selectable<TaskTable>, 'org_id' | 'removed_at'>

const columns = ['id', 'initiative_id', 'key', 'name', 'wbs', 'parent_id', 'kind', 'owner', 'state', 'start_on', 'finish_on', 'finished_on', 'link', 'enables_kind', 'enables_id', 'version'] as const
const standing = (tx: Tx) => tx.selectFrom('task').select(columns).where('removed_at', 'is', null)

/** All the work of an initiative. */
export const readTasksOf = (tx: Tx, initiativeId: string): Promise<TaskRecord[]> => standing(tx).where('initiative_id', '=', initiativeId).orderBy('id').execute()
export const readTask = (tx: Tx, id: string): Promise<TaskRecord | undefined> => standing(tx).where('id', '=', id).executeTakeFirst()
/** Locked until the act ends. */
export const lockTask = (tx: Tx, id: string): Promise<TaskRecord | undefined> => standing(tx).where('id', '=', id).forUpdate().executeTakeFirst()

/** A task as the engine reads it. */
export const factsOf = ({ id, key, name, wbs, parent_id, kind, owner, state, start_on, finish_on, finished_on, link, enables_kind, enables_id }: TaskRecord): TaskFacts => ({
  id, key, name, wbs, parentId: parent_id, kind, owner, state, startOn: start_on, finishOn: finish_on, finishedOn: finished_on, link, enables: enables_kind !== null && enables_id !== null ? { kind: enables_kind, id: enables_id } : null,
})

const stored = ({ id, key, name, wbs, parentId, kind, owner, state, startOn, finishOn, finishedOn, link, enables }: TaskFacts) => ({
  id, key, name, wbs, parent_id: parentId, kind, owner, state, start_on: startOn, finish_on: finishOn, finished_on: finishedOn, link, enables_kind: enables?.kind ?? null, enables_id: enables?.id ?? null,
})
const given = (tasks: readonly TaskFacts[]) => sql`jsonb_to_recordset(${JSON.stringify(tasks.map(stored))}::jsonb) as n(id uuid, key text, name text, wbs text, parent_id uuid, kind text, owner text, state text, start_on date, finish_on date, finished_on date, link text, enables_kind text, enables_id uuid)`
const written = sql.raw('key, name, wbs, parent_id, kind, owner, state, start_on, finish_on, finished_on, link, enables_kind, enables_id')
const taken = sql.raw('n.key, n.name, n.wbs, n.parent_id, n.kind, n.owner, n.state, n.start_on, n.finish_on, n.finished_on, n.link, n.enables_kind, n.enables_id')

/** Adds tasks to an initiative. */
export async function insertTasks(tx: Tx, initiativeId: string, tasks: readonly TaskFacts[]): Promise<void> {
  if (tasks.length > 0) await sql`insert into task (org_id, id, initiative_id, ${written}) select current_org(), n.id, ${initiativeId}::uuid, ${taken} from ${given(tasks)}`.execute(tx)
}

/** Gives tasks what is said of them now, and counts their versions up. */
export async function updateTasks(tx: Tx, tasks: readonly TaskFacts[]): Promise<void> {
  if (tasks.length > 0) await sql`update task t set (${written}) = (${taken}), version = t.version + 1 from ${given(tasks)} where t.org_id = current_org() and t.id = n.id`.execute(tx)
}

/** Takes a task out of the work; its past stays. */
export async function withdraw(tx: Tx, id: string, at: string): Promise<void> {
  await tx.updateTable('task').set({ removed_at: at }).set((row) => ({ version: row('version', '+', 1) })).where('id', '=', id).execute()
}
