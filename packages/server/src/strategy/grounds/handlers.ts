import type { Grounds, groundRoutes, strategyProblems } from '@throughline/contract/strategy'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { addGround, changeGround, removeGround } from './acts/keep-ground.ts'
import { presentGrounds } from './present.ts'

/** What the rules on policies, rewards and assets look at; each act answers with all of it. */
export function groundHandlers(source: InitiativeSource): Handlers<typeof groundRoutes, keyof typeof strategyProblems> {
  const read = ({ db }: RequestContext, actor: Actor): Promise<Grounds> => withOrg(db, actor, (tx) => presentGrounds(tx, source, may(actor, 'see_money')))
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<Grounds, R>> => afterAct(outcome, () => read(context, actor))
  return {
    readGrounds: async ({ actor, context }) => ok(await read(context, actor)),
    addGround: ({ actor, body, context }) => then(addGround(context.db, actor, body, source), context, actor),
    changeGround: ({ actor, params, body, context }) => then(changeGround(context.db, actor, params.id, body, source), context, actor),
    removeGround: ({ actor, params, context }) => then(removeGround(context.db, actor, params.id), context, actor),
  }
}
