import type { strategyProblems, strategyRoutes, Workshop } from '@throughline/contract/strategy'
import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { withOrg, type Actor } from '../../database/index.ts'
import type { Handlers, RequestContext } from '../../http/index.ts'
import { decideWorkshop } from './acts/decide-workshop.ts'
import { cancelWorkshop, closeWorkshop, handInJudgement } from './acts/judge-workshop.ts'
import { judgeAgain, openWorkshop } from './acts/open-workshop.ts'
import type { PlanSource } from './plan-source.ts'
import { presentItem, presentWorkshop } from './present.ts'
import { readFollower, readWorkshops } from './store.ts'

type WorkshopRoutes = Pick<typeof strategyRoutes, 'listWorkshops' | 'openWorkshop' | 'readWorkshop' | 'handInJudgement' | 'closeWorkshop' | 'decideWorkshop' | 'cancelWorkshop' | 'judgeAgain'>

/** Workshops on weights; each act answers with the workshop as the caller sees it then. */
export function workshopHandlers(plan: PlanSource): Handlers<WorkshopRoutes, keyof typeof strategyProblems> {
  const find = ({ db }: RequestContext, actor: Actor, id: string): Promise<Workshop | undefined> =>
    withOrg(db, actor, async (tx) => {
      const [row] = await readWorkshops(tx, id)
      if (!row) return undefined
      const [before] = row.follows_id === null ? [] : await readWorkshops(tx, row.follows_id)
      return presentWorkshop(row, actor, { before, followedBy: (await readFollower(tx, id))?.id ?? null })
    })
  async function then<R>(outcome: Promise<Result<string, R>>, context: RequestContext, actor: Actor): Promise<Result<Workshop, R>> {
    const done = await outcome
    if (!done.ok) return done
    const workshop = await find(context, actor, done.value)
    invariant(workshop !== undefined, 'the workshop that was written is there')
    return ok(workshop)
  }
  return {
    listWorkshops: ({ actor, context: { db } }) => withOrg(db, actor, async (tx) => ok((await readWorkshops(tx)).map((row) => presentItem(row, actor)))),
    readWorkshop: async ({ actor, params, context }) => {
      const workshop = await find(context, actor, params.id)
      return workshop ? ok(workshop) : refuse({ code: 'not_found', values: { what: 'workshop', id: params.id } })
    },
    openWorkshop: ({ actor, body, context }) => then(openWorkshop(context.db, actor, body, context.now), context, actor),
    handInJudgement: ({ actor, params, body, context }) => then(handInJudgement(context.db, actor, params.id, body, context.now), context, actor),
    closeWorkshop: ({ actor, params, body, context }) => then(closeWorkshop(context.db, actor, params.id, body.version, context.now), context, actor),
    decideWorkshop: ({ actor, params, body, context }) => then(decideWorkshop(context.db, actor, params.id, body, context.now, plan), context, actor),
    judgeAgain: ({ actor, params, body, context }) => then(judgeAgain(context.db, actor, params.id, body.version, context.now), context, actor),
    cancelWorkshop: ({ actor, params, context }) => cancelWorkshop(context.db, actor, params.id, context.now),
  }
}
