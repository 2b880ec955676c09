import { ok, type Result } from '@throughline/engine/kernel'
import type { Contradictions, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { acceptTension, reopenTension } from '../acts/manage-tension.ts'
import { may } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import type { InitiativeSource } from '../initiative-source.ts'
import { readStored } from '../store.ts'
import { presentContradictions } from './present.ts'
import { readAround } from './around.ts'
import type { CoherenceSource } from './source.ts'
import { readTensions } from './store.ts'

type ContradictionRoutes = Pick<typeof strategyRoutes, 'readContradictions' | 'acceptTension' | 'reopenTension'>

/** The register of contradictions over the initiatives of a later room. */
export function contradictionHandlers(source: InitiativeSource, coherence: CoherenceSource): Handlers<ContradictionRoutes, keyof typeof strategyProblems> {
  const registerOf = async (tx: Tx, actor: Actor, context: RequestContext): Promise<Contradictions> =>
    presentContradictions((await readStored(tx)) ?? firstStrategy(actor.orgId), await source.readInitiatives(tx), await readTensions(tx), await readAround(tx, todayOf(context), coherence), may(actor, 'see_money'))
  const read = (context: RequestContext, actor: Actor): Promise<Contradictions> =>
    withOrg(context.db, actor, (tx) => registerOf(tx, actor, context))
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<Contradictions, R>> => afterAct(outcome, () => read(context, actor))
  return {
    // Everything is read for it, once after each act and each day: until then it is asked for as it was kept.
    readContradictions: ({ actor, context }) => rolledUp<Contradictions, never>(context.db, actor, { kind: 'contradictions', asked: [todayOf(context), may(actor, 'see_money')] }, async ({ tx }) => ok(await registerOf(tx, actor, context))),
    acceptTension: ({ actor, body, context }) => then(acceptTension(context.db, actor, body, context.now, { ...source, coherence }), context, actor),
    reopenTension: ({ actor, params, context }) => then(reopenTension(context.db, actor, params.id, context.now), context, actor),
  }
}

