import { isOverdue, type TaskFacts, type TaskState } from './task.ts'
import { parentsOf } from './tree.ts'
import type { CivilDate } from '../kernel/index.ts'

/** How many there are of each state. */
export type StateCounts = Readonly<Record<TaskState, number>>
/** Work by state, milestones apart. What has parts is not counted itself: its parts are its work. */
export type WorkCounts = { readonly work: StateCounts; readonly milestones: StateCounts; readonly overdue: number }

type Counted = Pick<TaskFacts, 'id' | 'key' | 'kind' | 'wbs' | 'parentId' | 'state' | 'finishOn'>
const none: StateCounts = { not_started: 0, in_progress: 0, done: 0, cancelled: 0 }

/** Counts of a plan. */
export function countWork(tasks: readonly Counted[], today: CivilDate): WorkCounts {
  const leaves = leavesOf(tasks)
  return { work: byState(leaves.filter(({ kind }) => kind !== 'milestone')), milestones: byState(leaves.filter(({ kind }) => kind === 'milestone')), overdue: leaves.filter((task) => isOverdue(task, today)).length }
}

/** Of each task with parts, its leaves by state, milestones among them, however deep they stand. */
export function countParts(tasks: readonly Counted[]): ReadonlyMap<string, StateCounts> {
  const parents = parentsOf(tasks)
  const counts = new Map<string, StateCounts>()
  for (const { id, state } of leavesOf(tasks))
    for (let above = parents.get(id) ?? null; above !== null; above = parents.get(above) ?? null) {
      const so = counts.get(above) ?? none
      counts.set(above, { ...so, [state]: so[state] + 1 })
    }
  return counts
}

/** Tasks that have no parts. */
export function leavesOf<T extends Pick<TaskFacts, 'id' | 'key' | 'kind' | 'wbs' | 'parentId'>>(tasks: readonly T[]): readonly T[] {
  const whole = new Set(parentsOf(tasks).values())
  return tasks.filter(({ id }) => !whole.has(id))
}

const byState = (tasks: readonly Counted[]): StateCounts => tasks.reduce((counts, { state }) => ({ ...counts, [state]: counts[state] + 1 }), none)
