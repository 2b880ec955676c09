import { basename } from 'node:path'
import { deliveryRoutes, type Task, type TaskIssue, type TaskList, type TaskPreview, type TasksAsked } from '@throughline/contract/delivery'
import { taskKinds, taskStates } from '@throughline/engine/delivery'
import { findInitiative } from '../demand/index.ts'
import type { Caller } from '../terminal/call.ts'
import { countOf, UsageError, wordAt, type Command, type Option, type Typed } from '../terminal/command.ts'
import { milestoneCommands } from './milestones.ts'
import { riskCommands } from './risks.ts'
import { reuseCommands } from './reuse.ts'
import { oneOf } from '../terminal/pick.ts'
import { tableLines } from '../terminal/print.ts'

const said = (word: string): string => word.replace('_', ' ')

/** One of a few words, written with spaces or underscores. */
function choice<T extends string>(typed: Typed, option: string, among: readonly T[]): T | undefined {
  const text = typed.one(option)
  if (text === undefined) return undefined
  const found = among.find((one) => one === text.toLowerCase().replaceAll(/[ -]/g, '_'))
  if (!found) throw new UsageError(`Found --${option} ${text}; expected ${among.map(said).join(', ')}.`)
  return found
}

const list: Command = {
  name: 'delivery tasks',
  usage: '<initiative>',
  summary: 'The work of an initiative: each task above its parts, with counts by state',
  options: {
    search: { about: 'Only with these words in key, name, WBS code or owner', takes: 'words' }, state: { about: `Only ${taskStates.map(said).join(', ')}`, takes: 'state' }, kind: { about: `Only ${taskKinds.map(said).join(', ')}`, takes: 'kind' },
    overdue: { about: 'Only what was to be finished by now and is not' }, from: { about: 'How many to pass over', takes: 'count' }, limit: { about: 'How many at most; 100 unless said', takes: 'count' },
  },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const [search, state, kind, from, limit] = [typed.one('search'), choice(typed, 'state', taskStates), choice(typed, 'kind', taskKinds), countOf(typed, 'from'), countOf(typed, 'limit')]
    const query: TasksAsked = { ...(search ? { search } : {}), ...(state ? { state } : {}), ...(kind ? { kind } : {}), ...(typed.on('overdue') ? { overdue: true } : {}), ...(from === undefined ? {} : { from }), ...(limit === undefined ? {} : { limit }) }
    const work = await call(deliveryRoutes.listTasks, { params: { id }, query })
    print.answer(work, () => workLines(work))
  },
}

function workLines({ tasks, total, from, counts }: TaskList): readonly string[] {
  const { work, milestones, overdue } = counts
  const open = ({ not_started, in_progress }: typeof work): number => not_started + in_progress
  const summary = `Work: ${work.done} done, ${work.in_progress} in progress, ${work.not_started} not started, ${work.cancelled} cancelled. Milestones: ${milestones.done} reached, ${open(milestones)} to come. Overdue: ${overdue}.`
  if (total === 0) return [open(work) + work.done + open(milestones) + milestones.done === 0 ? 'No work is recorded yet; `throughline delivery add-task` adds some, `throughline delivery load-tasks` reads a list.' : 'Nothing is like that.', summary]
  return [
    ...tableLines(tasks, [
      { head: 'Key', of: ({ key }: Task) => key, widest: 24 }, { head: 'WBS', of: ({ wbs }: Task) => wbs ?? '–' }, { head: 'Name', of: ({ name, depth }: Task) => `${'  '.repeat(Math.min(depth, 8))}${name}`, widest: 50 }, { head: 'Kind', of: ({ kind }: Task) => said(kind) },
      { head: 'State', of: ({ state, overdue: late }: Task) => `${said(state)}${late ? ', overdue' : ''}` }, { head: 'Owner', of: ({ owner }: Task) => owner ?? '–', widest: 20 }, { head: 'Start', of: ({ startOn }: Task) => startOn ?? '–' }, { head: 'Finish', of: ({ finishOn }: Task) => finishOn ?? '–' },
      { head: 'Finished', of: ({ finishedOn }: Task) => finishedOn ?? '–' }, { head: 'Enables', of: ({ enables }: Task) => enables?.name ?? '–', widest: 30 },
    ]),
    ...(tasks.length < total ? [`${from + 1} to ${from + tasks.length} of ${total}.`] : []), summary,
  ]
}

