import type { Task, TasksAsked } from '@throughline/contract/delivery'

export const kindWords: Readonly<Record<Task['kind'], string>> = { summary: 'Summary', work_package: 'Work package', planning_package: 'Planning package', task: 'Task', milestone: 'Milestone' }
export const stateWords: Readonly<Record<Task['state'], string>> = { not_started: 'Not started', in_progress: 'In progress', done: 'Done', cancelled: 'Cancelled' }

/** What the list is narrowed down to. */
export type WorkFilter = Pick<TasksAsked, 'state' | 'kind'> & { readonly search: string; readonly overdue: boolean }
export const everything: WorkFilter = { search: '', overdue: false }

export const workWords = {
  title: 'Work',
  what: 'the work of the initiative',
  emptyTitle: 'No work is recorded yet',
  emptyWhy: 'Tasks and milestones from where the work is kept, so that each can be followed up to the objective it is for.',
  none: 'Nothing is like that.',
  overdue: 'Overdue',
  keys: 'Arrow keys go through the rows, Enter opens.',
} as const
