import { createRemoteJWKSet, customFetch, jwtVerify, type FetchImplementation, type JWTVerifyGetKey } from 'jose'
import type { CustomFetchOptions } from 'openid-client'
import { discover } from '../oidc.ts'
import type { Provider } from '../provider.ts'
import type { Reach } from '../reach.ts'

/** Whose sessions end: all of a subject, or the one at the provider that is named. */
export type LogoutToken = { readonly subject: string | undefined; readonly sid: string | undefined; readonly tokenId: string; readonly endsAt: Date }

/** Why a logout token counts for nothing. */
export class LogoutRefused extends Error {
  override readonly name = 'LogoutRefused'
}

const event = 'http://schemas.openid.net/event/backchannel-logout'
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
const skewSeconds = 120
const mostAgeSeconds = 600

const keys = new Map<string, JWTVerifyGetKey>()
const mostKeys = 500

function keysAt(address: string, reach: Reach): JWTVerifyGetKey {
  const key = JSON.stringify([address, reach.network])
  const known = keys.get(key)
  if (known) return known
  if (keys.size >= mostKeys) keys.clear()
  const ask: FetchImplementation = (url, { method, headers }) => reach.fetch(url, { method, headers: Object.fromEntries(headers), body: undefined, redirect: 'manual' } as unknown as CustomFetchOptions)
  const made = createRemoteJWKSet(new URL(address), { [customFetch]: ask })
  keys.set(key, made)
  return made
}

/** Reads a logout token (OpenID Connect Back-Channel Logout 1.0, 2.4 and 2.6): signature, issuer, audience, times, event, and that it is no id token. Throws `LogoutRefused`. */
export async function readLogoutToken(token: string, provider: Provider, reach: Reach, now: Date): Promise<LogoutToken> {
  const config = await discover(provider, reach)
  const { jwks_uri: address } = config.serverMetadata()
  if (address === undefined) throw new LogoutRefused('the provider names no keys')
  const { payload, protectedHeader } = await jwtVerify(token, keysAt(address, reach), {
    issuer: config.serverMetadata().issuer, audience: provider.clientId, algorithms, clockTolerance: skewSeconds, maxTokenAge: mostAgeSeconds, currentDate: now, requiredClaims: ['iat', 'exp', 'jti', 'events'],
  }).catch((error: unknown): never => {
    throw new LogoutRefused(error instanceof Error ? error.message : 'it cannot be read')
  })
  if (protectedHeader.typ !== undefined && !/^(application\/)?(logout\+jwt|jwt)$/i.test(protectedHeader.typ)) throw new LogoutRefused(`its type is ${protectedHeader.typ}`)
  const events: unknown = payload['events']
  const told: unknown = typeof events === 'object' && events !== null ? (events as Record<string, unknown>)[event] : undefined
  if (typeof told !== 'object' || told === null) throw new LogoutRefused('it tells of no logout')
  if ('nonce' in payload) throw new LogoutRefused('it has a nonce, as id tokens have')
  const sid = payload['sid']
  if (sid !== undefined && typeof sid !== 'string') throw new LogoutRefused('its session is no text')
  if (payload.sub === undefined && sid === undefined) throw new LogoutRefused('it names neither a subject nor a session')
  return { subject: payload.sub, sid, tokenId: String(payload.jti), endsAt: new Date(((payload.exp ?? 0) + skewSeconds) * 1_000) }
}