const parts: Readonly<Record<string, Option>> = {
  wbs: { about: 'WBS code such as 1.2.3, which says what it stands below; none takes it away', takes: 'code' }, parent: { about: 'What it stands below, where it has no code; none for the top', takes: 'key' }, kind: { about: taskKinds.map(said).join(', '), takes: 'kind' },
  owner: { about: 'Who has it; none for nobody', takes: 'name' }, state: { about: taskStates.map(said).join(', '), takes: 'state' }, start: { about: 'Planned start', takes: 'date' }, finish: { about: 'Planned finish', takes: 'date' }, finished: { about: 'Actual finish', takes: 'date' },
  link: { about: 'Where its source shows it', takes: 'https address' }, enables: { about: 'The benefit or change that comes about by it; none takes it back', takes: 'name' },
}

/** What was said of a task; `none` takes back. */
async function partsIn(typed: Typed, call: Caller, tasks: readonly Task[]) {
  const word = (option: string): string | null | undefined => (typed.one(option) === 'none' ? null : typed.one(option))
  const given = <K extends string, V>(name: K, value: V | undefined): { readonly [Key in K]?: V } => (value === undefined ? {} : ({ [name]: value } as { readonly [Key in K]?: V }))
  const [parent, enables, kind, state] = [word('parent'), word('enables'), choice(typed, 'kind', taskKinds), choice(typed, 'state', taskStates)]
  const enabled = typeof enables === 'string' ? oneOf('benefit or change', await call(deliveryRoutes.listEnabled, {}), enables, ({ name }) => [name]) : enables
  return {
    ...given('wbs', word('wbs')), ...given('parentId', typeof parent === 'string' ? oneOf('task', tasks, parent, ({ key, name }) => [key, name]).id : parent), ...given('kind', kind), ...given('owner', word('owner')), ...given('state', state),
    ...given('startOn', word('start')), ...given('finishOn', word('finish')), ...given('finishedOn', word('finished')), ...given('link', word('link')), ...given('enables', enabled ? { kind: enabled.kind, id: enabled.id } : enabled),
  }
}

/** All the work of an initiative, page by page. */
async function allTasks(call: Caller, id: string): Promise<readonly Task[]> {
  const found: Task[] = []
  for (;;) {
    const { tasks, total } = await call(deliveryRoutes.listTasks, { params: { id }, query: { from: found.length, limit: 500 } })
    found.push(...tasks)
    if (tasks.length === 0 || found.length >= total) return found
  }
}

/** A task of an initiative by its key, its name or its id, with all the others. */
export async function findTaskOf(call: Caller, initiativeId: string, asked: string): Promise<{ readonly task: Task; readonly tasks: readonly Task[] }> {
  const tasks = await allTasks(call, initiativeId)
  return { tasks, task: oneOf('task', tasks, asked, ({ key, name }) => [key, name]) }
}
const findTask = async (call: Caller, typed: Typed) => findTaskOf(call, (await findInitiative(call, wordAt(typed, 0, 'initiative'))).id, wordAt(typed, 1, 'task'))

const add: Command = {
  name: 'delivery add-task',
  usage: '<initiative> <name>',
  summary: 'Add a task or a milestone to an initiative',
  options: { key: { about: 'What its source calls it; the next free one unless said', takes: 'key' }, ...parts },
  run: async (typed, { call, print }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const key = typed.one('key')
    const tasks = typed.one('parent') === undefined ? [] : await allTasks(call, id)
    const task = await call(deliveryRoutes.addTask, { params: { id }, body: { name: wordAt(typed, 1, 'name'), ...(key ? { key } : {}), ...(await partsIn(typed, call, tasks)) } })
    print.answer(task, () => [`Added ${task.key} ${task.name} (${task.id}).`])
  },
}

