import type { governanceProblems, RiskAssurance, riskAssuranceRoutes } from '@throughline/contract/governance'
import { usualRules } from '@throughline/engine/governance'
import { invariant, ok } from '@throughline/engine/kernel'
import { withOrg } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { noInitiative } from '../refused.ts'
import { agreeRules } from './acts/agree-rules.ts'
import { giveOpinion } from './acts/give-opinion.ts'
import { judgeAll, pageOf, presentOne, presentRules } from './present.ts'
import type { RiskAssuranceSources } from './sources.ts'
import { readRules } from './store.ts'

/** How initiatives manage their risks; apart from it what they are exposed to. */
export const riskAssuranceHandlers = (sources: RiskAssuranceSources): Handlers<typeof riskAssuranceRoutes, keyof typeof governanceProblems> => ({
  readRiskAssurance: ({ actor, context, query }) => {
    const today = todayOf(context)
    return rolledUp<RiskAssurance, never>(context.db, actor, { kind: 'governance-risk-assurance', asked: [today, query] }, async ({ tx, part }) => ok(pageOf(await part('governance-risk-registers', today, () => judgeAll(tx, sources, today)), query)))
  },
  readInitiativeRiskAssurance: ({ actor, context, params }) => withOrg(context.db, actor, async (tx) => {
    const initiative = await sources.readInitiative(tx, params.id)
    return initiative ? ok(await presentOne(tx, sources, initiative, todayOf(context))) : noInitiative(params.id)
  }),
  agreeRiskRules: ({ actor, context, body }) => afterAct(agreeRules(context.db, actor, body), () => withOrg(context.db, actor, async (tx) => {
    const kept = await readRules(tx)
    return presentRules(kept ?? usualRules, kept?.version ?? null)
  })),
  giveRiskOpinion: ({ actor, context, params, body }) => afterAct(giveOpinion(context.db, actor, params.id, body, { now: context.now, today: todayOf(context), sources }), (id) => withOrg(context.db, actor, async (tx) => {
    const initiative = await sources.readInitiative(tx, id)
    invariant(initiative !== undefined, 'an initiative on which an opinion was just given is there')
    return presentOne(tx, sources, initiative, todayOf(context))
  })),
})
