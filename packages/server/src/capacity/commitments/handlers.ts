import type { capacityProblems, commitmentRoutes, Commitments, Start } from '@throughline/contract/capacity'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import { afterAct, todayOf, type Actor, type Handlers, type RequestContext } from '../../http/index.ts'
import { answerFunding, askForFunds, withdrawFunding } from './acts/commit-funds.ts'
import { answerStaffing, askForPeople, endStaffing } from './acts/commit-people.ts'
import { allowStart, endStartException, setCrew, setStartGate } from './acts/gate-starts.ts'
import { addEnvelope, changeEnvelope, removeEnvelope } from './acts/keep-envelope.ts'
import { releaseFunds, transferFunds } from './acts/move-funds.ts'
import { commitmentFile } from './export.ts'
import { commitmentFileOf, commitmentsOf, startOf, startsOf } from './read.ts'

const all = (context: RequestContext, actor: Actor, from = todayOf(context)): Promise<Commitments> => withOrg(context.db, actor, (tx) => commitmentsOf(tx, actor, { from, today: todayOf(context) }))
const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => all(context, actor))

async function start(context: RequestContext, actor: Actor, id: string): Promise<Result<Start, Refusal<'not_found'>>> {
  const found = await withOrg(context.db, actor, (tx) => startOf(tx, actor, id, todayOf(context)))
  return found ? ok(found) : refuse({ code: 'not_found', values: { what: 'initiative', id } })
}

/** Commitments of money and people, and the start gate; each act answers with all that is committed. */
export const commitmentHandlers: Handlers<typeof commitmentRoutes, keyof typeof capacityProblems> = {
  readCommitments: async ({ actor, context, query }) => ok(await all(context, actor, query.from)),
  exportCommitments: async ({ actor, context }) => ok(await commitmentFile(await withOrg(context.db, actor, (tx) => commitmentFileOf(tx, actor, todayOf(context))))),
  readStarts: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => startsOf(tx, actor, query, todayOf(context)))),
  readStart: ({ actor, context, params }) => start(context, actor, params.id),
  setStartGate: ({ actor, context, body }) => then(setStartGate(context.db, actor, body, context.now), context, actor),
  addEnvelope: ({ actor, context, body }) => then(addEnvelope(context.db, actor, body), context, actor),
  changeEnvelope: ({ actor, context, params, body }) => then(changeEnvelope(context.db, actor, params.id, body), context, actor),
  removeEnvelope: ({ actor, context, params }) => removeEnvelope(context.db, actor, params.id, context.now),
  askForFunds: ({ actor, context, body }) => then(askForFunds(context.db, actor, body, context.now), context, actor),
  answerFunding: ({ actor, context, params, body }) => then(answerFunding(context.db, actor, params.id, body, context.now), context, actor),
  withdrawFunding: ({ actor, context, params, body }) => then(withdrawFunding(context.db, actor, params.id, body, context.now), context, actor),
  releaseFunds: ({ actor, context, params, body }) => then(releaseFunds(context.db, actor, params.id, body, context.now), context, actor),
  transferFunds: ({ actor, context, params, body }) => then(transferFunds(context.db, actor, params.id, body, context.now), context, actor),
  askForPeople: ({ actor, context, body }) => then(askForPeople(context.db, actor, body, context.now), context, actor),
  answerStaffing: ({ actor, context, params, body }) => then(answerStaffing(context.db, actor, params.id, body, context.now), context, actor),
  endStaffing: ({ actor, context, params, body }) => then(endStaffing(context.db, actor, params.id, body, context.now), context, actor),
  setCrew: async ({ actor, context, params, body }) => {
    const done = await setCrew(context.db, actor, params.id, body)
    return done.ok ? start(context, actor, done.value) : done
  },
  allowStart: ({ actor, context, body }) => then(allowStart(context.db, actor, body, context.now), context, actor),
  endStartException: ({ actor, context, params, body }) => then(endStartException(context.db, actor, params.id, body, context.now), context, actor),
}
