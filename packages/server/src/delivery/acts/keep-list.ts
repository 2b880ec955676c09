import type { DeliveryRefusal, Enabled, TaskIssue, TaskRow, TasksKept } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { planTaskList, type TaskFacts, type TaskListPlan } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { newId, writeAs, type Actor, type Db, type Record as Recorder, type Tx } from '../../database/index.ts'
import { lockInitiative } from '../../demand/index.ts'
import type { EnabledSource } from '../enabled-source.ts'
import { factsOf, insertTasks, readTasksOf, updateTasks, type TaskRecord } from '../store.ts'
import { teller } from './told.ts'

type Wrong = DeliveryRefusal | Refusal<'not_found'>
type Keeping = { readonly tx: Tx; readonly record: Recorder }
type Given = { readonly initiativeId: string; readonly rows: readonly TaskRow[]; readonly enabled: readonly Enabled[]; readonly today: string }

/** Adds and changes the tasks of a list in one act; what cannot be taken is named and holds nothing up. */
export function keepTaskList(db: Db, actor: Actor, readEnabled: EnabledSource, given: Omit<Given, 'enabled'>): Promise<Result<TasksKept, Wrong>> {
  return writeAs<Result<TasksKept, Wrong>>(db, actor, 'delivery.keep-task-list', async (tx, record) => keepTasks({ tx, record }, { ...given, enabled: await readEnabled(tx) }))
}

/** Adds and changes the tasks of a list within an act. */
export async function keepTasks({ tx, record }: Keeping, { initiativeId, rows, enabled, today }: Given): Promise<Result<TasksKept, Wrong>> {
  if (!(await lockInitiative(tx, initiativeId))) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
  const standing = await readTasksOf(tx, initiativeId)
  const { fresh, moved } = asSeen(standing, rows)
  const plan = planTaskList({ standing: standing.map(factsOf), enabled, today }, fresh)
  const issues = [...moved, ...plan.issues].toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0))
  if (plan.adds.length + plan.changes.length === 0) return refuse({ code: 'tasks_unchanged', values: { rows: rows.length, same: plan.same, issues: issues.length } })
  const { added, changes } = withIds(plan)
  const told = teller([...standing.map(factsOf), ...added], enabled)
  await insertTasks(tx, initiativeId, added)
  await updateTasks(tx, changes.map(({ after }) => after))
  await record(...added.map((after) => ({ room: 'delivery', kind: 'task', id: after.id, before: null, after: told(after) })), ...changes.map(({ before, after }) => ({ room: 'delivery', kind: 'task', id: after.id, before: told(before), after: told(after) })))
  return ok({ added: added.length, changed: changes.length, same: plan.same, issues })
}

/** Lines whose task is as it was seen; the others are named. */
function asSeen(standing: readonly TaskRecord[], rows: readonly TaskRow[]): { readonly fresh: readonly TaskRow[]; readonly moved: readonly TaskIssue[] } {
  const versions = new Map(standing.map(({ key, version }) => [key.toLowerCase(), version]))
  const moves = ({ key, version }: TaskRow): boolean => (versions.get(key.trim().toLowerCase()) ?? null) !== version
  return { fresh: rows.filter((row) => !moves(row)), moved: rows.filter(moves).map(({ line, key }) => ({ line, found: `${key.trim()}, which somebody changed, added or withdrew since the list was looked at`, expected: 'the task as it was seen: look at the list again' })) }
}

/** Tasks that a list adds get ids of their own, and so do those below them. */
function withIds({ adds, changes }: TaskListPlan): { readonly added: readonly TaskFacts[]; readonly changes: TaskListPlan['changes'] } {
  const ids = new Map(adds.map(({ id }) => [id, newId()]))
  const own = <T extends TaskFacts>(task: T): T => ({ ...task, id: ids.get(task.id) ?? task.id, parentId: task.parentId === null ? null : (ids.get(task.parentId) ?? task.parentId) })
  return { added: adds.map(({ line: _, ...task }) => own(task)), changes: changes.map((change) => ({ ...change, after: own(change.after) })) }
}
