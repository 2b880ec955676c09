import type { governanceProblems, unitOfferRoutes, UnitOffers } from '@throughline/contract/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import type { Actor } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { readOrganisation, readUnits } from '../../people/index.ts'
import { rolledUp } from '../../rollups/index.ts'
import type { ServiceSources } from '../services/index.ts'
import { initiativeNames, readEditions, readServices } from '../services/store.ts'
import { answerOffer, keepOffer, withdrawOffer } from './acts/answer-offer.ts'
import { makeOffer } from './acts/make-offer.ts'
import { readAnswerers } from './answerers.ts'
import { presentOffers } from './present.ts'
import { readOffers, servicesAtWork } from './store.ts'

/** What is in it for units; each act answers with all sheets. Every initiative is read for them, once after each act and day: who answers for a unit may do so from a day on, or until one. */
export function offerHandlers({ readStakes }: Pick<ServiceSources, 'readStakes'>): Handlers<typeof unitOfferRoutes, keyof typeof governanceProblems> {
  const all = ({ db, now }: RequestContext, actor: Actor): Promise<Result<UnitOffers, never>> =>
    rolledUp<UnitOffers, never>(db, actor, { kind: 'unit-offers', asked: now.toISOString().slice(0, 10) }, async ({ tx }) => {
      const [{ units: stakes }, offers] = [await readStakes(tx, actor.orgId), await readOffers(tx)]
      const outside = stakes.flatMap(({ owners }) => owners.flatMap(({ initiatives }) => initiatives.map(({ initiative }) => initiative.id)))
      return ok(presentOffers({
        stakes, offers, services: await readServices(tx), editions: await readEditions(tx), atWork: await servicesAtWork(tx, outside), initiatives: await initiativeNames(tx, offers.map(({ initiative_id }) => initiative_id)),
        answerers: await readAnswerers(tx, now), units: await readUnits(tx), currency: (await readOrganisation(tx)).currency,
      }))
    })
  const then = async <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<UnitOffers, R>> => {
    const done = await outcome
    return done.ok ? all(context, actor) : done
  }
  return {
    readUnitOffers: ({ actor, context }) => all(context, actor),
    makeUnitOffer: ({ actor, body, context }) => then(makeOffer(context.db, actor, body, { now: context.now, readStakes }), context, actor),
    answerUnitOffer: ({ actor, params, body, context }) => then(answerOffer(context.db, actor, params.id, body, { now: context.now, readStakes }), context, actor),
    keepUnitOffer: ({ actor, params, body, context }) => then(keepOffer(context.db, actor, params.id, body, context.now), context, actor),
    withdrawUnitOffer: ({ actor, params, body, context }) => then(withdrawOffer(context.db, actor, params.id, body, context.now), context, actor),
  }
}
