import type { demandProblems, IdeaIntake, ideaRoutes, IdeasAsked } from '@throughline/contract/demand'
import { toWire } from '@throughline/contract/wire'
import { twinLikeness } from '@throughline/engine/demand'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { may, readUnits } from '../../people/index.ts'
import { openOpportunities, readStrategyFacts } from '../../strategy/index.ts'
import { readNames } from '../store/initiatives.ts'
import { decideIdea } from './acts/decide-idea.ts'
import { changeIdea, handInIdea } from './acts/hand-in-idea.ts'
import { mergeIdea } from './acts/merge-idea.ts'
import { triageIdea } from './acts/triage-idea.ts'
import { findAlike } from './existing.ts'
import { presentIntake } from './present.ts'
import { readIdeas, readMoves } from './store.ts'

const intake = ({ db, now }: RequestContext, actor: Actor, asked: IdeasAsked = {}): Promise<IdeaIntake> =>
  withOrg(db, actor, async (tx) => {
    const ideas = await readIdeas(tx)
    return presentIntake({
      ideas, moves: await readMoves(tx), units: new Map((await readUnits(tx)).map(({ id, name }) => [id, name])), initiatives: await readNames(tx, ideas.flatMap(({ initiative_id }) => initiative_id ?? [])),
      strategy: await readStrategyFacts(tx), opportunities: await openOpportunities(tx), today: now.toISOString().slice(0, 10), reader: { accountId: actor.accountId, mayDecide: may(actor, 'edit_initiative') },
    }, asked)
  })
const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => intake(context, actor))

/** Ideas: each act answers with the intake and the first page of all ideas. */
export const ideaHandlers: Handlers<typeof ideaRoutes, keyof typeof demandProblems> = {
  readIdeas: async ({ actor, query, context }) => ok(await intake(context, actor, query)),
  findAlike: async ({ actor, query: { title, problem = '', except }, context: { db } }) => ok({ alike: [...toWire(await withOrg(db, actor, (tx) => findAlike(tx, { title, problem }, except)))], twinAt: twinLikeness }),
  handInIdea: ({ actor, body, context }) => then(handInIdea(context.db, actor, body, context.now), context, actor),
  changeIdea: ({ actor, params, body, context }) => then(changeIdea(context.db, actor, params.id, body), context, actor),
  triageIdea: ({ actor, params, body, context }) => then(triageIdea(context.db, actor, params.id, body, context.now), context, actor),
  mergeIdea: ({ actor, params, body, context }) => then(mergeIdea(context.db, actor, params.id, body, context.now), context, actor),
  decideIdea: ({ actor, params, body, context }) => then(decideIdea(context.db, actor, params.id, body, context.now), context, actor),
}
