import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { demandProblems, demandRoutes, View } from '@throughline/contract/demand'
import type { Refusal } from '@throughline/contract/wire'
import { withOrg, type Actor, type Db } from '../../database/index.ts'
import type { Handlers } from '../../http/index.ts'
import { changeView, createView, removeView } from './acts.ts'
import { presentView, readView, readViews } from './store.ts'

type Served = Pick<typeof demandRoutes, 'listViews' | 'createView' | 'changeView' | 'removeView'>

async function viewOf(db: Db, actor: Actor, id: string): Promise<Result<View, Refusal<'not_found'>>> {
  const view = await withOrg(db, actor, (tx) => readView(tx, id, actor.accountId))
  return view ? ok(presentView(view, actor.accountId)) : refuse({ code: 'not_found', values: { what: 'view', id } })
}

/** Saved views. Even a viewer may keep a view: it changes nothing of the portfolio. */
export const viewHandlers: Handlers<Served, keyof typeof demandProblems> = {
  listViews: async ({ actor, query, context: { db } }) => ok((await withOrg(db, actor, (tx) => readViews(tx, query.list, actor.accountId))).map((view) => presentView(view, actor.accountId))),
  createView: async ({ actor, body, context: { db } }) => {
    const made = await createView(db, actor, body)
    return made.ok ? viewOf(db, actor, made.value) : made
  },
  changeView: async ({ actor, params, body, context: { db } }) => {
    const changed = await changeView(db, actor, params.id, body)
    return changed.ok ? viewOf(db, actor, changed.value) : changed
  },
  removeView: ({ actor, params, context: { db, now } }) => removeView(db, actor, params.id, now),
}
