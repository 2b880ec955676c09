import type { FastifyInstance } from 'fastify'
import { signOut } from '../../acts/sign-out.ts'
import { hashOf } from '../../secrets.ts'
import { usable, type SignOnPlaces } from '../coming-in.ts'
import { wholeMessage } from '../fitness.ts'
import { SignOnRefused } from '../provider.ts'
import { sessionsAt, takeOnce } from '../store.ts'
import { LogoutRefused, readLogoutToken } from './logout-token.ts'

/** Serves where an OpenID provider says that somebody signed out there: their sessions that were begun by it end here at once. */
export function serveBackChannel(app: FastifyInstance, places: SignOnPlaces): void {
  app.post<{ Params: { id: string } }>('/api/people/sign-on/:id/backchannel-logout', async (request, reply) => {
    request.room = 'people'
    void reply.header('cache-control', 'no-store')
    try {
      const token = request.body instanceof URLSearchParams ? (request.body.get('logout_token') ?? '') : ''
      await endAt(places, request.params.id, token)
      return await reply.send()
    } catch (error) {
      if (!(error instanceof LogoutRefused || error instanceof SignOnRefused)) throw error
      request.log.warn({ detail: error.message }, 'logout token refused')
      return reply.code(400).send({ error: 'invalid_request', error_description: 'The logout token is not accepted' })
    }
  })
}

async function endAt(places: SignOnPlaces, id: string, token: string): Promise<void> {
  const { db, signOn } = places
  const provider = await usable(places, id)
  if (provider.protocol !== 'oidc') throw new LogoutRefused('the provider is of another kind')
  const now = places.now()
  const { subject, sid, tokenId, endsAt } = await readLogoutToken(token, provider, signOn.reach, now).catch((error: unknown): never => {
    throw error instanceof LogoutRefused ? error : new LogoutRefused(wholeMessage(error))
  })
  if (!(await takeOnce(db, { orgId: provider.orgId, providerId: provider.id, messageHash: hashOf(`logout ${tokenId}`), endsAt, now }))) throw new LogoutRefused('it came before')
  // Nobody signed in here by it is no fault: the provider tells everybody whom it ever sent them to.
  for (const { id: sessionId, ...person } of await sessionsAt(db, provider.orgId, provider.id, { subject, sid })) await signOut(db, { orgId: provider.orgId, ...person }, sessionId)
}
