import type { HorizonScan, horizonRoutes, strategyProblems } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { addAssumption, changeAssumption, reviewAssumption } from './acts/assumptions.ts'
import { addChangeSignal, changeChangeSignal, linkChangeSignal, triageChangeSignal } from './acts/signals.ts'
import { addWatchItem, changeWatchItem, removeWatchItem } from './acts/watch.ts'
import { presentHorizon } from './present.ts'

const read = (context: RequestContext, actor: Actor): Promise<HorizonScan> => withOrg(context.db, actor, (tx) => presentHorizon(tx, todayOf(context)))
const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<HorizonScan, R>> => afterAct(outcome, () => read(context, actor))

/** Horizon scanning; each act answers with all of it. */
export const horizonHandlers: Handlers<typeof horizonRoutes, keyof typeof strategyProblems> = {
  readHorizon: async ({ actor, context }) => ok(await read(context, actor)),
  addChangeSignal: ({ actor, body, context }) => then(addChangeSignal(context.db, actor, body, todayOf(context)), context, actor),
  changeChangeSignal: ({ actor, params, body, context }) => then(changeChangeSignal(context.db, actor, params.id, body, todayOf(context)), context, actor),
  triageChangeSignal: ({ actor, params, body, context }) => then(triageChangeSignal(context.db, actor, params.id, body, todayOf(context)), context, actor),
  linkChangeSignal: ({ actor, params, body, context }) => then(linkChangeSignal(context.db, actor, params.id, body, todayOf(context)), context, actor),
  addAssumption: ({ actor, body, context }) => then(addAssumption(context.db, actor, body, todayOf(context)), context, actor),
  changeAssumption: ({ actor, params, body, context }) => then(changeAssumption(context.db, actor, params.id, body, todayOf(context)), context, actor),
  reviewAssumption: ({ actor, params, body, context }) => then(reviewAssumption(context.db, actor, params.id, body, todayOf(context)), context, actor),
  addWatchItem: ({ actor, body, context }) => then(addWatchItem(context.db, actor, body, todayOf(context)), context, actor),
  changeWatchItem: ({ actor, params, body, context }) => then(changeWatchItem(context.db, actor, params.id, body, todayOf(context)), context, actor),
  removeWatchItem: ({ actor, params, context }) => then(removeWatchItem(context.db, actor, params.id), context, actor),
}
