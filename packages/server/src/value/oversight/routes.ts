import { ok } from '@throughline/engine/kernel'
import type { Attention, Backlog, ObjectiveValue, oversightRoutes, valueProblems } from '@throughline/contract/value'
import { withOrg } from '../../database/index.ts'
import { todayOf, type Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { recordCircumstances } from './acts.ts'
import { presentAttention } from './attention.ts'
import { presentBacklog } from './backlog.ts'
import { presentByObjective } from './by-objective.ts'
import { readMeasureEvents } from './events-store.ts'


// The whole ledger is read for each, once after each act and each day: until then it is asked for as it was kept.
export const oversightHandlers: Handlers<typeof oversightRoutes, keyof typeof valueProblems> = {
  readBacklog: ({ actor, context }) => rolledUp<Backlog, never>(context.db, actor, { kind: 'value-backlog', asked: [todayOf(context), actor.accountId] }, async ({ tx }) => ok(await presentBacklog(tx, actor.accountId, todayOf(context)))),
  readAttention: ({ actor, context }) => rolledUp<Attention, never>(context.db, actor, { kind: 'value-attention', asked: todayOf(context) }, async ({ tx }) => ok(await presentAttention(tx, todayOf(context)))),
  readObjectiveValue: ({ actor, context, query }) => rolledUp<ObjectiveValue[], never>(context.db, actor, { kind: 'value-by-objective', asked: query.objectiveId ?? null }, async ({ tx }) => ok(await presentByObjective(tx, query.objectiveId))),
  readMeasureEvents: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => readMeasureEvents(tx, query.measureId, todayOf(context)))),
  recordCircumstances: ({ actor, context, body }) => recordCircumstances(context.db, actor, body),
}
