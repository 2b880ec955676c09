import type { governanceProblems, ServiceCatalogue, ServiceGaps, ServiceMix, serviceRoutes } from '@throughline/contract/governance'
import type { Grain } from '@throughline/engine/capacity'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { may, readOrganisation } from '../../people/index.ts'
import { answerRequest } from './acts/answer-request.ts'
import { deliverRequest } from './acts/deliver-request.ts'
import { judgeUse } from './acts/judge-use.ts'
import { judgeCapability, stateNeed } from './acts/give-level.ts'
import { addService, changeService, publishService, retireService } from './acts/keep-service.ts'
import { changeStep, dropStep, planStep } from './acts/keep-step.ts'
import { recordHours, removeHours, setTarget } from './acts/record-hours.ts'
import { requestService } from './acts/request-service.ts'
import { presentGaps } from './present-gaps.ts'
import { presentMix, presentServices } from './present.ts'
import type { ServiceSources } from './sources.ts'
import { countRequests, hoursByRequest, initiativeNames, readCapabilities, readEditions, readHours, readNeeds, readRefusals, readRequests, readServices, readSteps, readTargets, readUses } from './store.ts'

/** Requests that one answer lists. */
const mostRequests = 300

const catalogue = ({ db }: RequestContext, actor: Actor): Promise<ServiceCatalogue> =>
  withOrg(db, actor, async (tx) => {
    const requests = await readRequests(tx, mostRequests)
    const listed = requests.map(({ id }) => id)
    return presentServices(
      { services: await readServices(tx), editions: await readEditions(tx), requests, counts: await countRequests(tx), refusals: await readRefusals(tx, listed), hours: await hoursByRequest(tx, listed), initiatives: await initiativeNames(tx, requests.flatMap(({ initiative_id }) => initiative_id ?? [])) },
      actor, may(actor, 'take_part'),
    )
  })
const mix = ({ db }: RequestContext, actor: Actor, { grain = 'quarter' }: { readonly grain?: Grain | undefined }): Promise<ServiceMix> =>
  withOrg(db, actor, async (tx) => {
    const { calendar, currency } = await readOrganisation(tx)
    return presentMix({ hours: await readHours(tx), targets: await readTargets(tx), uses: await readUses(tx), services: await readServices(tx), calendar, currency, grain })
  })

/** Services of the PMO; each act answers with the whole catalogue, the whole mix or all gaps. */
export function serviceHandlers({ readTeams, readObjectives }: ServiceSources): Handlers<typeof serviceRoutes, keyof typeof governanceProblems> {
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => catalogue(context, actor))
  const gaps = (context: RequestContext, actor: Actor): Promise<ServiceGaps> =>
    withOrg(context.db, actor, async (tx) => {
      const steps = await readSteps(tx)
      const initiatives = await initiativeNames(tx, steps.flatMap(({ initiative_id }) => initiative_id ?? []))
      return presentGaps({ objectives: (await readObjectives(tx)).objectives, needs: await readNeeds(tx), capabilities: await readCapabilities(tx), services: await readServices(tx), editions: await readEditions(tx), steps, initiatives, today: todayOf(context) })
    })
  return {
    readServices: async ({ actor, context }) => ok(await catalogue(context, actor)),
    addPmoService: ({ actor, body, context }) => then(addService(context.db, actor, body), context, actor),
    changePmoService: ({ actor, params, body, context }) => then(changeService(context.db, actor, params.id, body), context, actor),
    publishService: ({ actor, params, body, context }) => then(publishService(context.db, actor, params.id, body, context.now), context, actor),
    retireService: ({ actor, params, body, context }) => then(retireService(context.db, actor, params.id, body, context.now), context, actor),
    requestService: ({ actor, params, body, context }) => then(requestService(context.db, actor, params.id, body, context.now), context, actor),
    answerServiceRequest: ({ actor, params, body, context }) => then(answerRequest(context.db, actor, params.id, body, { now: context.now, readTeams }), context, actor),
    deliverServiceRequest: ({ actor, params, body, context }) => then(deliverRequest(context.db, actor, params.id, body, { now: context.now, readTeams }), context, actor),
    judgeServiceUse: ({ actor, params, body, context }) => then(judgeUse(context.db, actor, params.id, body, context.now), context, actor),
    readServiceMix: async ({ actor, query, context }) => ok(await mix(context, actor, query)),
    recordServiceHours: ({ actor, query, body, context }) => afterAct(recordHours(context.db, actor, body, context.now), () => mix(context, actor, query)),
    removeServiceHours: ({ actor, params, query, context }) => afterAct(removeHours(context.db, actor, params.id, context.now), () => mix(context, actor, query)),
    readServiceGaps: async ({ actor, context }) => ok(await gaps(context, actor)),
    judgeCapability: ({ actor, body, context }) => afterAct(judgeCapability(context.db, actor, body, context.now), () => gaps(context, actor)),
    stateServiceNeed: ({ actor, body, context }) => afterAct(stateNeed(context.db, actor, body, { now: context.now, readObjectives }), () => gaps(context, actor)),
    planServiceStep: ({ actor, body, context }) => afterAct(planStep(context.db, actor, body), () => gaps(context, actor)),
    changeServiceStep: ({ actor, params, body, context }) => afterAct(changeStep(context.db, actor, params.id, body), () => gaps(context, actor)),
    dropServiceStep: ({ actor, params, body, context }) => afterAct(dropStep(context.db, actor, params.id, body, context.now), () => gaps(context, actor)),
    setServiceTarget: ({ actor, query, body, context }) => afterAct(setTarget(context.db, actor, body, context.now), () => mix(context, actor, query)),
  }
}
