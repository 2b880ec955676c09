import { demandRoutes } from '@throughline/contract/demand'
import type { Random } from '@throughline/engine/kernel'
import type { People } from '../database/index.ts'
import { academyActs } from './acts/academy.ts'
import { briefActs } from './acts/brief.ts'
import { businessPlanActs } from './acts/business-plan.ts'
import { businessCaseActs } from './acts/business-case.ts'
import { charterActs } from './acts/charters.ts'
import { complianceActs } from './acts/compliance.ts'
import { communityActs } from './acts/communities.ts'
import { commitmentActs } from './acts/commitments.ts'
import { communicationActs } from './acts/communication.ts'
import { sessionActs } from './acts/course-sessions.ts'
import { criteriaActs } from './acts/criteria.ts'
import { conformanceActs } from './acts/conformance.ts'
import { demandActs } from './acts/demand.ts'
import { exchangeActs } from './acts/exchange.ts'
import { healthCheckActs } from './acts/health-checks.ts'
import { ideaActs } from './acts/ideas.ts'
import { frameworkActs } from './acts/frameworks.ts'
import { groundActs } from './acts/grounds.ts'
import { horizonActs } from './acts/horizon.ts'
import { intakeActs } from './acts/intake.ts'
import { ledgerActs } from './acts/ledger.ts'
import { libraryActs } from './acts/library.ts'
import { methodActs } from './acts/methods.ts'
import { milestoneActs } from './acts/milestones.ts'
import { narrativeActs } from './acts/narratives.ts'
import { outcomeActs } from './acts/outcome.ts'
import { planningActs } from './acts/planning.ts'
import { qualityActs } from './acts/quality.ts'
import { planActs } from './acts/plans.ts'
import { riskActs } from './acts/risks.ts'
import { reuseActs } from './acts/reuse.ts'
import { serviceActs } from './acts/services.ts'
import { storyActs } from './acts/stories.ts'
import { strategyActs } from './acts/strategy.ts'
import { valuesActs } from './acts/values.ts'
import { versionActs } from './acts/versions.ts'
import { workActs } from './acts/work.ts'
import { workshopActs } from './acts/workshops.ts'
import type { DrawnAct, Drawing, Writers } from './acts/kinds.ts'

/** Acts of every room by their names, in an order in which each finds what it needs; `below` draws what they act on and what they write. */
export function drawnActs({ owner, editor }: People, { below }: Random): Readonly<Record<string, DrawnAct>> {
  const writers: Writers = { owner, editor }
  const one = <T>(from: readonly T[]): T | undefined => from[below(from.length)]
  const word = () => `${one(['Bridge', 'Tunnel', 'Weir', 'Pier'])} ${below(1000)}`
  const drawing: Drawing = {
    one,
    word,
    below,
    minor: () => String(below(9_000) + 1),
    row: async () => one((await owner.read(demandRoutes.listInitiatives, { query: {} })).rows),
    on: async (found, act) => {
      const thing = await found
      return thing === undefined ? undefined : act(thing)
    },
  }
  return {
    ...demandActs(writers, drawing),
    ...strategyActs(writers, drawing),
    ...versionActs(writers, drawing),
    ...ledgerActs(writers, drawing),
    ...planningActs(writers, drawing),
    ...planActs(writers, drawing),
    ...workActs(writers, drawing),
    ...workshopActs(writers, word),
    ...exchangeActs(writers, word),
    ...narrativeActs(writers, word),
    ...valuesActs(writers, word),
    ...outcomeActs(writers, word),
    ...libraryActs(writers, word),
    ...briefActs(writers, word),
    ...serviceActs(writers, word),
    ...complianceActs(writers, word),
    ...charterActs(writers, word),
    ...intakeActs(writers, word),
    ...businessPlanActs(writers),
    ...ideaActs(writers, word),
    ...milestoneActs(writers),
    ...horizonActs(writers),
    ...storyActs(writers, word),
    ...communicationActs(writers, word),
    ...healthCheckActs(writers),
    ...criteriaActs(writers, word),
    ...frameworkActs(writers, word),
    ...conformanceActs(writers, word),
    ...riskActs(writers),
    ...academyActs(writers),
    ...sessionActs(writers),
    ...communityActs(writers),
    ...qualityActs(writers),
    ...methodActs(writers, word),
    ...businessCaseActs(writers),
    ...commitmentActs(writers, word),
    ...reuseActs(writers, word),
    ...groundActs(writers),
  }
}
