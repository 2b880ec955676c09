import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db } from '../../database/index.ts'
import { countAttempt, endSessionOf, forgiveAttempts, insertSession, signInAccount } from '../entrance-store.ts'
import { passwordMatches } from '../password.ts'
import { hashOf, newSecret } from '../secrets.ts'

/** Attempts in 15 minutes: few for one account, more for one address, behind which a whole office may sit. */
export const attemptLimits = { account: 10, address: 50 } as const

export type SignIn = { readonly email: string; readonly password: string; readonly address: string; readonly now: Date; readonly replaces?: string }
export type SignedIn = { readonly actor: Actor & { readonly email: string }; readonly secret: string }

/** Begins a session for who knows the password. The session that the caller had before ends. */
export async function signIn(db: Db, { email, password, address, now, replaces }: SignIn): Promise<Result<SignedIn, Refusal<'credentials_wrong' | 'rate_limited'>>> {
  const wanted = email.trim().toLowerCase()
  const subjects = { account: subject('account', wanted), address: subject('address', address) }
  for (const kind of ['address', 'account'] as const) {
    const { attempts, secondsLeft } = await countAttempt(db, subjects[kind], now)
    if (attempts > attemptLimits[kind]) return refuse({ code: 'rate_limited', values: { seconds: Math.max(secondsLeft, 1) } })
  }
  const account = await signInAccount(db, wanted)
  if (!(await passwordMatches(password, account?.password_hash)) || !account?.org_id || !account.role) return refuse({ code: 'credentials_wrong' })
  await forgiveAttempts(db, subjects.account, subjects.address, now)
  const actor = { orgId: account.org_id, accountId: account.account_id, name: account.name, email: account.email, role: account.role }
  return ok({ actor, secret: await beginSession(db, actor, now, replaces) })
}

/** Begins a session and returns its secret, which is stored nowhere. */
export async function beginSession(db: Db, actor: Actor, now: Date, replaces?: string): Promise<string> {
  const secret = newSecret()
  const id = newId(now.getTime())
  await writeAs(db, actor, 'people.sign-in', async (tx, record) => {
    if (replaces) await endSessionOf(tx, hashOf(replaces))
    await insertSession(tx, { orgId: actor.orgId, id, accountId: actor.accountId, secretHash: hashOf(secret), now })
    await record({ room: 'people', kind: 'session', id, before: null, after: { accountId: actor.accountId } })
    return ok(undefined)
  })
  return secret
}

const subject = (kind: string, text: string): Buffer => createHash('sha256').update(`${kind}:${text}`).digest()
