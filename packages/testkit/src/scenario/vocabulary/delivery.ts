import { deliveryRoutes, type NewTask, type Task, type TaskList } from '@throughline/contract/delivery'
import { strategyRoutes, type GapThing } from '@throughline/contract/strategy'
import { checkSame, checkTable, theOne, words } from '../check.ts'
import type { Row } from '../parse.ts'
import { checks, does, type Sentence } from '../sentence.ts'
import { act, present, type World } from '../world.ts'
import { findInitiative, nobodysId } from './find.ts'

/** Sentences about the work of initiatives: tasks by their keys. */
export const deliverySentences: readonly Sentence[] = [
  does('{person} records the work of {text}', async ({ world, table }, person, initiative) => {
    const { id } = await findInitiative(world, initiative)
    for (const row of present(table, 'table of tasks')) {
      await act(world, person, deliveryRoutes.addTask, { params: { id }, body: { ...(row['key'] ? { key: row['key'] } : {}), name: row['name'] ?? row['key'] ?? '', ...partsIn(row), ...(row['parent'] ? { parentId: (await findTask(world, initiative, row['parent'])).id } : {}) } })
      if ((world.answer?.status ?? 0) >= 300) return
    }
  }),
  does('{person} records work of {text} that enables a benefit that is not there', async ({ world }, person, initiative) =>
    act(world, person, deliveryRoutes.addTask, { params: { id: (await findInitiative(world, initiative)).id }, body: { name: 'Work', enables: { kind: 'benefit', id: nobodysId } } })),
  does('{person} withdraws the task {text} of {text}', async ({ world }, person, key, initiative) => act(world, person, deliveryRoutes.withdrawTask, { params: { id: (await findTask(world, initiative, key)).id } })),
  does('{person} loads the work of {text}', async ({ world, table }, person, initiative) => {
    const { id } = await findInitiative(world, initiative)
    const versions = new Map((await readWork(world, initiative)).tasks.map(({ key, version }) => [key, version]))
    const rows = present(table, 'table of lines').map((row, at) => ({ line: at + 2, key: row['key'] ?? '', version: versions.get(row['key'] ?? '') ?? null, ...(row['name'] ? { name: row['name'] } : {}), ...partsIn(row), ...(row['parent'] ? { parent: row['parent'] } : {}) }))
    await act(world, person, deliveryRoutes.keepTaskList, { params: { id }, body: { rows } })
  }),

  checks('the work of {text} reads', async ({ world, table }, initiative) => checkTable('tasks', table, (await readWork(world, initiative)).tasks, taskColumns)),
  checks('{count} of {count} pieces of work of {text} are done', async ({ world }, done, of, initiative) => {
    const { work } = (await readWork(world, initiative)).counts
    checkSame(`work of ${initiative} that is done, and all of it`, [work.done, work.not_started + work.in_progress + work.done], [done, of])
  }),
  checks('the task {text} of {text} leads up to {names}', async ({ world }, key, initiative, objectives) => {
    const { id } = await findTask(world, initiative, key)
    const { columns } = await world.home.viewer.read(strategyRoutes.readSight, { query: { kind: 'task', id } })
    checkSame(`objectives of ${key}`, columns.find(({ column }) => column === 'objectives')?.things.map(({ name }) => name).sort(), [...objectives].sort())
  }),
  checks('the work that serves no objective reads', async ({ world, table }) => {
    const { gaps } = await world.home.viewer.read(strategyRoutes.readSightLines, {})
    checkTable('initiatives', table, present(gaps.find(({ code }) => code === 'initiative_serves_nothing'), 'gap').things, { initiative: words<GapThing>(({ name }) => name), tasks: words<GapThing>(({ tasks }) => String(tasks?.count ?? 0)), first: words<GapThing>(({ tasks }) => tasks?.first[0]?.name ?? '') })
  }),
]

const taskColumns = {
  key: words<Task>(({ key }) => key), name: words<Task>(({ name }) => name), kind: words<Task>(({ kind }) => kind.replace('_', ' ')), state: words<Task>(({ state }) => state.replace('_', ' ')), parent: words<Task>(({ parent }) => parent?.name ?? 'none'),
  finished: words<Task>(({ finishedOn }) => finishedOn ?? 'not recorded'), overdue: words<Task>(({ overdue }) => (overdue ? 'yes' : 'no')),
}

/** What a row says of a task beyond its key, its name and its parent. */
function partsIn(row: Row): Omit<NewTask, 'key' | 'name' | 'parentId' | 'enables'> {
  const word = (column: string): { readonly [name: string]: string } => (row[column] ? { [column]: row[column].replaceAll(' ', '_') } : {})
  return { ...word('kind'), ...word('state'), ...(row['wbs'] ? { wbs: row['wbs'] } : {}), ...(row['start'] ? { startOn: row['start'] } : {}), ...(row['finish'] ? { finishOn: row['finish'] } : {}), ...(row['finished'] ? { finishedOn: row['finished'] } : {}) }
}

const readWork = async (world: World, initiative: string): Promise<TaskList> => world.home.viewer.read(deliveryRoutes.listTasks, { params: { id: (await findInitiative(world, initiative)).id } })
const findTask = async (world: World, initiative: string, key: string): Promise<Task> => theOne('task', (await readWork(world, initiative)).tasks, (task) => task.key, key)
