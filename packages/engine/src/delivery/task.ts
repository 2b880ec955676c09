import type { CivilDate } from '../kernel/index.ts'

/** What a piece of work is: a heading over others, work that is planned in detail or not yet, a task, or an event that takes no time. */
export const taskKinds = ['summary', 'work_package', 'planning_package', 'task', 'milestone'] as const
export type TaskKind = (typeof taskKinds)[number]

/** How far work is, as somebody recorded it. */
export const taskStates = ['not_started', 'in_progress', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** Where a task stands: by its WBS code below the task whose code it continues; without a code, below the task that it names. */
export type TaskPlace = { readonly id: string; readonly key: string; readonly kind: TaskKind; readonly wbs: string | null; /** Null where there is a WBS code. */ readonly parentId: string | null }

/** One piece of work of an initiative. `key` is what its source calls it, such as PAY-12 or the UID of a plan. */
export type TaskFacts = TaskPlace & {
  readonly name: string
  readonly owner: string | null
  readonly state: TaskState
  /** Planned. */
  readonly startOn: CivilDate | null
  /** Planned. */
  readonly finishOn: CivilDate | null
  /** Actual; null of what is done where nobody recorded the day. */
  readonly finishedOn: CivilDate | null
  /** Where the source shows it. */
  readonly link: string | null
  /** What comes about by it. */
  readonly enables: { readonly kind: 'benefit' | 'change'; readonly id: string } | null
}

/** Whether work was to be finished by now and is neither done nor cancelled. */
export const isOverdue = ({ state, finishOn }: Pick<TaskFacts, 'state' | 'finishOn'>, today: CivilDate): boolean => finishOn !== null && finishOn < today && (state === 'not_started' || state === 'in_progress')

/** Whether other work may stand below: not below an event, nor below what is not planned in detail yet. */
export const holdsParts = (kind: TaskKind): boolean => kind !== 'milestone' && kind !== 'planning_package'
