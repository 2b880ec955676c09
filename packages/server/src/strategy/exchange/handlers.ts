import type { exchangeRoutes, StrategyExchange, strategyProblems } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { answerSignal } from './acts/answer-signal.ts'
import { acknowledgeStrategy, raiseSignal } from './acts/raise-signal.ts'
import { presentExchange } from './present.ts'
import { readAcknowledgements, readPublished, readSignals } from './store.ts'
import { readUnits } from './units-store.ts'

const read = ({ db, now }: RequestContext, actor: Actor): Promise<StrategyExchange> =>
  withOrg(db, actor, async (tx) => {
    const { versionId, no, strategies, objectives } = await readUnits(tx, actor.orgId)
    return presentExchange({ inForce: { id: versionId, no, strategies }, objectives, published: await readPublished(tx), acknowledgements: await readAcknowledgements(tx), signals: await readSignals(tx), today: now.toISOString().slice(0, 10) })
  })

const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<StrategyExchange, R>> => afterAct(outcome, () => read(context, actor))

/** What goes between the organisation’s strategy and those of its units; each act answers with all of it. */
export const exchangeHandlers: Handlers<typeof exchangeRoutes, keyof typeof strategyProblems> = {
  readExchange: async ({ actor, context }) => ok(await read(context, actor)),
  acknowledgeStrategy: ({ actor, body, context }) => then(acknowledgeStrategy(context.db, actor, body, context.now), context, actor),
  raiseSignal: ({ actor, body, context }) => then(raiseSignal(context.db, actor, body, context.now), context, actor),
  answerSignal: ({ actor, params, body, context }) => then(answerSignal(context.db, actor, params.id, body, context.now), context, actor),
}
