import type { charterRoutes, Charters, governanceProblems } from '@throughline/contract/governance'
import { ok, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import { afterAct, type Handlers, type RequestContext } from '../../http/index.ts'
import { readUnits } from '../../people/index.ts'
import { addCharter, changeCharter } from './acts/keep-charter.ts'
import { endCharter, signCharter } from './acts/sign-charter.ts'
import { presentCharters } from './present.ts'
import { readCharterEditions, readCharters } from './store.ts'

const all = ({ db, now }: RequestContext, actor: Actor): Promise<Charters> =>
  withOrg(db, actor, async (tx) => presentCharters({ charters: await readCharters(tx), editions: await readCharterEditions(tx), units: await readUnits(tx), today: now.toISOString().slice(0, 10) }))
const then = <R>(outcome: Promise<Result<object, R>>, context: RequestContext, actor: Actor) => afterAct(outcome, () => all(context, actor))

/** Role charters; each act answers with all of them. */
export const charterHandlers: Handlers<typeof charterRoutes, keyof typeof governanceProblems> = {
  readCharters: async ({ actor, context }) => ok(await all(context, actor)),
  addCharter: ({ actor, body, context }) => then(addCharter(context.db, actor, body), context, actor),
  changeCharter: ({ actor, params, body, context }) => then(changeCharter(context.db, actor, params.id, body), context, actor),
  signCharter: ({ actor, params, body, context }) => then(signCharter(context.db, actor, params.id, body, context.now), context, actor),
  endCharter: ({ actor, params, body, context }) => then(endCharter(context.db, actor, params.id, body, context.now), context, actor),
}
