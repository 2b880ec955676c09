import { Type } from 'typebox'
import { Empty, IdParams, route, Seen, ShortText } from '../wire/index.ts'
import { TaskPreview, TaskRows, TasksExport, TasksKept } from './list-schemas.ts'
import { milestoneRoutes } from './milestones.ts'
import { riskRoutes } from './risks.ts'
import { reuseRoutes } from './reuse.ts'
import { Enabled, NewTask, Task, TaskChange, TaskList, TasksAsked } from './schemas.ts'

const initiative = [{ kind: 'initiative', at: 'params.id' }] as const
const task = [{ kind: 'task', at: 'params.id' }] as const
const wrong = ['task_key_taken', 'task_contradicts', 'task_enables_nothing'] as const

/** The work of initiatives: tasks and milestones, with what they enable; and strategic milestones, which depend on initiatives. */
export const deliveryRoutes = {
  listTasks: route({ method: 'GET', path: '/api/delivery/initiatives/:id/tasks', summary: 'The work of an initiative by page, each task above its parts, with counts by state', access: 'read', params: IdParams, query: TasksAsked, reply: TaskList }),
  exportTasks: route({ method: 'GET', path: '/api/delivery/initiatives/:id/tasks-export', summary: 'The work of an initiative as CSV or XLSX, in columns that a list is read from', access: 'read', params: IdParams, query: TasksExport, reply: 'bytes' }),
  readTask: route({ method: 'GET', path: '/api/delivery/tasks/:id', summary: 'One task or milestone', access: 'read', params: IdParams, reply: Task }),
  listEnabled: route({ method: 'GET', path: '/api/delivery/enabled', summary: 'Benefits and changes that work may enable', access: 'read', reply: Type.Array(Enabled) }),
  addTask: route({ method: 'POST', path: '/api/delivery/initiatives/:id/tasks', summary: 'Add a task or a milestone to an initiative', access: 'edit_initiative', on: initiative, params: IdParams, body: NewTask, reply: Task, status: 201, refusals: wrong }),
  changeTask: route({ method: 'PATCH', path: '/api/delivery/tasks/:id', summary: 'Change a task; its initiative stays', access: 'edit_initiative', on: task, params: IdParams, body: TaskChange, reply: Task, refusals: wrong }),
  withdrawTask: route({ method: 'DELETE', path: '/api/delivery/tasks/:id', summary: 'Withdraw a task below which nothing stands; its history is kept', access: 'edit_initiative', on: task, params: IdParams, query: Seen, seen: 'task', reply: Empty, status: 204, refusals: ['task_has_parts'] }),
  previewTaskList: route({ method: 'POST', path: '/api/delivery/initiatives/:id/task-list-previews', summary: 'Read a CSV or XLSX list of work and show what it would add and change; nothing is written', access: 'edit_initiative', on: initiative, params: IdParams, query: Type.Object({ fileName: Type.Optional(ShortText(200)) }), body: 'bytes', reply: TaskPreview }),
  keepTaskList: route({ method: 'POST', path: '/api/delivery/initiatives/:id/task-lists', summary: 'Add and change many tasks in one act, by their keys; lines that cannot be taken are named', access: 'edit_initiative', on: initiative, params: IdParams, body: TaskRows, reply: TasksKept, refusals: ['tasks_unchanged'] }),
  ...milestoneRoutes,
  ...riskRoutes,
  ...reuseRoutes,
} as const
