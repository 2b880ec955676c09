import type { FastifyInstance } from 'fastify'
import { serveBackChannel } from './back-channel/serve.ts'
import { answering, letIn, originOf, placeOf, start, taken, usable, type SignOnPlaces } from './coming-in.ts'
import { finishOidc } from './oidc.ts'
import { SignOnRefused } from './provider.ts'
import { serveSaml } from './saml/serve.ts'

type Asked = { Params: { id: string }; Querystring: { return?: string } }

/** A form is small, but for an assertion with many groups. */
const mostFormBytes = 1024 * 1024

/** Serves where a browser goes to sign in at an identity provider, where it comes back to, and what providers send by themselves. */
export function serveSignOn(app: FastifyInstance, places: SignOnPlaces): void {
  app.get<Asked>('/api/people/sign-on/:id/start', (request, reply) => answering(request, reply, () => start(request, reply, places, request.params.id, request.query.return)))
  app.get<Asked>('/api/people/sign-on/:id/callback', (request, reply) =>
    answering(request, reply, async () => {
      const provider = await usable(places, request.params.id)
      if (provider.protocol !== 'oidc') throw new SignOnRefused('invalid', 'a code for a provider that gives none')
      const state = new URL(request.url, 'http://here').searchParams.get('state') ?? ''
      const { tie, returnTo } = await taken(request, places, provider, state)
      const callback = new URL(new URL(request.url, 'http://here').search, `${originOf(request, places.signOn)}${placeOf(provider.id)}/callback`)
      return letIn(request, reply, places, { provider, identity: await finishOidc(provider, tie, callback, places.signOn.reach), returnTo })
    }),
  )
  // Forms are read here and nowhere else: no other address takes what a page of another site can send.
  void app.register(async (forms) => {
    forms.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: mostFormBytes }, (_, text, done) => done(null, new URLSearchParams(text as string)))
    serveSaml(forms, places)
    serveBackChannel(forms, places)
  })
}
