import type { portfolioProblems, PortfolioRefusal, RoadmapStand, roadmapRoutes } from '@throughline/contract/portfolio'
import { todayOf, type Handlers } from '../../http/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import { usualRate } from './facts.ts'
import { roadmapStand } from './prepare.ts'
import { scenarioStand } from './scenario.ts'
import { startRoadmap } from './start.ts'

/** The thread in which roadmaps are computed. */
export const roadmapThread = new URL('./thread.ts', import.meta.url)

export const roadmapHandlers: Handlers<typeof roadmapRoutes, keyof typeof portfolioProblems> = {
  readRoadmapCase: async ({ actor, context, query: { value = 'benefits', ask, rate, periods, grain, scenario } }) => {
    const today = todayOf(context)
    const asked = { rate: rate === undefined ? usualRate : Number(rate), ...(periods === undefined ? {} : { periods: Number(periods) }), ...(grain === undefined ? {} : { grain }) }
    if (scenario !== undefined) return scenarioStand(context.db, actor, scenario, (tx, plan) => roadmapStand(tx, value, ask, today, { ...asked, scenario: plan }))
    return rolledUp<RoadmapStand, PortfolioRefusal>(context.db, actor, { kind: 'roadmap-case', asked: [value, today, String(asked.rate), String(periods ?? ''), grain ?? '', ...(ask === undefined ? [] : [ask])] }, ({ tx }) => roadmapStand(tx, value, ask, today, asked))
  },
  startRoadmap: ({ actor, context, body }) => startRoadmap(context.db, actor, body, todayOf(context)),
}
