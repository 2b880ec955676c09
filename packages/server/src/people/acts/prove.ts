import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Db } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { forgiveAttempts, signInAccount } from '../entrance-store.ts'
import { checkFactor, type FactorRefusal } from '../factors/check.ts'
import { checkAnswer, type Ceremony } from '../factors/passkeys.ts'
import type { Seal } from '../factors/seal.ts'
import { passwordMatches } from '../password.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { renewSession } from '../session-store.ts'
import type { Person } from './sign-in.ts'

/** Somebody with a session. */
export type InSession = Person & { readonly sessionId: string }
/** The session's new secret, and whether a second factor was shown. */
export type Proved = { readonly secret: string; readonly secondFactor: boolean }

/** Checks the password of who is signed in already; guesses are counted like sign-ins, apart from them. */
export async function checkOwnPassword(db: Db, { accountId, email }: Person, password: string, now: Date): Promise<Result<void, Refusal<'password_wrong' | 'rate_limited'>>> {
  const subject = subjectOf('password', accountId)
  const admitted = await admitAttempt(db, subject, attemptLimits.account, now)
  if (!admitted.ok) return admitted
  const account = await signInAccount(db, email)
  if (!(await passwordMatches(password, account?.password_hash))) return refuse({ code: 'password_wrong' })
  await forgiveAttempts(db, subject, subject, now)
  return ok(undefined)
}

/** Proves by password, and by the second factor where there is one, that it is still the same person; returns the session's new secret. */
export async function proveByPassword(db: Db, actor: InSession, { password, code }: { readonly password: string; readonly code?: string }, now: Date, seal: Seal): Promise<Result<Proved, FactorRefusal | Refusal<'password_wrong'>>> {
  const known = await checkOwnPassword(db, actor, password, now)
  if (!known.ok) return known
  const factor = await checkFactor(db, actor, { code, now, seal })
  if (!factor.ok) return factor
  return ok(await renew(db, actor, now, factor.value.secondFactor))
}

/** Proves it by a passkey of one's own. */
export async function proveByPasskey(db: Db, actor: InSession, response: Readonly<Record<string, unknown>>, ceremony: Ceremony): Promise<Result<Proved, Refusal<'passkey_refused'>>> {
  const found = await checkAnswer(db, response, ceremony)
  if (!found.ok) return found
  if (found.value.account_id !== actor.accountId) return refuse({ code: 'passkey_refused', values: { reason: 'it is somebody else’s' } })
  if (found.value.org_id !== actor.orgId) return refuse({ code: 'passkey_refused', values: { reason: 'it opens another organisation' } })
  return ok(await renew(db, actor, ceremony.now, true))
}

/** The session goes on under a secret that nobody has seen before. */
export async function renew(db: Db, actor: InSession, now: Date, secondFactor: boolean): Promise<Proved> {
  const secret = newSecret()
  await writeAs(db, actor, 'people.prove-identity', async (tx, record) => {
    await renewSession(tx, { id: actor.sessionId, secretHash: hashOf(secret), now, secondFactor })
    await record({ room: 'people', kind: 'session', id: actor.sessionId, before: null, after: { accountId: actor.accountId, proved: true } })
    return ok(undefined)
  })
  return { secret, secondFactor }
}
