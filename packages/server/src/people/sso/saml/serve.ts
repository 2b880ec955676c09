import type { FastifyInstance } from 'fastify'
import { answering, letIn, ownPlaces, placeOf, taken, usable, type SignOnPlaces } from '../coming-in.ts'
import { SignOnRefused, type Provider } from '../provider.ts'
import { hashOf } from '../../secrets.ts'
import { openProvider } from '../settings.ts'
import { keepArrived, waitingRequest } from '../store.ts'
import { finishSaml, ownMetadata } from './saml.ts'

type Asked = { Params: { id: string }; Querystring: { state?: string } }
const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/**
 * Serves SAML 2.0: our metadata; where a provider posts its answer; and where the browser then comes for it. The answer is posted by a page of
 * the provider, with which the browser sends no cookie of ours; so it is checked and kept, and the session begins only for the browser that asked.
 */
export function serveSaml(app: FastifyInstance, places: SignOnPlaces): void {
  // Metadata are of use before the provider is known here, so that it can be told of us first; they say nothing but our own addresses.
  app.get<Asked>('/api/people/sign-on/:id/metadata', async (request, reply) => {
    request.room = 'people'
    const { id } = request.params
    const provider = isId(id) ? await openProvider(places.db, places.signOn, id) : undefined
    if (!isId(id) || (provider && provider.protocol !== 'saml')) return reply.callNotFound()
    return reply.type('application/samlmetadata+xml; charset=utf-8').header('cache-control', 'no-store').send(ownMetadata(provider, ownPlaces(request, places, id)))
  })
  app.post<Asked>('/api/people/sign-on/:id/acs', (request, reply) =>
    answering(request, reply, async () => {
      const provider = await samlProvider(places, request.params.id)
      const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      const [state, encoded] = [form.get('RelayState') ?? '', form.get('SAMLResponse') ?? '']
      const wanted = { orgId: provider.orgId, providerId: provider.id, stateHash: hashOf(state), now: places.now() }
      const requestId = await waitingRequest(places.db, wanted)
      if (requestId === undefined) throw new SignOnRefused('expired', 'no sign-in waits for that relay state')
      const { identity, assertionId, endsAt } = await finishSaml(provider, ownPlaces(request, places, provider.id), encoded, { requestId, now: wanted.now }, places.signOn.reach)
      if (!(await keepArrived(places.db, { ...wanted, messageHash: hashOf(`assertion ${assertionId}`), endsAt }, identity))) throw new SignOnRefused('invalid', `the assertion ${assertionId} came before`)
      return reply.header('cache-control', 'no-store').redirect(`${placeOf(provider.id)}/arrive?state=${encodeURIComponent(state)}`, 303)
    }),
  )
  app.get<Asked>('/api/people/sign-on/:id/arrive', (request, reply) =>
    answering(request, reply, async () => {
      const provider = await samlProvider(places, request.params.id)
      const { returnTo, arrived } = await taken(request, places, provider, request.query.state ?? '')
      if (!arrived) throw new SignOnRefused('expired', 'no answer of the provider waits here')
      return letIn(request, reply, places, { provider, identity: arrived, returnTo })
    }),
  )
}

async function samlProvider(places: SignOnPlaces, id: string): Promise<Provider> {
  const provider = await usable(places, id)
  if (provider.protocol !== 'saml') throw new SignOnRefused('invalid', 'a SAML response for a provider of another kind')
  return provider
}
