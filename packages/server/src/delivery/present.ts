import type { Enabled, Task, TaskList, TasksAsked } from '@throughline/contract/delivery'
import { countParts, countWork, inTreeOrder, isOverdue } from '@throughline/engine/delivery'
import { factsOf, type TaskRecord } from './store.ts'

/** What the work of an initiative is shown with. */
export type Shown = { readonly initiative: { readonly id: string; readonly name: string }; readonly enabled: readonly Enabled[]; readonly today: string }

/** All the work of an initiative in the order of its plan, as it travels. */
export function presentTasks(records: readonly TaskRecord[], { initiative, enabled, today }: Shown): readonly Task[] {
  const tasks = records.map(factsOf)
  const [versions, names] = [new Map(records.map(({ id, version }) => [id, version])), new Map(records.map(({ id, name }) => [id, name]))]
  const [parts, things] = [countParts(tasks), new Map(enabled.map((one) => [one.id, one]))]
  return inTreeOrder(tasks).map(({ task, depth, parentId }): Task => {
    const { id, key, name, wbs, kind, owner, state, startOn, finishOn, finishedOn, link, enables } = task
    const counted = parts.get(id)
    return {
      id, key, name, initiative, wbs, kind, parent: parentId === null ? null : { id: parentId, name: names.get(parentId) ?? '' }, depth, owner, state, startOn, finishOn, finishedOn, overdue: isOverdue(task, today), link,
      // What was enabled and is gone since is not shown; the task keeps what was said.
      enables: enables === null ? null : (things.get(enables.id) ?? null), parts: counted ? { ...counted } : null, version: versions.get(id) ?? 1,
    }
  })
}

/** Tasks of a page where nobody said how many. */
const usualPage = 100

/** A page of the work that was asked for, with counts of all of it. */
export function presentPage(records: readonly TaskRecord[], shown: Shown, { search, state, kind, overdue, from = 0, limit = usualPage }: TasksAsked): Omit<TaskList, 'may'> {
  const words = search?.trim().toLowerCase() ?? ''
  const found = presentTasks(records, shown).filter((task) =>
    (state === undefined || task.state === state) && (kind === undefined || task.kind === kind) && (!overdue || task.overdue) && (words === '' || [task.key, task.name, task.wbs ?? '', task.owner ?? ''].some((text) => text.toLowerCase().includes(words))))
  const { work, milestones, overdue: late } = countWork(records.map(factsOf), shown.today)
  return { initiative: shown.initiative, tasks: found.slice(from, from + limit), from, total: found.length, counts: { work: { ...work }, milestones: { ...milestones }, overdue: late } }
}
