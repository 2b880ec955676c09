import type { Task, TaskList } from '@throughline/contract/delivery'

const none = { not_started: 0, in_progress: 0, done: 0, cancelled: 0 }
const initiative = { id: 'i', name: 'Dublin move' }
export const task = (key: string, change: Partial<Task> = {}): Task => ({ id: key, key, name: `Task ${key}`, initiative, wbs: null, kind: 'task', parent: null, depth: 0, owner: null, state: 'not_started', startOn: null, finishOn: null, finishedOn: null, overdue: false, link: null, enables: null, parts: null, version: 1, ...change })

/** A building, half of it done, with one part late. */
export const fullWork: TaskList = {
  initiative, from: 0, total: 3, may: ['read', 'edit_initiative'], counts: { work: { ...none, in_progress: 1, done: 1, cancelled: 1 }, milestones: { ...none, not_started: 1 }, overdue: 1 },
  tasks: [
    task('DM-1', { name: 'New building', kind: 'summary', wbs: '1', state: 'in_progress', enables: { kind: 'change', id: 'c', name: 'Both teams in one building' }, parts: { ...none, in_progress: 1, done: 1, cancelled: 1 } }),
    task('DM-2', { name: 'Fit it out', wbs: '1.1', depth: 1, parent: { id: 'DM-1', name: 'New building' }, owner: 'Gus Meyer', state: 'in_progress', startOn: '2025-06-16', finishOn: '2025-10-31', overdue: true, link: 'https://jira.example/DM-2' }),
    task('DM-3', { name: 'Keys handed over', kind: 'milestone', finishOn: '2026-12-19' }),
  ],
}
export const noWork: TaskList = { initiative, from: 0, total: 0, may: ['read', 'edit_initiative'], counts: { work: none, milestones: none, overdue: 0 }, tasks: [] }
