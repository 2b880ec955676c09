import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Role } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { enterOrg, newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { endSessionOf, forgiveAttempts, insertSession, setPasswordHash, signInAccount } from '../entrance-store.ts'
import { checkFactor, type FactorRefusal } from '../factors/check.ts'
import { checkAnswer } from '../factors/passkeys.ts'
import type { Seal } from '../factors/seal.ts'
import { hashPassword, isOutdated, passwordMatches, type Cost } from '../password.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { deviceIsKnown, rememberDevice } from '../session-store.ts'

/** From where somebody comes in. */
export type Entering = {
  readonly address: string
  readonly now: Date
  /** The browser and system, in words. */
  readonly device?: string
  /** The secret of the session before, which then ends. */
  readonly replaces?: string
  /** The secret by which the browser is known from earlier times. */
  readonly knownDevice?: string
  /** What the hash of a password costs today. */
  readonly cost: Cost
}
export type Person = Actor & { readonly email: string }
/** Who came in, the secrets of the session and of the browser, and whether it is one not seen before by an account that has others. */
export type SignedIn = { readonly actor: Person; readonly secret: string; readonly device: string; readonly fromNewDevice: boolean; readonly secondFactor: boolean }

export type Credentials = { readonly email: string; readonly password: string; readonly code?: string }

/** Begins a session for who knows the password and, where there is one, has the second factor. */
export async function signIn(db: Db, { email, password, code }: Credentials, entering: Entering, seal: Seal): Promise<Result<SignedIn, FactorRefusal | Refusal<'credentials_wrong'>>> {
  const known = await checkPassword(db, { email, password }, entering)
  if (!known.ok) return known
  const factor = await checkFactor(db, known.value, { code, now: entering.now, seal })
  if (!factor.ok) return factor
  return ok(await enter(db, known.value, entering, factor.value.secondFactor))
}

/** Begins a session for who holds a passkey. It is limited by address alone: a passkey cannot be guessed, and no one can use up its person's attempts. */
export async function signInByPasskey(db: Db, response: Readonly<Record<string, unknown>>, origin: string, entering: Entering): Promise<Result<SignedIn, Refusal<'passkey_refused' | 'rate_limited'>>> {
  const admitted = await admitAttempt(db, subjectOf('address', entering.address), attemptLimits.address, entering.now)
  if (!admitted.ok) return admitted
  const found = await checkAnswer(db, response, { origin, now: entering.now })
  if (!found.ok) return found
  const { org_id: orgId, account_id: accountId, name, email, role } = found.value
  return ok(await enter(db, { orgId, accountId, name, email, role }, entering, true))
}

/** Who this email and password belong to. The same work is done, and the same said, whether the email is known or not. Who is a member of nothing has to be `joining`. */
export async function checkPassword(db: Db, { email, password }: Pick<Credentials, 'email' | 'password'>, { address, now, knownDevice, cost }: Entering, joining?: { readonly orgId: string; readonly role: Role }): Promise<Result<Person, Refusal<'credentials_wrong' | 'rate_limited'>>> {
  const wanted = email.trim().toLowerCase()
  const familiar = await deviceIsKnown(db, wanted, hashOf(knownDevice ?? ''))
  const subjects = { address: subjectOf('address', address), account: familiar ? subjectOf('device', knownDevice ?? '') : subjectOf('account', wanted) }
  for (const kind of ['address', 'account'] as const) {
    const admitted = await admitAttempt(db, subjects[kind], attemptLimits[kind], now)
    if (!admitted.ok) return admitted
  }
  const account = await signInAccount(db, wanted)
  const [orgId, role] = [account?.org_id ?? joining?.orgId, account?.role ?? joining?.role]
  if (!(await passwordMatches(password, account?.password_hash, cost)) || !account || !orgId || !role) return refuse({ code: 'credentials_wrong' })
  await forgiveAttempts(db, subjects.account, subjects.address, now)
  const person: Person = { orgId, accountId: account.account_id, name: account.name, email: account.email, role }
  if (isOutdated(account.password_hash, cost)) await rehash(db, person, password, cost)
  return ok(person)
}

/** Keeps the same password at today's cost. */
async function rehash(db: Db, person: Actor, password: string, cost: Cost): Promise<void> {
  const passwordHash = await hashPassword(password, cost)
  await db.transaction().execute(async (tx) => {
    await enterOrg(tx, person)
    await setPasswordHash(tx, person.accountId, passwordHash)
  })
}

/** Begins the session of somebody who has shown who they are, and keeps the browser as known. */
export async function enter(db: Db, actor: Person, entering: Entering, secondFactor: boolean): Promise<SignedIn> {
  const device = entering.knownDevice ?? newSecret()
  let fromNewDevice = false
  const secret = await beginSession(db, actor, entering.now, { ...entering, secondFactor, knownDevice: device, onDevice: (found) => (fromNewDevice = found.isNew && found.hasOthers) })
  return { actor, secret, device, fromNewDevice, secondFactor }
}

export type SessionBegin = Partial<Omit<Entering, 'now' | 'cost'>> & { readonly secondFactor?: boolean; readonly onDevice?: (found: { readonly isNew: boolean; readonly hasOthers: boolean }) => void }

/** Begins a session and returns its secret, which is stored nowhere. */
export async function beginSession(db: Db, actor: Actor, now: Date, { replaces, device = '', address = '', secondFactor = false, knownDevice, onDevice }: SessionBegin = {}): Promise<string> {
  const secret = newSecret()
  const id = newId(now.getTime())
  await writeAs(db, actor, 'people.sign-in', async (tx, record) => {
    if (replaces) await endSessionOf(tx, hashOf(replaces))
    await insertSession(tx, { orgId: actor.orgId, id, accountId: actor.accountId, secretHash: hashOf(secret), now, device, address, secondFactor })
    if (knownDevice !== undefined) onDevice?.(await rememberDevice(tx, actor.accountId, hashOf(knownDevice), now))
    await record({ room: 'people', kind: 'session', id, before: null, after: { accountId: actor.accountId } })
    return ok(undefined)
  })
  return secret
}
