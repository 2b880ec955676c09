import { ok } from '@throughline/engine/kernel'
import type { BusinessPlan, planRoutes, valueProblems } from '@throughline/contract/value'
import { withOrg } from '../../database/index.ts'
import { todayOf, type Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { addPlanLine, changePlanLine, removePlanLine } from './acts/lines.ts'
import { linkBenefitToPlan } from './acts/link-benefit.ts'
import { addPlanList } from './acts/list.ts'
import { presentPlan } from './present.ts'
import { previewPlan } from './preview.ts'

export const planHandlers: Handlers<typeof planRoutes, keyof typeof valueProblems> = {
  // The whole ledger is read for it, once after each act: until then it is asked for as it was kept.
  readBusinessPlan: ({ actor, context, query: { stage = 'promised', objectiveId } }) => rolledUp<BusinessPlan, never>(context.db, actor, { kind: 'value-business-plan', asked: [stage, objectiveId ?? null] }, async ({ tx }) => ok(await presentPlan(tx, stage, objectiveId))),
  addPlanLine: ({ actor, context, body }) => addPlanLine(context.db, actor, body),
  changePlanLine: ({ actor, context, params, body }) => changePlanLine(context.db, actor, params.id, body),
  removePlanLine: ({ actor, context, params }) => removePlanLine(context.db, actor, params.id),
  previewPlanList: async ({ actor, context, query, body }) => ok(await withOrg(context.db, actor, (tx) => previewPlan(tx, body, query.fileName ?? 'plan', todayOf(context)))),
  addPlanList: ({ actor, context, body }) => addPlanList(context.db, actor, body.rows),
  linkBenefitToPlan: ({ actor, context, body }) => linkBenefitToPlan(context.db, actor, body),
}
