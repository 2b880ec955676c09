import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type AuthenticatorTransport, type RegistrationResponseJSON } from '@simplewebauthn/server'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { enterOrg, withOrg, type Actor, type Db } from '../../database/index.ts'
import { credentialsOf, keepChallenge, notePasskeyUse, passkeyAccount, takeChallenge, type PasskeyAccount } from './factor-store.ts'

/** Where a passkey is made and used: the address of the page, and the moment. */
export type Ceremony = { readonly origin: string; readonly now: Date }
type Json = Readonly<Record<string, unknown>>

const host = (origin: string): string => new URL(origin).hostname
const inJson = (options: object): Record<string, unknown> => ({ ...options })

/** What a browser needs to sign in: any passkey that it has for this host, with the person verified by the device. */
export async function signInOptions(db: Db, { origin, now }: Ceremony): Promise<Record<string, unknown>> {
  const options = await generateAuthenticationOptions({ rpID: host(origin), userVerification: 'required', allowCredentials: [] })
  await keepChallenge(db, { challenge: options.challenge, accountId: null, now })
  return inJson(options)
}

/** What a browser needs to make a passkey for this person, on a device that holds none of theirs yet. */
export async function makingOptions(db: Db, actor: Actor & { readonly email: string }, { origin, now }: Ceremony): Promise<Record<string, unknown>> {
  const there = await withOrg(db, actor, (tx) => credentialsOf(tx, actor.accountId))
  const options = await generateRegistrationOptions({
    rpName: 'Throughline', rpID: host(origin), userID: new TextEncoder().encode(actor.accountId), userName: actor.email, userDisplayName: actor.name, attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: there.map(({ id, transports }) => ({ id, transports: transports as AuthenticatorTransport[] })),
  })
  await keepChallenge(db, { challenge: options.challenge, accountId: actor.accountId, now })
  return inJson(options)
}

export type MadePasskey = { readonly credentialId: string; readonly publicKey: Uint8Array; readonly counter: number; readonly transports: readonly string[]; readonly synced: boolean }

/** Checks what a browser made: for the challenge that this person was given, at this address, with the person verified. */
export async function checkMade(db: Db, actor: Actor, response: Json, { origin, now }: Ceremony): Promise<Result<MadePasskey, Refusal<'passkey_refused'>>> {
  return attempt(async () => {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON, expectedOrigin: origin, expectedRPID: host(origin), requireUserVerification: true,
      expectedChallenge: (challenge) => takeChallenge(db, { challenge, accountId: actor.accountId, now }),
    })
    if (!verified || !registrationInfo) throw new Error('its signature is not right')
    const { credential, credentialBackedUp } = registrationInfo
    return { credentialId: credential.id, publicKey: credential.publicKey, counter: credential.counter, transports: credential.transports ?? [], synced: credentialBackedUp }
  })
}

/** Checks the answer of a passkey and says whose it is. It is two factors in one: the device, and what opens it. */
export async function checkAnswer(db: Db, response: Json, { origin, now }: Ceremony): Promise<Result<PasskeyAccount, Refusal<'passkey_refused'>>> {
  return attempt(async () => {
    const found = typeof response['id'] === 'string' ? await passkeyAccount(db, response['id']) : undefined
    if (!found) throw new Error('it is not known here')
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: response as unknown as AuthenticationResponseJSON, expectedOrigin: origin, expectedRPID: host(origin), requireUserVerification: true,
      expectedChallenge: (challenge) => takeChallenge(db, { challenge, accountId: null, now }),
      credential: { id: String(response['id']), publicKey: new Uint8Array(found.public_key), counter: Number(found.counter), transports: found.transports as AuthenticatorTransport[] },
    })
    if (!verified) throw new Error('its signature is not right')
    await db.transaction().execute(async (tx) => {
      await enterOrg(tx, { orgId: found.org_id, accountId: found.account_id })
      await notePasskeyUse(tx, { id: found.passkey_id, counter: authenticationInfo.newCounter, now })
    })
    return found
  })
}

/** What was sent is anybody's: whatever the check stumbles over is a refusal, and only what the library says of it is told. */
async function attempt<T>(check: () => Promise<T>): Promise<Result<T, Refusal<'passkey_refused'>>> {
  try {
    return ok(await check())
  } catch (error) {
    if (!(error instanceof Error) || isOfTheDatabase(error)) throw error
    return refuse({ code: 'passkey_refused', values: { reason: error.message.slice(0, 200) } })
  }
}

const isOfTheDatabase = (error: Error): boolean => 'severity' in error || ('code' in error && /^E[A-Z]+$/.test(String(error.code)))
