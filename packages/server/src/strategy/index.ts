import { strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { roomServer } from '../http/index.ts'
import type { OutlaySource } from './alignment/source.ts'
import type { InitiativeSource } from './initiative-source.ts'
import { escalateJob } from './exchange/acts/escalate-signal.ts'
import { migrations } from './migrations.ts'
import { strategyHandlers } from './routes.ts'
import type { PlanSource } from './workshop/plan-source.ts'
import type { CoherenceSource, RequiredBy } from './contradictions/source.ts'
import { readObjectives } from './objectives-store.ts'
import type { SightSource } from './sight/source.ts'
import type { StateSource } from './state/source.ts'
import { readStrategyFacts } from './store.ts'
import type { RecordOfPlan } from './versions/plan-source.ts'
import type { PromiseSource } from './versions/promise-source.ts'

export { applyStrategyPlan, type PlannedStrategy } from './acts/apply-plan.ts'
export { applyNextStrategyFile } from './acts/apply-next-file.ts'
export { applyStrategyFile } from './acts/apply-file.ts'
export { openOpportunities } from './exchange/store.ts'
export { keepActual } from './acts/record-actuals.ts'
export { contradictionsOf } from './contradictions/of-initiative.ts'
export { objectivesInForce, readLinksOf, servedInForce } from './objectives-store.ts'
export { readGoalsBelow, type GoalsBelow } from './goals/below.ts'
export { readStakes } from './stakes/handlers.ts'
export { readHelpBelow, type HelpBelow } from './tree/helped.ts'
export { readObjectives }
export { readStrategyFacts }
export { readSuccessors } from './versions/successors.ts'
export type { InitiativeOutlay, Outlays, Taken } from './alignment/source.ts'
export type { CoherenceSource, RequiredBy }
export type { BenefitStanding, Edge, Ends, SightSource } from './sight/source.ts'
export type { PlanToGo, RecordedPlan, RecordOfPlan } from './versions/plan-source.ts'
export type { PlanSource } from './workshop/plan-source.ts'
export type { PromiseSource } from './versions/promise-source.ts'
export type { StateSource } from './state/source.ts'
export { workOf } from './my-work/handlers.ts'
export { lockStrategy } from './write-store.ts'
export { strategySubjects } from './subject-store.ts'

/** The strategy room: perspectives, objectives, measures and how initiatives serve them. */
export const strategyRoom = (initiatives: InitiativeSource, outlays: OutlaySource, plan: PlanSource, sight: SightSource, record: RecordOfPlan, promises: PromiseSource, state: StateSource, coherence: CoherenceSource) =>
  roomServer({
    room: 'strategy', about: 'Perspectives, objectives, measures and contributions', routes: strategyRoutes, problems: strategyProblems, handlers: strategyHandlers(initiatives, outlays, plan, sight, record, promises, state, coherence), migrations, jobs: [escalateJob],
    holds: { work: async (tx) => (await readObjectives(tx)).length > 0 },
  })
