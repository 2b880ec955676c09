import type { DeliveryRefusal, NewTask, TaskChange } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { faultWords, parentsOf, taskFaults, treeFaults, type TaskFacts } from '@throughline/engine/delivery'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { lockInitiative } from '../../demand/index.ts'
import type { EnabledSource } from '../enabled-source.ts'
import { factsOf, insertTasks, lockTask, readTasksOf, updateTasks, withdraw } from '../store.ts'
import { teller } from './told.ts'

type Wrong = DeliveryRefusal | Refusal<'not_found' | 'version_moved'>
type Parts = Omit<TaskChange, 'version'>

/** Adds a task to an initiative, under the key that is given or the next free one. */
export function addTask(db: Db, actor: Actor, readEnabled: EnabledSource, { initiativeId, given, today }: { readonly initiativeId: string; readonly given: NewTask; readonly today: string }): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.add-task', async (tx, record) => {
    if (!(await lockInitiative(tx, initiativeId))) return refuse({ code: 'not_found', values: { what: 'initiative', id: initiativeId } })
    const others = (await readTasksOf(tx, initiativeId)).map(factsOf)
    const empty: TaskFacts = { id: newId(), key: nextKey(others), name: given.name, wbs: null, parentId: null, kind: 'task', owner: null, state: 'not_started', startOn: null, finishOn: null, finishedOn: null, link: null, enables: null }
    const after = changed(empty, given)
    const refusal = await refusalOf(tx, readEnabled, { others, after, saidParent: given.parentId, today })
    if (refusal) return refuse(refusal)
    await insertTasks(tx, initiativeId, [after])
    await record({ room: 'delivery', kind: 'task', id: after.id, before: null, after: (await tellerOf(tx, readEnabled, others, [after]))(after) })
    return ok(after.id)
  })
}

/** Changes what is said of a task. */
export function changeTask(db: Db, actor: Actor, readEnabled: EnabledSource, { id, given: { version, ...given }, today }: { readonly id: string; readonly given: TaskChange; readonly today: string }): Promise<Result<string, Wrong>> {
  return writeAs<Result<string, Wrong>>(db, actor, 'delivery.change-task', async (tx, record) => {
    const current = await expectVersion(tx, await lockTask(tx, id), { room: 'delivery', kind: 'task', id, version })
    if (!current.ok) return current
    const before = factsOf(current.value)
    const after = changed(before, given)
    const others = (await readTasksOf(tx, current.value.initiative_id)).filter((one) => one.id !== id).map(factsOf)
    const refusal = await refusalOf(tx, readEnabled, { others, after, saidParent: given.parentId, today })
    if (refusal) return refuse(refusal)
    await updateTasks(tx, [after])
    const told = await tellerOf(tx, readEnabled, others, [before, after])
    await record({ room: 'delivery', kind: 'task', id, before: told(before), after: told(after) })
    return ok(id)
  })
}

/** Withdraws a task below which nothing stands. */
export function withdrawTask(db: Db, actor: Actor, readEnabled: EnabledSource, { id, now }: { readonly id: string; readonly now: Date }): Promise<Result<object, Wrong>> {
  return writeAs<Result<object, Wrong>>(db, actor, 'delivery.withdraw-task', async (tx, record) => {
    const task = await lockTask(tx, id)
    if (!task) return refuse({ code: 'not_found', values: { what: 'task', id } })
    const all = (await readTasksOf(tx, task.initiative_id)).map(factsOf)
    const above = parentsOf(all)
    const parts = all.filter((one) => above.get(one.id) === id)
    if (parts.length > 0) return refuse({ code: 'task_has_parts', values: { name: task.name, found: `${parts.slice(0, 5).map(({ name }) => name).join(', ')}${parts.length > 5 ? ` and ${parts.length - 5} more` : ''}` } })
    await withdraw(tx, id, now.toISOString())
    await record({ room: 'delivery', kind: 'task', id, before: (await tellerOf(tx, readEnabled, all, [factsOf(task)]))(factsOf(task)), after: null })
    return ok({})
  })
}

const tellerOf = async (tx: Tx, readEnabled: EnabledSource, tasks: readonly TaskFacts[], told: readonly TaskFacts[]) => teller(tasks, await readEnabled(tx, told.flatMap(({ enables }) => enables?.id ?? [])))

/** The first key of the form T-1 that is free after all of that form. */
const nextKey = (tasks: readonly TaskFacts[]): string => `T-${tasks.reduce((most, { key }) => Math.max(most, Number(/^t-(\d{1,9})$/i.exec(key)?.[1] ?? 0)), 0) + 1}`

const tidy = (text: string): string => text.trim().replaceAll(/\s+/g, ' ')

function changed(before: TaskFacts, { key, name, wbs, parentId, kind, owner, state, startOn, finishOn, finishedOn, link, enables }: Parts): TaskFacts {
  const or = <T>(given: T | undefined, standing: T): T => (given === undefined ? standing : given)
  const code = or(wbs, before.wbs)?.trim() ?? null
  return {
    id: before.id, key: tidy(key ?? before.key), name: tidy(name ?? before.name), wbs: code, parentId: code === null ? or(parentId, before.parentId) : null, kind: kind ?? before.kind, owner: or(owner, before.owner)?.trim() ?? null, state: state ?? before.state,
    startOn: or(startOn, before.startOn), finishOn: or(finishOn, before.finishOn), finishedOn: or(finishedOn, before.finishedOn), link: or(link, before.link)?.trim() ?? null, enables: or(enables, before.enables),
  }
}

type Judged = { readonly others: readonly TaskFacts[]; readonly after: TaskFacts; /** What it was said to stand below. */ readonly saidParent: string | null | undefined; readonly today: string }

async function refusalOf(tx: Tx, readEnabled: EnabledSource, { others, after, saidParent, today }: Judged): Promise<DeliveryRefusal | undefined> {
  const same = others.find(({ key }) => key.toLowerCase() === after.key.toLowerCase())
  if (same) return { code: 'task_key_taken', values: { key: same.key, name: same.name } }
  // Those that are there come first, so that it is this one that is in the way.
  const plan = [...others, after]
  const above = parentsOf(plan).get(after.id) ?? null
  const strange = after.wbs !== null && typeof saidParent === 'string' && saidParent !== above ? [`found ${after.wbs} below ${plan.find(({ id }) => id === saidParent)?.key ?? 'a task that is not there'}, expected the parent that the WBS code says, or no code`] : []
  const problems = [...taskFaults(after, today).map(({ found, expected }) => `found ${found}, expected ${expected}`), ...strange, ...treeFaults(plan).map((fault) => faultWords(fault, plan)).map(({ found, expected }) => `found ${found}, expected ${expected}`)]
  if (problems.length > 0) return { code: 'task_contradicts', values: { count: problems.length, problems: problems.join('; ') } }
  const { enables } = after
  return enables !== null && !(await readEnabled(tx, [enables.id])).some(({ kind }) => kind === enables.kind) ? { code: 'task_enables_nothing', values: { what: enables.kind, id: enables.id } } : undefined
}
