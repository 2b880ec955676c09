import type { FrameworkMigration, frameworkRoutes, Frameworks, governanceProblems } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { namesOfServices } from '../services/index.ts'
import { adoptFramework } from './acts/adopt-framework.ts'
import { addFramework, changeFramework, publishFramework, retireFramework } from './acts/keep-framework.ts'
import { migrateInitiatives } from './acts/migrate-initiatives.ts'
import { presentAdoptions, presentFrameworks, presentMigration } from './present.ts'
import { noFramework } from './refusals.ts'
import { findInitiatives, readAdoptions, readEditions, readFrameworks } from './store.ts'

const everything = ({ db, now }: RequestContext, actor: Actor): Promise<Frameworks> =>
  withOrg(db, actor, async (tx) => {
    const [frameworks, editions, adoptions] = [await readFrameworks(tx), await readEditions(tx), await readAdoptions(tx)]
    const named = [...frameworks, ...editions].flatMap(({ said }) => said.elements.flatMap(({ serviceId }) => serviceId ?? []))
    return presentFrameworks({ frameworks, editions, adoptions, initiatives: await findInitiatives(tx, adoptions.map(({ initiative_id }) => initiative_id)), services: await namesOfServices(tx, [...new Set(named)]), today: now.toISOString().slice(0, 10) })
  })

const migration = ({ db }: RequestContext, actor: Actor, id: string, edition: number | undefined): Promise<Result<FrameworkMigration, Refusal<'not_found'>>> =>
  withOrg(db, actor, async (tx) => {
    const editions = await readEditions(tx, id)
    const target = edition === undefined ? editions[0] : editions.find(({ no }) => no === edition)
    if (!target) return edition === undefined ? noFramework(id) : refuse({ code: 'not_found', values: { what: 'edition', id: String(edition) } })
    const adoptions = await readAdoptions(tx)
    return ok(presentMigration(target, editions, presentAdoptions(adoptions, await findInitiatives(tx, adoptions.map(({ initiative_id }) => initiative_id)))))
  })

/** Frameworks; each act answers with all of them. */
export function frameworkHandlers(): Handlers<typeof frameworkRoutes, keyof typeof governanceProblems> {
  const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => everything(context, actor))
  return {
    readFrameworks: async ({ actor, context }) => ok(await everything(context, actor)),
    addFramework: ({ actor, body, context }) => then(addFramework(context.db, actor, body), context, actor),
    changeFramework: ({ actor, params, body, context }) => then(changeFramework(context.db, actor, params.id, body), context, actor),
    publishFramework: ({ actor, params, body, context }) => then(publishFramework(context.db, actor, params.id, body, context.now), context, actor),
    retireFramework: ({ actor, params, body, context }) => then(retireFramework(context.db, actor, params.id, body, context.now), context, actor),
    adoptFramework: ({ actor, params, body, context }) => then(adoptFramework(context.db, actor, params.id, body, context.now), context, actor),
    previewMigration: ({ actor, params, query, context }) => migration(context, actor, params.id, query.edition),
    migrateInitiatives: ({ actor, params, body, context }) => then(migrateInitiatives(context.db, actor, params.id, body, context.now), context, actor),
  }
}
