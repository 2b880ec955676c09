import { ok } from '@throughline/engine/kernel'
import type { peopleProblems, provisioningRoutes } from '@throughline/contract/people'
import { withOrg } from '../../database/index.ts'
import type { Handlers } from '../../http/room.ts'
import { changeRule, shownProvisioning } from './acts/change-rule.ts'

export const provisioningHandlers: Handlers<typeof provisioningRoutes, keyof typeof peopleProblems> = {
  readProvisioning: async ({ actor, context }) => ok(await withOrg(context.db, actor, (tx) => shownProvisioning(tx, actor))),
  changeProvisioning: ({ actor, body, context }) => changeRule(context.db, actor, body),
}