const change: Command = {
  name: 'delivery change-task',
  usage: '<initiative> <task>',
  summary: 'Change what is said of a task, by its key',
  options: { key: { about: 'Another key', takes: 'key' }, name: { about: 'Another name', takes: 'name' }, ...parts },
  run: async (typed, { call, print }) => {
    const { task, tasks } = await findTask(call, typed)
    const [key, name] = [typed.one('key'), typed.one('name')]
    const after = await call(deliveryRoutes.changeTask, { params: { id: task.id }, body: { version: task.version, ...(key ? { key } : {}), ...(name ? { name } : {}), ...(await partsIn(typed, call, tasks)) } })
    print.answer(after, () => [`${after.key} ${after.name}: ${said(after.state)}${after.overdue ? ', overdue' : ''}.`])
  },
}

const withdraw: Command = {
  name: 'delivery withdraw-task',
  usage: '<initiative> <task>',
  summary: 'Withdraw a task below which nothing stands; its history is kept',
  run: async (typed, { call, print }) => {
    const { task } = await findTask(call, typed)
    await call(deliveryRoutes.withdrawTask, { params: { id: task.id }, query: { version: task.version } })
    print.answer({ id: task.id }, () => [`Withdrew ${task.key} ${task.name}.`])
  },
}

const load: Command = {
  name: 'delivery load-tasks',
  usage: '<initiative> <file>',
  summary: 'Add and change the tasks of a CSV or XLSX list by their keys; lines that cannot be taken are named',
  options: { preview: { about: 'Say what the list would add and change, and write nothing' } },
  run: async (typed, { call, print, readFile }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const path = wordAt(typed, 1, 'file')
    const preview = await call(deliveryRoutes.previewTaskList, { params: { id }, query: { fileName: basename(path) }, body: await readFile(path) })
    if (typed.on('preview')) return print.answer(preview, () => [`${preview.recognised}: adds ${preview.added}, changes ${preview.changed}, leaves ${preview.same} as they are.`, ...unreadLines(preview), ...issueLines(preview.issues)])
    if (preview.rows.length === 0) throw new UsageError(issueLines(preview.issues).join(' ') || 'The file has no lines.')
    const kept = await call(deliveryRoutes.keepTaskList, { params: { id }, body: { rows: preview.rows } })
    // What could not be read never came to be kept; what could not be kept is told by the act.
    const sent = new Set(preview.rows.map(({ line }) => line))
    const issues = [...preview.issues.filter(({ line }) => line === null || !sent.has(line)), ...kept.issues]
    print.answer({ ...kept, issues }, () => [`Added ${kept.added}, changed ${kept.changed}, left ${kept.same} as they are.`, ...issueLines(issues)])
  },
}

const unreadLines = ({ fields }: TaskPreview): readonly string[] => {
  const unread = fields.flatMap(({ heading, field }) => (field === null ? [heading] : []))
  return unread.length === 0 ? [] : [`Not read: ${unread.join(', ')}.`]
}
const issueLines = (issues: readonly TaskIssue[]): readonly string[] => issues.map(({ line, found, expected }) => `${line === null ? 'The file' : `Line ${line}`}: found ${found}; expected ${expected}.`)

const save: Command = {
  name: 'delivery export-tasks',
  usage: '<initiative> <file>',
  summary: 'Write the work of an initiative to a file that can be read back',
  run: async (typed, { call, print, writeFile }) => {
    const { id } = await findInitiative(call, wordAt(typed, 0, 'initiative'))
    const path = wordAt(typed, 1, 'file')
    const format = path.endsWith('.xlsx') ? 'xlsx' : path.endsWith('.csv') ? 'csv' : undefined
    if (!format) throw new UsageError(`Found file ${path}; expected a name that ends in .csv or .xlsx.`)
    const bytes = await call(deliveryRoutes.exportTasks, { params: { id }, query: { format } })
    await writeFile(path, bytes)
    print.answer({ path, bytes: bytes.length }, () => [`Wrote ${path} (${bytes.length} bytes).`])
  },
}

export const deliveryCommands: readonly Command[] = [list, add, change, withdraw, load, save, ...milestoneCommands, ...riskCommands, ...reuseCommands]
