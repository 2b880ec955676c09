import { deliveryRoutes } from '@throughline/contract/delivery'
import { demandRoutes } from '@throughline/contract/demand'
import { strategyRoutes } from '@throughline/contract/strategy'
import type { DrawnAct, Writers } from './kinds.ts'

/** Strategic milestones: one that depends on an initiative, changed, and taken away. */
export const milestoneActs = ({ owner, editor }: Writers): Readonly<Record<string, DrawnAct>> => {
  const last = async () => (await owner.read(deliveryRoutes.readMilestones, { query: {} })).milestones.at(-1)
  return {
    'add a strategic milestone': async () => {
      const [[objective], [initiative]] = [(await owner.read(strategyRoutes.readStrategy, {})).objectives, (await owner.read(demandRoutes.listInitiatives, { query: {} })).rows]
      const range = { earliestOn: '2030-01-01', likelyOn: '2030-06-30', latestOn: '2031-12-31' }
      return objective && editor.call(deliveryRoutes.addMilestone, { body: { objectiveId: objective.id, name: crypto.randomUUID(), wantedOn: '2030-12-31', contributors: initiative ? [{ initiativeId: initiative.id, role: 'required', range }] : [] } })
    },
    'change a strategic milestone': async () => {
      const one = await last()
      return one && editor.call(deliveryRoutes.changeMilestone, { params: { id: one.id }, body: { version: one.version, reachedOn: '2024-01-31', note: crypto.randomUUID() } })
    },
    'remove a strategic milestone': async () => {
      const one = await last()
      return one && editor.call(deliveryRoutes.removeMilestone, { params: { id: one.id }, query: { version: one.version } })
    },
  }
}
