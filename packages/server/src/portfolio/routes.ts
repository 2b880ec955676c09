import type { portfolioProblems, portfolioRoutes } from '@throughline/contract/portfolio'
import { ok } from '@throughline/engine/kernel'
import { withOrg } from '../database/index.ts'
import type { Handlers, RequestContext } from '../http/index.ts'
import { startJob } from './acts/start-job.ts'
import { changesOf } from './changes/index.ts'
import { presentCase } from './case.ts'
import { cockpitOf, decisionsOf, movementsOf } from './cockpit/index.ts'
import { readPortfolioFacts } from './facts.ts'
import { scenarioHandlers } from './scenarios/index.ts'

export const portfolioHandlers: Handlers<typeof portfolioRoutes, keyof typeof portfolioProblems> = {
  readCockpit: ({ actor, context }) => cockpitOf(context.db, actor),
  listMovements: ({ actor, context, query }) => movementsOf(context.db, actor, query),
  listDecisions: ({ actor, context, query }) => decisionsOf(context.db, actor, query),
  readChanges: ({ actor, context, query }) => changesOf(context, actor, query),
  readSelectionCase: ({ actor, context, query }) => withOrg(context.db, actor, async (tx) => ok(presentCase(await readPortfolioFacts(tx), query.value ?? 'benefits', todayOf(context)))),
  startSelection: ({ actor, context, body }) => startJob(context.db, actor, 'select', body, todayOf(context)),
  startFrontier: ({ actor, context, body }) => startJob(context.db, actor, 'frontier', body, todayOf(context)),
  startPins: ({ actor, context, body }) => startJob(context.db, actor, 'pins', body, todayOf(context)),
  ...scenarioHandlers,
}

const todayOf = ({ now }: RequestContext): string => now.toISOString().slice(0, 10)
