import { ok, type Result } from '@throughline/engine/kernel'
import type { Contradictions, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { withOrg, type Actor } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { acceptTension, reopenTension } from '../acts/manage-tension.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { presentContradictions } from './present.ts'
import { readTensions } from './store.ts'

type ContradictionRoutes = Pick<typeof strategyRoutes, 'readContradictions' | 'acceptTension' | 'reopenTension'>

/** The register of contradictions over the initiatives of a later room. */
export function contradictionHandlers(source: InitiativeSource): Handlers<ContradictionRoutes, keyof typeof strategyProblems> {
  const read = ({ db, now }: RequestContext, actor: Actor): Promise<Contradictions> =>
    withOrg(db, actor, async (tx) => presentContradictions((await readStored(tx)) ?? firstStrategy(actor.orgId), await source.readInitiatives(tx), await readTensions(tx), now.toISOString().slice(0, 10)))
  async function then<R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<Contradictions, R>> {
    const done = await outcome
    return done.ok ? ok(await read(context, actor)) : done
  }
  return {
    readContradictions: async ({ actor, context }) => ok(await read(context, actor)),
    acceptTension: ({ actor, body, context }) => then(acceptTension(context.db, actor, body, context.now, source), context, actor),
    reopenTension: ({ actor, params, context }) => then(reopenTension(context.db, actor, params.id, context.now), context, actor),
  }
}
