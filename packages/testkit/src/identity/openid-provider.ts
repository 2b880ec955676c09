import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, decodeJwt, type JWTPayload } from 'jose'
import Provider from 'oidc-provider'

/** Somebody whom the provider knows. */
export type ProviderPerson = { readonly sub: string; readonly email?: string; readonly email_verified?: boolean; readonly name?: string; readonly groups?: readonly string[] }

/** How an id token is changed before it is handed out: other claims, signed anew by the provider's key or by another. */
export type Bend = { readonly claims?: (claims: JWTPayload) => JWTPayload; readonly foreignKey?: boolean }

/** A real OpenID provider (oidc-provider, certified) on a port of this machine, whose answers can be bent. */
export type OpenIdProvider = {
  readonly issuer: string
  /** Who signs in from here on, or null where they refuse. */
  person: ProviderPerson | null
  bend: Bend | undefined
  /** Follows a sign-in from its start at the provider until it leaves for somewhere else, as a browser with cookies of its own would; returns that address. */
  visit(start: string): Promise<URL>
  /** Ends the session of whoever was here last, as its browser would from an address to sign out at; resolves with the logout tokens that were sent meanwhile. */
  leave(address: string): Promise<readonly string[]>
  /** A logout token as this provider signs it, or with another key. */
  logoutToken(claims: JWTPayload, by?: { readonly foreignKey?: boolean; readonly typ?: string }): Promise<string>
  close(): Promise<void>
}

export const openIdClient = { id: 'throughline', secret: 'a secret of some length that only both know' } as const

/** Starts a provider that knows one client, with these redirect addresses. */
export async function startOpenIdProvider(redirectUris: readonly string[]): Promise<OpenIdProvider> {
  const [own, foreign] = await Promise.all([generateKeyPair('RS256', { extractable: true }), generateKeyPair('RS256')])
  const jwk = { ...(await exportJWK(own.privateKey)), kid: 'own', alg: 'RS256', use: 'sig' }
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const people = new Map<string, ProviderPerson>()
  const sent: string[] = []
  let jar: Jar = new Map()
  const state: { person: ProviderPerson | null; bend: Bend | undefined } = { person: null, bend: undefined }
  const provider = new Provider(issuer, {
    clients: [{ client_id: openIdClient.id, client_secret: openIdClient.secret, redirect_uris: [...redirectUris], backchannel_logout_uri: redirectUris[0]?.replace(/callback$/, 'backchannel-logout'), backchannel_logout_session_required: true, post_logout_redirect_uris: redirectUris.map((uri) => `${new URL(uri).origin}/`), grant_types: ['authorization_code'], response_types: ['code'] }],
    jwks: { keys: [jwk] },
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true }, backchannelLogout: { enabled: true } },
    fetch: async (_: unknown, { body }: { body?: unknown } = {}) => (sent.push(new URLSearchParams(String(body)).get('logout_token') ?? ''), new Response(null, { status: 200 })),
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) ?? { sub } }),
    pkce: { required: () => true },
  })
  provider.use(async (context, next) => {
    await next()
    const body = context.body as { id_token?: string } | undefined
    if (context.oidc?.route !== 'token' || !body?.id_token || !state.bend) return
    const { claims = (given) => given, foreignKey = false } = state.bend
    context.body = { ...body, id_token: await new SignJWT(claims(decodeJwt(body.id_token))).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(foreignKey ? foreign.privateKey : own.privateKey) }
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response)
    const interact = async () => {
      const { params } = await provider.interactionDetails(request, response)
      const { person } = state
      if (!person) return provider.interactionFinished(request, response, { error: 'access_denied', error_description: 'not today' })
      people.set(person.sub, person)
      const grant = new provider.Grant({ accountId: person.sub, clientId: String(params['client_id']) })
      grant.addOIDCScope(String(params['scope']))
      return provider.interactionFinished(request, response, { login: { accountId: person.sub }, consent: { grantId: await grant.save() } })
    }
    interact().catch((error: unknown) => response.writeHead(500).end(String(error)))
  })
  return Object.assign(state, {
    issuer,
    visit: (start: string) => followWithin(issuer, start, (jar = new Map())),
    leave: async (address: string) => {
      sent.length = 0
      const page = await asked(new URL(address), jar)
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(await page.text())?.[1]
      if (!xsrf) throw new Error(`The provider did not ask whether to sign out at ${address}`)
      await asked(new URL('/session/end/confirm', issuer), jar, new URLSearchParams({ xsrf, logout: 'yes' }))
      return [...sent]
    },
    logoutToken: (claims: JWTPayload, { foreignKey = false, typ = 'logout+jwt' }: { foreignKey?: boolean; typ?: string } = {}) => new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own', typ }).sign(foreignKey ? foreign.privateKey : own.privateKey),
    close: () => new Promise<void>((closed) => (server.closeAllConnections(), server.close(() => closed()))),
  })
}

type Jar = Map<string, string>

/** A request with the cookies of a jar, which keeps those that come back. */
async function asked(at: URL, jar: Jar, form?: URLSearchParams): Promise<Response> {
  const reply = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') }, ...(form ? { method: 'POST', body: form } : {}) })
  for (const line of reply.headers.getSetCookie()) {
    const [pair = ''] = line.split(';')
    jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
  }
  return reply
}

/** Follows redirects with a jar of cookies for as long as they stay at the provider. */
async function followWithin(issuer: string, start: string, jar: Jar): Promise<URL> {
  let at = new URL(start)
  for (let hop = 0; hop < 12; hop += 1) {
    if (at.origin !== issuer) return at
    const reply = await asked(at, jar)
    const location = reply.headers.get('location')
    if (!location) throw new Error(`The provider answered ${reply.status} at ${at.pathname}: ${(await reply.text()).slice(0, 300)}`)
    at = new URL(location, at)
  }
  throw new Error(`The provider sends round in circles from ${start}`)
}
