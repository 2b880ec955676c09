import type { DeliverableDetail, governanceProblems, QualityRecord, qualityRoutes } from '@throughline/contract/governance'
import type { QueryOf, Refusal } from '@throughline/contract/wire'
import { invariant, ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { findInitiatives } from '../frameworks/index.ts'
import { noInitiative } from '../refused.ts'
import { decideAcceptance, meetCondition, reopenDeliverable } from './acts/decide-acceptance.ts'
import { addDeliverable, changeDeliverable, withdrawDeliverable } from './acts/keep-deliverable.ts'
import { recordRework } from './acts/record-rework.ts'
import { agreeCriteria, dismissDefect, recordReview, reportDefect } from './acts/review-deliverable.ts'
import { readFacts } from './facts-store.ts'
import { findDeliverable } from './held.ts'
import { elementsOf } from './named.ts'
import { presentDetail, presentRecord } from './present.ts'
import { noDeliverable } from './refusals.ts'
import type { QualitySources } from './sources.ts'
import { milestoneOf, readDefects, readDeliverables, readEditions, readOpenConditions, readReviews, readRework } from './store.ts'

/** Deliverables of a page, unless said, and conditions that one answer lists. */
const [pageOf, mostConditions] = [100, 100]

type Asked = QueryOf<(typeof qualityRoutes)['readQuality']>
function record(context: RequestContext, actor: Actor, { initiativeId, state, search, from = 0, limit = pageOf }: Asked): Promise<Result<QualityRecord, Refusal<'not_found'>>> {
  return withOrg(context.db, actor, async (tx) => {
    const initiative = initiativeId === undefined ? undefined : (await findInitiatives(tx, [initiativeId])).get(initiativeId)
    if (initiativeId !== undefined && (!initiative || initiative.gone)) return noInitiative(initiativeId)
    const { rows, total } = await readDeliverables(tx, { initiativeId, state, search }, { from, limit })
    const ids = rows.map(({ id }) => id)
    return ok(presentRecord({
      rows, from, total, editions: await readEditions(tx, ids), defects: await readDefects(tx, ids), reviews: await readReviews(tx, ids), facts: await readFacts(tx, { initiativeId }),
      conditions: await readOpenConditions(tx, initiativeId, mostConditions), initiative: initiative ? { id: initiative.id, name: initiative.name } : null,
    }, todayOf(context)))
  })
}

/** The record of quality; each act answers with the deliverable that it is about. */
export function qualityHandlers({ readTeams, readLinksOf }: QualitySources): Handlers<typeof qualityRoutes, keyof typeof governanceProblems> {
  const detail = async (tx: Tx, actor: Actor, context: RequestContext, id: string): Promise<DeliverableDetail | undefined> => {
    const held = await findDeliverable(tx, id)
    if (!held) return undefined
    const { initiative_id: of, milestone_id, element_key } = held.row
    const { objectives, contributions } = await readLinksOf(tx, [of])
    const served = new Set(contributions.map(({ objectiveId }) => objectiveId))
    const milestone = milestone_id === null ? undefined : await milestoneOf(tx, of, milestone_id)
    const element = element_key === null ? undefined : (await elementsOf(tx, of))?.find(({ key }) => key === element_key)?.name
    return presentDetail(held, { rework: await readRework(tx, [id]), objectives: objectives.filter((one) => served.has(one.id)).map((one) => ({ id: one.id, name: one.statement })), milestone, element, facts: await readFacts(tx, { deliverableId: id }) }, { actor, today: todayOf(context) })
  }
  const then = <R>(outcome: Promise<Result<string, R>>, context: RequestContext, actor: Actor) =>
    afterAct(outcome, (id) => withOrg(context.db, actor, async (tx) => {
      const found = await detail(tx, actor, context, id)
      invariant(found !== undefined, 'a deliverable that was just changed is there')
      return found
    }))
  return {
    readQuality: ({ actor, query, context }) => record(context, actor, query),
    readDeliverable: ({ actor, params, context }) => withOrg(context.db, actor, async (tx) => {
      const found = await detail(tx, actor, context, params.id)
      return found ? ok(found) : noDeliverable(params.id)
    }),
    addDeliverable: ({ actor, body, context }) => then(addDeliverable(context.db, actor, body, context.now), context, actor),
    changeDeliverable: ({ actor, params, body, context }) => then(changeDeliverable(context.db, actor, params.id, body, context.now), context, actor),
    agreeCriteria: ({ actor, params, body, context }) => then(agreeCriteria(context.db, actor, params.id, body, context.now), context, actor),
    recordQualityReview: ({ actor, params, body, context }) => then(recordReview(context.db, actor, params.id, body, { now: context.now, readTeams }), context, actor),
    reportDefect: ({ actor, params, body, context }) => then(reportDefect(context.db, actor, params.id, body, context.now), context, actor),
    dismissDefect: ({ actor, params, body, context }) => then(dismissDefect(context.db, actor, params.id, params.defectId, body, context.now), context, actor),
    recordRework: ({ actor, params, body, context }) => then(recordRework(context.db, actor, params.id, body, context.now), context, actor),
    decideAcceptance: ({ actor, params, body, context }) => then(decideAcceptance(context.db, actor, params.id, body, context.now), context, actor),
    meetCondition: ({ actor, params, body, context }) => then(meetCondition(context.db, actor, params.id, params.conditionId, body, context.now), context, actor),
    reopenDeliverable: ({ actor, params, body, context }) => then(reopenDeliverable(context.db, actor, params.id, body, context.now), context, actor),
    withdrawDeliverable: ({ actor, params, body, context }) => then(withdrawDeliverable(context.db, actor, params.id, body, context.now), context, actor),
  }
}
