import { createHash, timingSafeEqual } from 'node:crypto'
import { refuse, ok, type Result } from '@throughline/engine/kernel'
import type { Permission, Route, WireRefusal } from '@throughline/contract/wire'
import type { FastifyRequest } from 'fastify'
import type { Db } from '../database/index.ts'
import { actorOfSession, actorOfToken } from '../people/index.ts'
import { sessionSecretOf } from './cookie.ts'
import { heldBack } from './hold-back.ts'
import { asking, refusedEverywhere } from './permit.ts'
import type { Actor } from './room.ts'

/** Who calls, if anyone: by API token, or else by session cookie. */
async function identify(request: FastifyRequest, db: Db, now: Date): Promise<Actor | undefined> {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1]
  if (bearer !== undefined) return actorOfToken(db, bearer, now)
  const secret = sessionSecretOf(request)
  return secret === undefined ? undefined : actorOfSession(db, secret, now)
}

/** Lets a caller in who may somewhere what the route needs and, with a cookie, comes from our own page. */
export async function admit(request: FastifyRequest, route: Pick<Route, 'access' | 'beforeSecondFactor' | 'recentSignIn'>, db: Db, now: Date): Promise<Result<Actor | undefined, WireRefusal>> {
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  const { access } = route
  if (access === 'public') return writes && comesFromElsewhere(request) ? refuse({ code: 'csrf_token_wrong' }) : ok(undefined)
  const actor = await identify(request, db, now)
  if (!actor) return refuse({ code: 'session_required' })
  if (writes && actor.via === 'session' && (comesFromElsewhere(request) || !same(String(request.headers['x-csrf-token'] ?? ''), actor.csrf ?? ''))) return refuse({ code: 'csrf_token_wrong' })
  const refused = refusedEverywhere(actor, access) ?? heldBack(actor, route, now)
  return refused ? refuse(refused) : ok(actor)
}

/** Lets a caller in to what is served apart from the routes; what it writes asks again. */
export async function admitAsking(request: FastifyRequest, access: Permission, db: Db, now: () => Date): Promise<Result<Actor | undefined, WireRefusal>> {
  const admitted = await admit(request, { access }, db, now())
  return admitted.ok && admitted.value ? ok(asking(admitted.value, { access }, {}, {}, now)) : admitted
}

/** Whether a browser says that another site's page sent this. A caller that is no browser says nothing. */
function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = request.headers
  return origin !== undefined && URL.parse(origin)?.host !== request.host
}

const same = (one: string, other: string): boolean => other !== '' && timingSafeEqual(createHash('sha256').update(one).digest(), createHash('sha256').update(other).digest())
