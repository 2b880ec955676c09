import { ok } from '@throughline/engine/kernel'
import type { StakeholderValue, stakeholderRoutes, valueProblems } from '@throughline/contract/value'
import type { Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { splitBenefit } from './acts/split-benefit.ts'
import { presentByClass } from './present.ts'

export const stakeholderHandlers: Handlers<typeof stakeholderRoutes, keyof typeof valueProblems> = {
  // The whole ledger is read for it, once after each act: until then it is asked for as it was kept.
  readStakeholderValue: ({ actor, context }) => rolledUp<StakeholderValue, never>(context.db, actor, { kind: 'value-by-stakeholder', asked: null }, async ({ tx }) => ok(await presentByClass(tx))),
  splitBenefit: ({ actor, context, body }) => splitBenefit(context.db, actor, body),
}
