import type { deliveryProblems, deliveryRoutes, Task } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Tx } from '../database/index.ts'
import { readInitiative } from '../demand/index.ts'
import { todayOf, type Actor, type Handlers, type RequestContext } from '../http/index.ts'
import { allowedIn, readOrganisation } from '../people/index.ts'
import { keepTaskList } from './acts/keep-list.ts'
import { addTask, changeTask, withdrawTask } from './acts/keep-tasks.ts'
import type { EnabledSource } from './enabled-source.ts'
import { exportWork } from './export.ts'
import { milestoneHandlers } from './milestones/index.ts'
import { riskHandlers } from './risks/index.ts'
import { presentPage, presentTasks, type Shown } from './present.ts'
import { previewTasks } from './preview.ts'
import { shownAfter } from './shown-after.ts'
import { reuseHandlers, type ReuseSources } from './reuse/index.ts'
import { readTask, readTasksOf, type TaskRecord } from './store.ts'

type NotFound = Refusal<'not_found'>
const notThere = (what: string, id: string) => refuse({ code: 'not_found' as const, values: { what, id } })

export const deliveryHandlers = (readEnabled: EnabledSource, sources: ReuseSources): Handlers<typeof deliveryRoutes, keyof typeof deliveryProblems> => {
  /** The work of an initiative, with what it is shown with. */
  const workOf = async (tx: Tx, context: RequestContext, id: string): Promise<Result<{ readonly records: readonly TaskRecord[]; readonly shown: Shown; readonly unitId: string | null }, NotFound>> => {
    const facts = await readInitiative(tx, id)
    if (!facts) return notThere('initiative', id)
    const records = await readTasksOf(tx, id)
    const enabled = await readEnabled(tx, records.flatMap(({ enables_id }) => enables_id ?? []))
    return ok({ records, shown: { initiative: { id, name: facts.name }, enabled, today: todayOf(context) }, unitId: facts.unitId })
  }
  const taskOf = (context: RequestContext, actor: Actor, id: string): Promise<Result<Task, NotFound>> =>
    withOrg(context.db, actor, async (tx) => {
      const record = await readTask(tx, id)
      const work = record && (await workOf(tx, context, record.initiative_id))
      const task = work?.ok ? presentTasks(work.value.records, work.value.shown).find((one) => one.id === id) : undefined
      return task ? ok(task) : notThere('task', id)
    })
  return {
    ...milestoneHandlers,
    ...riskHandlers,
    ...reuseHandlers(sources),
    listTasks: ({ actor, context, params, query }) =>
      withOrg(context.db, actor, async (tx) => {
        const work = await workOf(tx, context, params.id)
        if (!work.ok) return work
        const { records, shown, unitId } = work.value
        return ok({ ...presentPage(records, shown, query), may: [...allowedIn(actor, { initiativeId: params.id, unitId })] })
      }),
    exportTasks: async ({ actor, context, params, query: { format = 'csv' } }) => {
      const read = await withOrg(context.db, actor, async (tx) => ({ work: await workOf(tx, context, params.id), organisation: (await readOrganisation(tx)).name }))
      if (!read.work.ok) return read.work
      const { records, shown } = read.work.value
      return ok(await exportWork(presentTasks(records, shown), { initiative: shown.initiative.name, organisation: read.organisation, format, now: context.now }))
    },
    readTask: ({ actor, context, params }) => taskOf(context, actor, params.id),
    listEnabled: async ({ actor, context }) => ok([...(await withOrg(context.db, actor, (tx) => readEnabled(tx)))]),
    addTask: async ({ actor, context, params, body }) => shownAfter(await addTask(context.db, actor, readEnabled, { initiativeId: params.id, given: body, today: todayOf(context) }), (id) => taskOf(context, actor, id)),
    changeTask: async ({ actor, context, params, body }) => shownAfter(await changeTask(context.db, actor, readEnabled, { id: params.id, given: body, today: todayOf(context) }), (id) => taskOf(context, actor, id)),
    withdrawTask: ({ actor, context, params }) => withdrawTask(context.db, actor, readEnabled, { id: params.id, now: context.now }),
    previewTaskList: async ({ actor, context, params, query, body }) => {
      const read = await withOrg(context.db, actor, async (tx) => ((await readInitiative(tx, params.id)) ? { standing: await readTasksOf(tx, params.id), enabled: await readEnabled(tx) } : undefined))
      return read ? ok(await previewTasks({ bytes: body, fileName: query.fileName ?? 'work', ...read, today: todayOf(context) })) : notThere('initiative', params.id)
    },
    keepTaskList: ({ actor, context, params, body }) => keepTaskList(context.db, actor, readEnabled, { initiativeId: params.id, rows: body.rows, today: todayOf(context) }),
  }
}
