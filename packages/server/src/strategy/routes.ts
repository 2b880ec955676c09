import { ok, type Result } from '@throughline/engine/kernel'
import type { Strategy, strategyProblems, strategyRoutes } from '@throughline/contract/strategy'
import { withOrg, type Actor, type Db } from '../database/index.ts'
import { afterAct, type Handlers } from '../http/index.ts'
import { rolledUp } from '../rollups/index.ts'
import { changePerspective, changeStrategy, createPerspective, removePerspective } from './acts/change-strategy.ts'
import { changeContribution } from './acts/link-initiative.ts'
import { recordActual, removeActual } from './acts/record-actuals.ts'
import { changeMeasure, createMeasure, removeMeasure } from './acts/set-measures.ts'
import { changeObjective, changeWeights, createObjective, removeObjective } from './acts/set-objectives.ts'
import { alignmentHandlers } from './alignment/handlers.ts'
import type { OutlaySource } from './alignment/source.ts'
import { betweenHandlers } from './between/handlers.ts'
import { comprehensionHandlers } from './comprehension/handlers.ts'
import { contradictionHandlers } from './contradictions/handlers.ts'
import type { CoherenceSource } from './contradictions/source.ts'
import { decisionUseHandlers } from './decisions/handlers.ts'
import { exchangeHandlers } from './exchange/handlers.ts'
import { firstStrategy } from './first-strategy.ts'
import { goalHandlers } from './goals/handlers.ts'
import { groundHandlers } from './grounds/handlers.ts'
import { horizonHandlers } from './horizon/handlers.ts'
import { intakeHandlers } from './intake/handlers.ts'
import { narrativeHandlers } from './narratives/handlers.ts'
import { libraryHandlers } from './library/handlers.ts'
import { linkHandlers } from './links/handlers.ts'
import { measureHandlers } from './measures/handlers.ts'
import { outcomeHandlers } from './outcome/handlers.ts'
import type { InitiativeSource } from './initiative-source.ts'
import { presentStrategy } from './present.ts'
import { myWorkHandlers } from './my-work/handlers.ts'
import { sightHandlers } from './sight/handlers.ts'
import type { SightSource } from './sight/source.ts'
import { stakeHandlers } from './stakes/handlers.ts'
import { stateHandlers } from './state/handlers.ts'
import type { StateSource } from './state/source.ts'
import { treeHandlers } from './tree/handlers.ts'
import { workshopHandlers } from './workshop/handlers.ts'
import type { PlanSource } from './workshop/plan-source.ts'
import { readStored } from './store.ts'
import { valuesHandlers } from './values/handlers.ts'
import { versionHandlers } from './versions/handlers.ts'
import type { RecordOfPlan } from './versions/plan-source.ts'
import type { PromiseSource } from './versions/promise-source.ts'

/** The handlers of the room over the initiatives, and what they take, of later rooms. */
export function strategyHandlers(source: InitiativeSource, outlays: OutlaySource, plan: PlanSource, sight: SightSource, record: RecordOfPlan, promises: PromiseSource, state: StateSource, coherence: CoherenceSource): Handlers<typeof strategyRoutes, keyof typeof strategyProblems> {
  /** The strategy as it stands; what a new organisation begins with where nothing was written yet. */
  const readStrategy = (db: Db, actor: Actor): Promise<Strategy> =>
    withOrg(db, actor, async (tx) => presentStrategy((await readStored(tx)) ?? firstStrategy(actor.orgId), await source.readInitiatives(tx)))

  /** After an act the whole strategy, so that totals on the page are never stale. */
  const then = <R>(outcome: Promise<Result<object, R>>, db: Db, actor: Actor): Promise<Result<Strategy, R>> => afterAct(outcome, () => readStrategy(db, actor))

  return {
    ...measureHandlers,
    ...contradictionHandlers(source, coherence),
    ...goalHandlers,
    ...comprehensionHandlers(source, sight),
    ...exchangeHandlers,
    ...groundHandlers(source),
    ...horizonHandlers,
    ...intakeHandlers,
    ...narrativeHandlers,
    ...valuesHandlers,
    ...decisionUseHandlers(source),
    ...outcomeHandlers(source),
    ...libraryHandlers,
    ...linkHandlers(source),
    ...betweenHandlers(source),
    ...treeHandlers(source),
    ...stakeHandlers(source),
    ...stateHandlers(source, { ...state, coherence }),
    ...versionHandlers(source, record, promises),
    ...alignmentHandlers(outlays),
    ...sightHandlers(sight, source),
    ...myWorkHandlers(sight, source),
    ...workshopHandlers(plan),
    // Everything is read for it, once after each act: until the next one it is asked for as it was kept.
    readStrategy: ({ actor, context: { db } }) => rolledUp<Strategy, never>(db, actor, { kind: 'strategy', asked: null }, async ({ tx }) => ok(presentStrategy((await readStored(tx)) ?? firstStrategy(actor.orgId), await source.readInitiatives(tx)))),
    changeStrategy: ({ actor, body, context: { db } }) => then(changeStrategy(db, actor, body), db, actor),
    createPerspective: ({ actor, body, context: { db } }) => then(createPerspective(db, actor, body), db, actor),
    changePerspective: ({ actor, params, body, context: { db } }) => then(changePerspective(db, actor, params.id, body), db, actor),
    removePerspective: ({ actor, params, context: { db, now } }) => then(removePerspective(db, actor, params.id, now), db, actor),
    createObjective: ({ actor, body, context: { db } }) => then(createObjective(db, actor, body), db, actor),
    changeObjective: ({ actor, params, body, context: { db } }) => then(changeObjective(db, actor, params.id, body), db, actor),
    removeObjective: ({ actor, params, context: { db, now } }) => then(removeObjective(db, actor, params.id, now), db, actor),
    changeWeights: ({ actor, body, context: { db } }) => then(changeWeights(db, actor, body), db, actor),
    createMeasure: ({ actor, body, context: { db } }) => then(createMeasure(db, actor, body), db, actor),
    changeMeasure: ({ actor, params, body, context: { db } }) => then(changeMeasure(db, actor, params.id, body), db, actor),
    removeMeasure: ({ actor, params, context: { db, now } }) => then(removeMeasure(db, actor, params.id, now), db, actor),
    recordActual: ({ actor, params, body, context: { db, now } }) => then(recordActual(db, actor, params.id, body, now), db, actor),
    removeActual: ({ actor, params, context: { db, now } }) => removeActual(db, actor, params.id, now),
    changeContribution: ({ actor, body, context: { db, now } }) => then(changeContribution(db, actor, body, now, source), db, actor),
  }
}
