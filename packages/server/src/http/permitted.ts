import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal, Route } from '@throughline/contract/wire'
import { withOrg, type Db } from '../database/index.ts'
import { may } from '../people/index.ts'
import { asking, refusalOf, type Asking } from './permit.ts'
import type { Actor, Places } from './room.ts'
import { whyNotAsSeen } from './seen-store.ts'

type Serving = { readonly db: Db; readonly now: () => Date; readonly places: Places }

/** The actor of a request once its form is known: refused here where they may not on exactly what it names, and asked again by what it writes. */
export async function permitted(route: Route, actor: Actor | undefined, what: Asking, { db, now, places }: Serving): Promise<Result<Actor | undefined, Refusal<'role_insufficient' | 'amounts_withheld'>>> {
  if (!actor || route.access === 'public') return ok(actor)
  if (route.money === 'refused' && !may(actor, 'see_money')) return refuse({ code: 'amounts_withheld' })
  const refusal = may(actor, route.access) ? undefined : await withOrg(db, actor, (tx) => refusalOf(tx, actor, route, what, places), {})
  if (refusal) return refuse(refusal)
  return ok(route.method === 'GET' ? actor : asSeen(asking(actor, route, what, places, now), route, what))
}

/** The actor of a removal that names the version that was seen: the transaction which writes asks for that as well. */
function asSeen(actor: Actor, { seen: kind, path }: Route, { params, query }: Asking): Actor {
  const { version } = (query ?? {}) as { version?: number }
  if (kind === undefined || version === undefined) return actor
  const seen = { room: path.split('/')[2] ?? '', kind, id: (params as { id: string }).id, version }
  return { ...actor, permit: async (tx) => (await actor.permit?.(tx)) ?? whyNotAsSeen(tx, seen) }
}
