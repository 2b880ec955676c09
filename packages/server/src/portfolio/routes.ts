import type { Allocation, portfolioProblems, PortfolioRefusal, portfolioRoutes, SelectionCase } from '@throughline/contract/portfolio'
import { ok } from '@throughline/engine/kernel'
import { todayOf, type Handlers } from '../http/index.ts'
import { startJob } from './acts/start-job.ts'
import { allocationOf } from './allocation/index.ts'
import { changesOf } from './changes/index.ts'
import { candidatesAsked } from './candidates.ts'
import { presentCase } from './case.ts'
import { cockpitOf, decisionsOf, movementsOf } from './cockpit/index.ts'
import { demandHandlers } from './demands/index.ts'
import { rolledUp } from '../rollups/index.ts'
import { readPortfolioFacts } from './facts.ts'
import { roadmapHandlers } from './roadmap/index.ts'
import { scenarioHandlers } from './scenarios/index.ts'

export const portfolioHandlers: Handlers<typeof portfolioRoutes, keyof typeof portfolioProblems> = {
  readCockpit: ({ actor, context }) => cockpitOf(context.db, actor),
  listMovements: ({ actor, context, query }) => movementsOf(context.db, actor, query),
  listDecisions: ({ actor, context, query }) => decisionsOf(context.db, actor, query),
  readAllocation: ({ actor, context, query: { from = todayOf(context) } }) => rolledUp<Allocation, never>(context.db, actor, { kind: 'allocation', asked: from }, async ({ tx }) => ok(await allocationOf(tx, from))),
  readChanges: ({ actor, context, query }) => changesOf(context, actor, query),
  // Everything is read for it, once after each act: until the next one it is asked for as it was kept.
  readSelectionCase: ({ actor, context, query: { value = 'benefits', ask } }) =>
    rolledUp<SelectionCase, PortfolioRefusal>(context.db, actor, { kind: 'selection-case', asked: [value, todayOf(context), ...(ask === undefined ? [] : [ask])] }, async ({ tx }) => {
      const narrowed = await candidatesAsked(tx, value, ask)
      return narrowed.ok ? ok(presentCase(await readPortfolioFacts(tx, narrowed.value), value, todayOf(context))) : narrowed
    }),
  startSelection: ({ actor, context, body }) => startJob(context.db, actor, 'select', body, todayOf(context)),
  startFrontier: ({ actor, context, body }) => startJob(context.db, actor, 'frontier', body, todayOf(context)),
  startPins: ({ actor, context, body }) => startJob(context.db, actor, 'pins', body, todayOf(context)),
  ...demandHandlers,
  ...roadmapHandlers,
  ...scenarioHandlers,
}

