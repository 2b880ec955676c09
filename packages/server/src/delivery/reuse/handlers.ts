import type { deliveryProblems, InitiativeReuse, reuseRoutes } from '@throughline/contract/delivery'
import type { Refusal } from '@throughline/contract/wire'
import type { Witness } from '@throughline/engine/delivery'
import { isRunning } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { readLoads } from '../../capacity/index.ts'
import { withOrg, type Actor, type Tx } from '../../database/index.ts'
import { readTies } from '../../demand/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { allowedIn } from '../../people/index.ts'
import { addComponent, changeComponent, withdrawComponent } from './acts/keep-component.ts'
import { answerOffer, confirmSaving, offerComponent, withdrawOffer } from './acts/offer-component.ts'
import type { DeliverableSource } from './deliverable-source.ts'
import type { MeasuredSource } from './measured-source.ts'
import { presentBoard, presentFits, presentInitiative, type ReuseKept } from './present.ts'
import { noComponent, noInitiative } from './refusals.ts'
import { readShown } from './shown.ts'
import { readOffers, readStanding, readStandingOne, type ShownComponent } from './store.ts'

/** What reuse is told by later rooms. */
export type ReuseSources = { readonly readMeasured: MeasuredSource; readonly readDeliverables: DeliverableSource }

type Asked = { readonly context: RequestContext; readonly actor: Actor; readonly sources: ReuseSources }
const kept = async (tx: Tx, { context, actor, sources }: Asked): Promise<ReuseKept> => ({ components: await readShown(tx, sources.readDeliverables), offers: await readOffers(tx), today: todayOf(context), accountId: actor.accountId })

const ofInitiative = (asked: Asked, id: string): Promise<Result<InitiativeReuse, Refusal<'not_found'>>> =>
  withOrg(asked.context.db, asked.actor, async (tx) => {
    const initiative = await readStandingOne(tx, id)
    return initiative ? ok(presentInitiative(await kept(tx, asked), initiative, allowedIn(asked.actor, { initiativeId: id, unitId: initiative.unit_id }).includes('edit_initiative'))) : noInitiative(id)
  })

/** What initiatives that go on have to do with things that others may have to do with as well. */
async function witnessesOf(tx: Tx, readMeasured: MeasuredSource, components: readonly ShownComponent[], today: string): Promise<readonly Witness[]> {
  const going = new Map((await readStanding(tx)).filter(({ state }) => isRunning(state)).map(({ id, name }) => [id, { id, name }]))
  const of = (id: string, witness: Omit<Witness, 'initiative'>): Witness[] => { const initiative = going.get(id); return initiative ? [{ ...witness, initiative }] : [] }
  const { periods, loads } = await readLoads(tx, today)
  return [
    ...loads.flatMap(({ id, name, periods: own }) => own.flatMap(({ parts }, at) => parts.flatMap((part) => of(part.initiativeId, { kind: 'pool', thing: { id, name }, period: periods[at]?.label ?? '' })))),
    ...(await readTies(tx)).dependencies.flatMap(({ fromId, toId }) => { const thing = going.get(toId); return thing ? of(fromId, { kind: 'dependency', thing }) : [] }),
    ...(await readMeasured(tx)).flatMap(({ initiativeId, measureId, measure }) => of(initiativeId, { kind: 'measure', thing: { id: measureId, name: measure } })),
    ...components.filter(({ withdrawn }) => withdrawn === null).flatMap(({ initiative_id, skills }) => skills.flatMap((skill) => of(initiative_id, { kind: 'skill', thing: { id: skill.toLowerCase(), name: skill } }))),
  ]
}

/** Reuse across initiatives; each act answers with what its initiative gives and has. */
export function reuseHandlers(sources: ReuseSources): Handlers<typeof reuseRoutes, keyof typeof deliveryProblems> {
  const then = async <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor, id: string) => {
    const done = await outcome
    return done.ok ? ofInitiative({ context, actor, sources }, id) : done
  }
  return {
    readReuse: ({ actor, query, context }) =>
      withOrg(context.db, actor, async (tx) => {
        const all = await kept(tx, { context, actor, sources })
        return ok(presentBoard(all, await witnessesOf(tx, sources.readMeasured, all.components, all.today), query))
      }),
    readComponentFits: ({ actor, params, context }) =>
      withOrg(context.db, actor, async (tx) => {
        const component = (await readShown(tx, sources.readDeliverables)).find(({ id }) => id === params.id)
        return component ? ok(presentFits(component, await readOffers(tx), await readStanding(tx))) : noComponent(params.id)
      }),
    readInitiativeReuse: ({ actor, params, context }) => ofInitiative({ context, actor, sources }, params.id),
    addComponent: ({ actor, params, body, context }) => then(addComponent(context.db, actor, params.id, body, sources.readDeliverables), context, actor, params.id),
    changeComponent: ({ actor, params, body, context }) => then(changeComponent(context.db, actor, { initiativeId: params.id, id: params.componentId }, body, sources.readDeliverables), context, actor, params.id),
    withdrawComponent: ({ actor, params, body, context }) => then(withdrawComponent(context.db, actor, { initiativeId: params.id, id: params.componentId }, body, todayOf(context)), context, actor, params.id),
    offerComponent: ({ actor, params, body, context }) => then(offerComponent(context.db, actor, { initiativeId: params.id, id: params.componentId }, body, { now: context.now, readDeliverables: sources.readDeliverables }), context, actor, params.id),
    answerReuseOffer: ({ actor, params, body, context }) => then(answerOffer(context.db, actor, { initiativeId: params.id, id: params.offerId }, body, { today: todayOf(context), readDeliverables: sources.readDeliverables }), context, actor, params.id),
    withdrawReuseOffer: ({ actor, params, body, context }) => then(withdrawOffer(context.db, actor, { initiativeId: params.id, id: params.offerId }, body, todayOf(context)), context, actor, params.id),
    confirmReuseSaving: ({ actor, params, body, context }) => then(confirmSaving(context.db, actor, { initiativeId: params.id, id: params.offerId }, body, context.now), context, actor, params.id),
  }
}
