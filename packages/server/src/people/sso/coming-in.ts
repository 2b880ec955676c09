import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { SignOnReason } from '@throughline/contract/people'
import { newId, type Db } from '../../database/index.ts'
import { browserSecretOf, sessionSecretOf, setBrowserCookie, setSessionCookie } from '../../http/cookie.ts'
import { enter as beginFor } from '../acts/sign-in.ts'
import { deviceOf } from '../device.ts'
import { standardCost } from '../password.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { enter } from './acts/enter.ts'
import { beginOidc, type Tie } from './oidc.ts'
import { SignOnRefused, type Identity, type Provider } from './provider.ts'
import { openProvider, type SignOnServing } from './settings.ts'
import { beginSaml, type OwnPlaces } from './saml/saml.ts'
import { insertSignOn, rememberProvider, takeSignOn } from './store.ts'

export type SignOnPlaces = { readonly db: Db; readonly now: () => Date; readonly signOn: SignOnServing }

export const placeOf = (id: string): string => `/api/people/sign-on/${encodeURIComponent(id)}`

/** The address that people reach us at. */
export const originOf = (request: FastifyRequest, { publicUrl }: SignOnServing): string => publicUrl ?? `${request.protocol}://${request.host}`

/** A provider that is there and in use; otherwise as if there were none. */
export async function usable({ db, signOn }: SignOnPlaces, id: string): Promise<Provider> {
  const provider = await openProvider(db, signOn, id)
  if (!provider?.enabled) throw new SignOnRefused('invalid', `no provider ${id} in use`)
  return provider
}

/** Sends a browser to its provider, tied to what it will come back with. */
export async function start(request: FastifyRequest, reply: FastifyReply, places: SignOnPlaces, id: string, wanted: string | undefined): Promise<FastifyReply> {
  const provider = await usable(places, id)
  const tie: Tie = { state: newSecret(), browserSecret: randomBytes(32).toString('base64url') }
  const now = places.now()
  const requestId = provider.protocol === 'saml' ? `_${randomBytes(20).toString('hex')}` : null
  const onward = requestId === null ? await beginOidc(provider, tie, `${originOf(request, places.signOn)}${placeOf(provider.id)}/callback`, places.signOn.reach) : await beginSaml(provider, ownPlaces(request, places, provider.id), { requestId, relayState: tie.state }, places.signOn.reach)
  await insertSignOn(places.db, { orgId: provider.orgId, id: newId(now.getTime()), providerId: provider.id, stateHash: hashOf(tie.state), browserHash: hashOf(tie.browserSecret), returnTo: pathWithin(wanted), requestId, now })
  keepTie(request, reply, tie.browserSecret)
  return reply.header('cache-control', 'no-store').redirect(onward.href, 302)
}

/** The addresses by which a SAML provider knows us. */
export const ownPlaces = (request: FastifyRequest, { signOn }: SignOnPlaces, id: string): OwnPlaces => {
  const here = `${originOf(request, signOn)}${placeOf(id)}`
  return { entityId: `${here}/metadata`, acs: `${here}/acs` }
}

/** Takes the sign-in that this browser began; once, in time, and at this provider. */
export async function taken(request: FastifyRequest, { db, now }: SignOnPlaces, provider: Provider, state: string): Promise<{ tie: Tie; returnTo: string; arrived: Identity | null }> {
  const browserSecret = request.cookies[tieName(request)] ?? ''
  const begun = await takeSignOn(db, { orgId: provider.orgId, providerId: provider.id, stateHash: hashOf(state), now: now() }, hashOf(browserSecret))
  if (!begun) throw new SignOnRefused('expired', 'no sign-in of this browser waits for that state')
  return { tie: { state, browserSecret }, ...begun }
}

export type Arrived = { readonly provider: Provider; readonly identity: Identity; readonly returnTo: string }

/** Begins the session of who came back, and goes where they wanted to go. */
export async function letIn(request: FastifyRequest, reply: FastifyReply, { db, now }: SignOnPlaces, { provider, identity, returnTo }: Arrived): Promise<FastifyReply> {
  const actor = await enter(db, provider, identity)
  const device = browserSecretOf(request)
  const entering = { cost: standardCost, address: request.ip, now: now(), device: deviceOf(request.headers['user-agent']), ...replaced(request), ...(device === undefined ? {} : { knownDevice: device }) }
  // A second factor is the provider's affair: it answers for who it sends.
  const entered = await beginFor(db, actor, entering, true)
  await rememberProvider(db, provider, identity, hashOf(entered.secret))
  setSessionCookie(request, reply, entered.secret)
  setBrowserCookie(request, reply, entered.device)
  dropTie(request, reply)
  return reply.header('cache-control', 'no-store').redirect(returnTo, 303)
}

const replaced = (request: FastifyRequest): { readonly replaces?: string } => {
  const secret = sessionSecretOf(request)
  return secret === undefined ? {} : { replaces: secret }
}

/** A page of ours; anything else leads to the start page. */
function pathWithin(wanted: string | undefined): string {
  const url = wanted?.startsWith('/') ? URL.parse(wanted, 'http://here') : null
  return url?.origin === 'http://here' && !/^\/api(\/|$)/.test(url.pathname) && !/^\/[/\\]/.test(wanted!) ? url.pathname + url.search : '/'
}

/** What goes wrong ends on the sign-in page with its reason; the detail is for the log alone. */
export async function answering(request: FastifyRequest, reply: FastifyReply, run: () => Promise<FastifyReply>): Promise<FastifyReply> {
  request.room = 'people'
  try {
    return await run()
  } catch (error) {
    if (!(error instanceof SignOnRefused)) throw error
    request.log.warn({ reason: error.reason, detail: error.message }, 'sign-on refused')
    return refused(reply, error.reason)
  }
}

const refused = (reply: FastifyReply, reason: SignOnReason): FastifyReply => reply.header('cache-control', 'no-store').redirect(`/?sign-on=${reason}`, 303)

/** Lax: sent when the browser comes back from the provider by a link, and with nothing that another site does by itself. */
const tieName = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-throughline-sign-on' : 'throughline-sign-on')
const tieOptions = (request: FastifyRequest) => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' }) as const
const keepTie = (request: FastifyRequest, reply: FastifyReply, secret: string) => void reply.setCookie(tieName(request), secret, { ...tieOptions(request), maxAge: 600 })
const dropTie = (request: FastifyRequest, reply: FastifyReply) => void reply.clearCookie(tieName(request), tieOptions(request))
