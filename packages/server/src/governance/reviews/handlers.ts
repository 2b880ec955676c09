import type { governanceProblems, HealthCheckDetail, healthCheckRoutes, HealthChecks } from '@throughline/contract/governance'
import { toWire } from '@throughline/contract/wire'
import { healthIndicators } from '@throughline/engine/governance'
import { invariant, ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { may } from '../../people/index.ts'
import { initiativeNames } from '../services/index.ts'
import { bookCheck, callOffCheck } from './acts/book-check.ts'
import { answerRecommendation, giveRecommendation, recheckRecommendation, withdrawRecommendation } from './acts/follow-recommendation.ts'
import { addRecommendation, judgeArea } from './acts/judge-area.ts'
import { reportCheck } from './acts/report-check.ts'
import { readFacts } from './facts-store.ts'
import { presentChecks, presentDetail, type Around, type Reader } from './present.ts'
import { noCheck } from './refusals.ts'
import type { ReviewSources } from './sources.ts'
import { countChecks, readAreas, readCheck, readChecks, readChecksOf, readRecommendations, readRefusedReviewers, readReported, readReportedRecommendations } from './store.ts'

/** Health checks, and refusals of reviewers, that one answer lists. */
const [mostChecks, mostRefused] = [300, 50]

const readerOf = (actor: Actor, { now }: RequestContext): Reader => ({ accountId: actor.accountId, mayTakePart: may(actor, 'take_part'), mayEdit: may(actor, 'edit_strategy'), today: now.toISOString().slice(0, 10) })

const list = (context: RequestContext, actor: Actor): Promise<HealthChecks> =>
  withOrg(context.db, actor, async (tx) => {
    const [checks, tracked, refused] = [await readChecks(tx, mostChecks), await readReportedRecommendations(tx), await readRefusedReviewers(tx, mostRefused)]
    const listed = checks.map(({ id }) => id)
    const ids = [...new Set([...checks, ...tracked.map(({ check }) => check), ...refused].map(({ initiative_id }) => initiative_id))]
    const around: Around = { areas: await readAreas(tx, listed), recommendations: await readRecommendations(tx, listed), reported: await readReported(tx, ids), initiatives: await initiativeNames(tx, ids), reviewing: await readChecksOf(tx, ids) }
    return presentChecks({ checks, all: await countChecks(tx), tracked, refused }, around, readerOf(actor, context))
  })

/** Health checks of initiatives; each act answers with the health check that it is about. */
export function reviewHandlers(sources: ReviewSources): Handlers<typeof healthCheckRoutes, keyof typeof governanceProblems> {
  const detail = async (tx: Tx, actor: Actor, context: RequestContext, id: string): Promise<HealthCheckDetail | undefined> => {
    const row = await readCheck(tx, id)
    if (!row) return undefined
    const [ids, reader] = [[row.initiative_id], readerOf(actor, context)]
    const around: Around = { areas: await readAreas(tx, [id]), recommendations: await readRecommendations(tx, [id]), reported: await readReported(tx, ids), initiatives: await initiativeNames(tx, ids), reviewing: await readChecksOf(tx, ids) }
    // Until the report what the records say now; of an initiative that was removed they say nothing.
    const facts = row.indicators ? undefined : await readFacts(tx, sources, { orgId: actor.orgId, initiativeId: row.initiative_id, today: reader.today })
    return presentDetail(row, around, row.indicators ?? (facts ? toWire(healthIndicators(facts)) : []), reader)
  }
  const then = <R>(outcome: Promise<Result<string, R>>, context: RequestContext, actor: Actor) =>
    afterAct(outcome, (id) => withOrg(context.db, actor, async (tx) => {
      const found = await detail(tx, actor, context, id)
      invariant(found !== undefined, 'a health check that was just changed is there')
      return found
    }))
  return {
    readHealthChecks: async ({ actor, context }) => ok(await list(context, actor)),
    readHealthCheck: ({ actor, params, context }) => withOrg(context.db, actor, async (tx) => {
      const found = await detail(tx, actor, context, params.id)
      return found ? ok(found) : noCheck(params.id)
    }),
    bookHealthCheck: ({ actor, body, context }) => then(bookCheck(context.db, actor, body, { now: context.now, sources }), context, actor),
    callOffHealthCheck: ({ actor, params, body, context }) => then(callOffCheck(context.db, actor, params.id, body, context.now), context, actor),
    judgeArea: ({ actor, params, body, context }) => then(judgeArea(context.db, actor, params.id, body, context.now), context, actor),
    addRecommendation: ({ actor, params, body, context }) => then(addRecommendation(context.db, actor, params.id, body, context.now), context, actor),
    reportHealthCheck: ({ actor, params, body, context }) => then(reportCheck(context.db, actor, params.id, body, { now: context.now, sources }), context, actor),
    withdrawRecommendation: ({ actor, params, body, context }) => then(withdrawRecommendation(context.db, actor, params.id, body, context.now), context, actor),
    giveRecommendation: ({ actor, params, body, context }) => then(giveRecommendation(context.db, actor, params.id, body), context, actor),
    answerRecommendation: ({ actor, params, body, context }) => then(answerRecommendation(context.db, actor, params.id, body, context.now), context, actor),
    recheckRecommendation: ({ actor, params, body, context }) => then(recheckRecommendation(context.db, actor, params.id, body, { now: context.now, readTeams: sources.readTeams }), context, actor),
  }
}
