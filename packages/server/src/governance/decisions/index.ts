import type { decisionRoutes, governanceProblems } from '@throughline/contract/governance'
import { ok, refuse } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { readDecision, readDecisions } from './store.ts'
import './tables.ts'

export { noDifferences } from './no-differences.ts'
export { decisionMigrations } from './migrations.ts'
export { decisionSubjects } from './subject-store.ts'
export { decidedStates, insertDecision, readDecisions, readMovedInitiatives, type DecidedState, type DecisionToKeep } from './store.ts'

export const decisionHandlers: Handlers<typeof decisionRoutes, keyof typeof governanceProblems> = {
  listDecisions: async ({ actor, context, query }) => ok(await withOrg(context.db, actor, (tx) => readDecisions(tx, query))),
  readDecision: async ({ actor, context, params }) => {
    const found = await withOrg(context.db, actor, (tx) => readDecision(tx, params.id))
    return found ? ok(found) : refuse({ code: 'not_found', values: { what: 'decision', id: params.id } })
  },
}
