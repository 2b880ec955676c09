import type { libraryRoutes, MeasureLibrary, ObjectiveMeasures, strategyProblems } from '@throughline/contract/strategy'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { starterLibrary } from '@throughline/engine/strategy'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { firstStrategy } from '../first-strategy.ts'
import { readStored } from '../store.ts'
import { chooseMeasure, unlinkMeasure } from './acts/choose-measure.ts'
import { addDefinition, changeDefinition, retireDefinition } from './acts/keep-definition.ts'
import { loadDefinitions } from './acts/load-definitions.ts'
import { presentLibrary, presentObjectiveMeasures } from './present.ts'
import { previewDefinitions } from './preview.ts'
import { readDefinitions } from './store.ts'

const read = ({ db }: RequestContext, actor: Actor): Promise<MeasureLibrary> => withOrg(db, actor, async (tx) => presentLibrary(await readDefinitions(tx), (await readStored(tx)) ?? firstStrategy(actor.orgId)))

const readMeasures = ({ db }: RequestContext, actor: Actor, id: string): Promise<Result<ObjectiveMeasures, { readonly code: 'not_found'; readonly values: { readonly what: string; readonly id: string } }>> =>
  withOrg(db, actor, async (tx) => {
    const found = presentObjectiveMeasures(id, await readDefinitions(tx), (await readStored(tx)) ?? firstStrategy(actor.orgId))
    return found ? ok(found) : refuse({ code: 'not_found' as const, values: { what: 'objective', id } })
  })

const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor): Promise<Result<MeasureLibrary, R>> => afterAct(outcome, () => read(context, actor))

const load = (context: RequestContext, actor: Actor, given: Parameters<typeof loadDefinitions>[2], origin: 'starter' | 'imported') =>
  afterAct(loadDefinitions(context.db, actor, given, origin), async (loaded) => ({ ...loaded, library: await read(context, actor) }))

/** The library of measures, and what an objective is and may be measured by; each act answers with all of what it changes. */
export const libraryHandlers: Handlers<typeof libraryRoutes, keyof typeof strategyProblems> = {
  readLibrary: async ({ actor, context }) => ok(await read(context, actor)),
  addDefinition: ({ actor, body, context }) => then(addDefinition(context.db, actor, body), context, actor),
  changeDefinition: ({ actor, params, body, context }) => then(changeDefinition(context.db, actor, params.id, body), context, actor),
  retireDefinition: ({ actor, params, body, context }) => then(retireDefinition(context.db, actor, params.id, body, context.now), context, actor),
  loadStarterLibrary: ({ actor, context }) => load(context, actor, starterLibrary.map((one) => ({ ...one, patterns: [...one.patterns] })), 'starter'),
  importDefinitions: ({ actor, body, context }) => load(context, actor, body.definitions, 'imported'),
  previewDefinitions: async ({ query, body }) => ok(await previewDefinitions(body, query.fileName ?? 'definitions')),
  proposeMeasures: ({ actor, params, context }) => readMeasures(context, actor, params.id),
  chooseMeasure: async ({ actor, params, body, context }) => {
    const done = await chooseMeasure(context.db, actor, params.id, body, context.now)
    return done.ok ? readMeasures(context, actor, params.id) : done
  },
  unlinkMeasure: async ({ actor, params, context }) => {
    const done = await unlinkMeasure(context.db, actor, params.id, context.now)
    return done.ok ? readMeasures(context, actor, done.value) : done
  },
}
