import type { demandProblems, Innovation, innovationRoutes } from '@throughline/contract/demand'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readIdeas, readMoves } from '../ideas/store.ts'
import { readNames } from '../store/initiatives.ts'
import { beginChangePlan, completeStep } from './acts/plan-change.ts'
import { designExperiment, endExperiment, raiseCap } from './acts/run-experiment.ts'
import { presentInnovation } from './present.ts'
import { readExperiments, readPlans } from './store.ts'

const innovation = ({ db, now }: RequestContext, actor: Actor): Promise<Innovation> =>
  withOrg(db, actor, async (tx) => {
    const [ideas, plans] = [await readIdeas(tx), await readPlans(tx)]
    return presentInnovation({
      ideas, plans, moves: await readMoves(tx), experiments: await readExperiments(tx), initiatives: await readNames(tx, [...ideas.flatMap(({ initiative_id }) => initiative_id ?? []), ...plans.map(({ initiative_id }) => initiative_id)]),
      currency: (await readOrganisation(tx)).currency, today: now.toISOString().slice(0, 10),
    })
  })
const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => innovation(context, actor))

/** Experiments and plans of change: each act answers with all that trying out came to. */
export const innovationHandlers: Handlers<typeof innovationRoutes, keyof typeof demandProblems> = {
  readInnovation: async ({ actor, context }) => ok(await innovation(context, actor)),
  designExperiment: ({ actor, body, context }) => then(designExperiment(context.db, actor, body, context.now), context, actor),
  raiseCap: ({ actor, params, body, context }) => then(raiseCap(context.db, actor, params.id, body), context, actor),
  endExperiment: ({ actor, params, body, context }) => then(endExperiment(context.db, actor, params.id, body, context.now), context, actor),
  beginChangePlan: ({ actor, body, context }) => then(beginChangePlan(context.db, actor, body, context.now), context, actor),
  completeStep: ({ actor, params, body, context }) => then(completeStep(context.db, actor, params.id, body, context.now), context, actor),
}
