import type { goalRoutes, strategyProblems } from '@throughline/contract/strategy'
import { ok } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import { presentGoals } from './present.ts'
import { readTargets } from './targets-store.ts'

/** Objectives as goals. */
export const goalHandlers: Handlers<typeof goalRoutes, keyof typeof strategyProblems> = {
  listGoals: ({ actor, context }) => withOrg(context.db, actor, async (tx) => ok(presentGoals((await readStored(tx)) ?? firstStrategy(actor.orgId), await readTargets(tx), (await readOrganisation(tx)).calendar))),
}
