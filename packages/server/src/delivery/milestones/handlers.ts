import type { deliveryProblems, milestoneRoutes, MilestoneMonitor } from '@throughline/contract/delivery'
import { ok } from '@throughline/engine/kernel'
import { todayOf, type Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { addMilestone, changeMilestone, removeMilestone } from './acts/milestones.ts'
import { presentMilestones } from './present.ts'


export const milestoneHandlers: Handlers<typeof milestoneRoutes, keyof typeof deliveryProblems> = {
  // Published ends of everything are read for it, once after each act and day: until then it is asked for as it was kept.
  readMilestones: ({ actor, context, query }) => rolledUp<MilestoneMonitor, never>(context.db, actor, { kind: 'delivery-milestones', asked: [todayOf(context), query.objectiveId ?? null, query.initiativeId ?? null, query.seed ?? null] }, async ({ tx }) => ok(await presentMilestones(tx, query, todayOf(context)))),
  addMilestone: ({ actor, context, body }) => addMilestone(context.db, actor, body, todayOf(context)),
  changeMilestone: ({ actor, context, params, body }) => changeMilestone(context.db, actor, params.id, body, todayOf(context)),
  removeMilestone: ({ actor, context, params }) => removeMilestone(context.db, actor, params.id),
}
