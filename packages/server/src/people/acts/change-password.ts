import { createHash } from 'node:crypto'
import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { countAttempt, endOtherSessions, forgiveAttempts, setPasswordHash, signInAccount } from '../entrance-store.ts'
import { hashPassword, passwordMatches, type Cost } from '../password.ts'
import { attemptLimits } from './sign-in.ts'

export type PasswordToChange = { readonly email: string; readonly sessionId: string; readonly current: string; readonly next: string; readonly now: Date; readonly cost?: Cost }

/** Gives an account another password, for who knows the one it has. Every other session of the account ends; guesses are counted like sign-ins. */
export async function changePassword(db: Db, actor: Actor, { email, sessionId, current, next, now, cost }: PasswordToChange): Promise<Result<object, Refusal<'password_wrong' | 'rate_limited'>>> {
  const subject = createHash('sha256').update(`password:${actor.accountId}`).digest()
  const { attempts, secondsLeft } = await countAttempt(db, subject, now)
  if (attempts > attemptLimits.account) return refuse({ code: 'rate_limited', values: { seconds: Math.max(secondsLeft, 1) } })
  const account = await signInAccount(db, email)
  if (!(await passwordMatches(current, account?.password_hash))) return refuse({ code: 'password_wrong' })
  await forgiveAttempts(db, subject, subject, now)
  const passwordHash = await hashPassword(next, cost)
  return writeAs(db, actor, 'people.change-password', async (tx, record) => {
    await setPasswordHash(tx, actor.accountId, passwordHash)
    await endOtherSessions(tx, actor.accountId, sessionId)
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { password: 'the one before' }, after: { password: 'a new one' } })
    return ok({})
  })
}
