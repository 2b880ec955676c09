import type { governanceProblems, InitiativeMethods, MethodLibrary, methodLibraryRoutes, MethodSheet } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { leadOf } from '@throughline/engine/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { todayOf, type Handlers, type RequestContext } from '../../http/index.ts'
import { readOrganisation } from '../../people/index.ts'
import { readFrameworks } from '../frameworks/index.ts'
import { noInitiative } from '../refused.ts'
import { initiativeNames, namesOfServices } from '../services/index.ts'
import { addItem, changeItem, publishItem } from './acts/keep-item.ts'
import { loadItems } from './acts/load-items.ts'
import { rateItem, removeRating } from './acts/rate-item.ts'
import { retireItem, setSuccessor } from './acts/retire-item.ts'
import { endUse, removeUse, useItem } from './acts/use-item.ts'
import { presentInitiative, presentLibrary, presentSheet, type LibraryAsk } from './present.ts'
import { previewMethods } from './preview.ts'
import { noItem, succeeded } from './refusals.ts'
import { readItem, readItems, readRatings, readUses } from './store.ts'

const library = (context: RequestContext, actor: Actor, asked: LibraryAsk): Promise<MethodLibrary> =>
  withOrg(context.db, actor, async (tx) => presentLibrary({ items: await readItems(tx), ratings: await readRatings(tx), uses: await readUses(tx), calendar: (await readOrganisation(tx)).calendar, today: todayOf(context) }, asked))

/** The sheet of an item; of a retired one that of the item it leads to, unless the retired one itself is asked for. */
const sheet = (context: RequestContext, actor: Actor, asked: string, itself: boolean): Promise<Result<MethodSheet, Refusal<'not_found'>>> =>
  withOrg(context.db, actor, async (tx) => {
    const items = await readItems(tx)
    const lead = leadOf(asked, succeeded(items))
    const [id, from] = itself || lead.to === null ? [asked, []] : [lead.to, lead.by]
    const item = await readItem(tx, id)
    if (!item) return noItem(asked)
    return ok(presentSheet({ item, from, items, ratings: await readRatings(tx, id), uses: await readUses(tx, { itemId: id }), services: await namesOfServices(tx, item.said.serviceIds), frameworks: item.said.elements.length === 0 ? [] : await readFrameworks(tx), today: todayOf(context), accountId: actor.accountId }))
  })

const ofInitiative = (context: RequestContext, actor: Actor, id: string): Promise<Result<InitiativeMethods, Refusal<'not_found'>>> =>
  withOrg(context.db, actor, async (tx) => {
    const name = (await initiativeNames(tx, [id], true)).get(id)
    return name === undefined ? noInitiative(id) : ok(presentInitiative({ id, name }, await readUses(tx, { initiativeId: id }), await readItems(tx)))
  })

/** What an act on an item is answered with: its own sheet, also where it was retired by it. */
async function thenSheet<R>(outcome: Promise<Result<string, R>>, context: RequestContext, actor: Actor) {
  const done = await outcome
  return done.ok ? sheet(context, actor, done.value, true) : done
}
async function thenInitiative<R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor, id: string) {
  const done = await outcome
  return done.ok ? ofInitiative(context, actor, id) : done
}

/** The method library, with what people say of it and where it is used. */
export const methodHandlers: Handlers<typeof methodLibraryRoutes, keyof typeof governanceProblems> = {
  readMethodLibrary: async ({ actor, query, context }) => ok(await library(context, actor, query)),
  readMethodItem: ({ actor, params, query, context }) => sheet(context, actor, params.id, query.retired === true),
  addMethodItem: ({ actor, body, context }) => thenSheet(addItem(context.db, actor, body), context, actor),
  changeMethodItem: ({ actor, params, body, context }) => thenSheet(changeItem(context.db, actor, params.id, body), context, actor),
  publishMethodItem: ({ actor, params, body, context }) => thenSheet(publishItem(context.db, actor, params.id, body, todayOf(context)), context, actor),
  retireMethodItem: ({ actor, params, body, context }) => thenSheet(retireItem(context.db, actor, params.id, body, todayOf(context)), context, actor),
  setMethodSuccessor: ({ actor, params, body, context }) => thenSheet(setSuccessor(context.db, actor, params.id, body), context, actor),
  rateMethodItem: ({ actor, params, body, context }) => thenSheet(rateItem(context.db, actor, params.id, body, context.now), context, actor),
  removeMethodRating: ({ actor, params, context }) => thenSheet(removeRating(context.db, actor, params.id), context, actor),
  readInitiativeMethods: ({ actor, params, context }) => ofInitiative(context, actor, params.id),
  useMethodItem: ({ actor, params, body, context }) => thenInitiative(useItem(context.db, actor, params.id, body, context.now), context, actor, params.id),
  endMethodUse: ({ actor, params, body, context }) => thenInitiative(endUse(context.db, actor, { initiativeId: params.id, id: params.useId }, body, context.now), context, actor, params.id),
  removeMethodUse: ({ actor, params, context }) => thenInitiative(removeUse(context.db, actor, { initiativeId: params.id, id: params.useId }, context.now), context, actor, params.id),
  previewMethods: async ({ query, body }) => ok(await previewMethods(body, query.fileName ?? 'items')),
  importMethods: ({ actor, body, context }) => loadItems(context.db, actor, body.items),
}
