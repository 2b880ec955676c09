import { createHmac } from 'node:crypto'
import * as client from 'openid-client'
import { messageOf } from '../../config/index.ts'
import { groupsOf, SignOnRefused, type Identity, type Provider } from './provider.ts'
import type { Reach } from './reach.ts'

/** What ties an answer to the browser that asked: the secret is in its cookie alone, and nonce and verifier come from it. */
export type Tie = { readonly state: string; readonly browserSecret: string }

const derived = ({ state, browserSecret }: Tie, what: string): string => createHmac('sha256', browserSecret).update(`${what}:${state}`).digest('base64url')

type Known = { readonly config: client.Configuration; readonly until: number }
const known = new Map<string, Known>()
const knownMs = 10 * 60_000
const mostKnown = 500

/** What the provider says of itself (OpenID Connect Discovery 1.0), asked at most every ten minutes. */
export async function discover(provider: Provider, reach: Reach): Promise<client.Configuration> {
  const key = JSON.stringify([provider.issuer, provider.clientId, provider.clientSecret ?? null, reach.network])
  const found = known.get(key)
  if (found && found.until > Date.now()) return found.config
  const config = await client.discovery(new URL(provider.issuer), provider.clientId, undefined, provider.clientSecret === undefined ? client.None() : authenticated(provider.clientSecret), {
    [client.customFetch]: reach.fetch as client.CustomFetch,
    // The signature of an id token is checked as well, though it comes from the provider itself.
    execute: [client.enableNonRepudiationChecks, ...(reach.network === 'any' ? [client.allowInsecureRequests] : [])],
    timeout: 10,
  })
  const { issuer } = config.serverMetadata()
  if (issuer !== provider.issuer && issuer !== new URL(provider.issuer).href) throw new Error(`The provider calls itself ${issuer}, not ${provider.issuer}`)
  if (known.size >= mostKnown) known.clear()
  known.set(key, { config, until: Date.now() + knownMs })
  return config
}

/** The secret goes as the provider takes it: in the header, or where it takes none there, in the body. */
const authenticated =
  (secret: string): client.ClientAuth =>
  (server, ...rest) =>
    ((server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']).includes('client_secret_basic') ? client.ClientSecretBasic(secret) : client.ClientSecretPost(secret))(server, ...rest)

/** Where to send a browser to sign in: authorization code with PKCE (RFC 7636), state and nonce. */
export async function beginOidc(provider: Provider, tie: Tie, redirectUri: string, reach: Reach): Promise<URL> {
  const config = await reached(() => discover(provider, reach))
  return client.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    scope: scopeOf(config),
    code_challenge: await client.calculatePKCECodeChallenge(derived(tie, 'verifier')),
    code_challenge_method: 'S256',
    state: tie.state,
    nonce: derived(tie, 'nonce'),
  })
}

/** The scopes that are asked for: groups as well, where the provider has such a scope. */
function scopeOf(config: client.Configuration): string {
  const offered = config.serverMetadata().scopes_supported ?? []
  return ['openid', 'email', 'profile', ...(offered.includes('groups') ? ['groups'] : [])].join(' ')
}

/**
 * Who came back: trades the code for tokens and checks the answer's state and issuer (RFC 9207), and the id token's signature, issuer,
 * audience, times and nonce. What the id token does not say is asked at the userinfo endpoint, of the same subject.
 */
export async function finishOidc(provider: Provider, tie: Tie, callback: URL, reach: Reach): Promise<Identity> {
  const config = await reached(() => discover(provider, reach))
  const denied = callback.searchParams.get('error')
  if (denied === 'access_denied' && callback.searchParams.get('state') === tie.state) throw new SignOnRefused('denied', 'the provider says access_denied')
  const claims = await claimsOf(config, tie, callback)
  return {
    issuer: provider.issuer,
    subject: claims.sub,
    email: typeof claims.email === 'string' ? claims.email.trim().toLowerCase() : undefined,
    emailVerified: claims.email_verified === true,
    name: [claims.name, claims.preferred_username].find((name): name is string => typeof name === 'string' && name.trim() !== ''),
    groups: groupsOf(claims[provider.groupsClaim]),
    sid: typeof claims['sid'] === 'string' ? claims['sid'] : undefined,
  }
}

type Claims = { readonly sub: string; readonly email?: unknown; readonly email_verified?: unknown; readonly name?: unknown; readonly preferred_username?: unknown; readonly [claim: string]: unknown }

async function claimsOf(config: client.Configuration, tie: Tie, callback: URL): Promise<Claims> {
  try {
    const tokens = await client.authorizationCodeGrant(config, callback, { pkceCodeVerifier: derived(tie, 'verifier'), expectedState: tie.state, expectedNonce: derived(tie, 'nonce'), idTokenExpected: true })
    const claims = tokens.claims()
    if (!claims) throw new Error('the answer holds no id token')
    if (claims['email'] !== undefined || config.serverMetadata().userinfo_endpoint === undefined) return claims
    return { ...claims, ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)), sub: claims.sub }
  } catch (error) {
    throw new SignOnRefused('invalid', [messageOf(error), error instanceof Error && error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': '))
  }
}

/** Where to end the provider's own session (OpenID Connect RP-Initiated Logout 1.0); undefined where it has no such place. */
export async function leaveOidc(provider: Provider, backTo: string, reach: Reach): Promise<string | undefined> {
  const config = await reached(() => discover(provider, reach))
  if (config.serverMetadata().end_session_endpoint === undefined) return undefined
  return client.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href
}

async function reached<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw new SignOnRefused('unreachable', [messageOf(error), error instanceof Error && error.cause instanceof Error ? error.cause.message : ''].filter(Boolean).join(': '))
  }
}
