import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import type { DrawnAct, Drawing, Writers } from './kinds.ts'

/** The work of initiatives: recorded, and done wherever some is found. */
export const workActs = ({ owner, editor }: Writers, { one, on, row, word }: Drawing): Readonly<Record<string, DrawnAct>> => ({
  'record work': async () => on(row(), ({ id }) => editor.call(deliveryRoutes.addTask, { params: { id }, body: { name: word(), finishOn: '2026-05-31' } })),
  'get work done': async () => {
    for (const { id } of (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows) {
      const task = one((await owner.read(deliveryRoutes.listTasks, { params: { id } })).tasks)
      if (task) return editor.call(deliveryRoutes.changeTask, { params: { id: task.id }, body: { version: task.version, state: 'done' } })
    }
    return undefined
  },
})
