import type { AlignmentOutcome, outcomeRoutes, strategyProblems } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { judgeOutcome, judgeOutcomes } from './acts/judge-outcome.ts'
import { readStrategyHistory } from './history-store.ts'
import { presentOutcome } from './present.ts'
import { previewJudgements } from './preview.ts'
import { readOutcomes } from './store.ts'

/** Whether aligned initiatives met their intent more often; each act answers with all of it. */
export function outcomeHandlers(source: InitiativeSource): Handlers<typeof outcomeRoutes, keyof typeof strategyProblems> {
  const read = ({ db }: RequestContext, actor: Actor, claim?: number): Promise<AlignmentOutcome> =>
    withOrg(db, actor, async (tx) => {
      const all = await source.readInitiatives(tx)
      const closed = all.filter(({ state }) => state === 'closed')
      const ids = closed.map(({ id }) => id)
      return presentOutcome({ closed, stopped: all.filter(({ state }) => state === 'stopped').length, outcomes: await readOutcomes(tx), states: await source.readRecordedStates(tx, ids), history: await readStrategyHistory(tx, ids) }, claim)
    })
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<AlignmentOutcome, R>> => afterAct(outcome, () => read(context, actor))
  return {
    readOutcome: async ({ actor, query, context }) => ok(await read(context, actor, query.claim)),
    judgeOutcome: ({ actor, params, body, context }) => then(judgeOutcome(context.db, actor, params.id, body, context.now, source), context, actor),
    judgeOutcomes: ({ actor, body, context }) => then(judgeOutcomes(context.db, actor, body, context.now, source), context, actor),
    previewJudgements: ({ actor, query, body, context }) =>
      withOrg(context.db, actor, async (tx) => ok(await previewJudgements(body, query.fileName ?? 'verdicts', { closed: (await source.readInitiatives(tx)).filter(({ state }) => state === 'closed'), outcomes: await readOutcomes(tx) }))),
  }
}
