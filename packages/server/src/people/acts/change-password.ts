import { ok, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Db } from '../../database/index.ts'
import { setPasswordHash } from '../entrance-store.ts'
import { hashPassword, type Cost } from '../password.ts'
import { checkStrength, type BreachCheck } from '../passwords/strength.ts'
import { endOwnSessions, forgetDevices } from '../session-store.ts'
import { checkOwnPassword, type InSession } from './prove.ts'

export type PasswordToChange = { readonly current: string; readonly next: string; readonly now: Date; readonly breached: BreachCheck; readonly cost: Cost }

/** Gives an account another password, for who knows the one it has. Every other session of the account ends, and no browser is known any more. */
export async function changePassword(db: Db, actor: InSession, { current, next, now, breached, cost }: PasswordToChange): Promise<Result<object, Refusal<'password_wrong' | 'rate_limited' | 'password_known' | 'password_guessable'>>> {
  const known = await checkOwnPassword(db, actor, current, now)
  if (!known.ok) return known
  const strong = await checkStrength(next, [actor.name, actor.email], breached)
  if (!strong.ok) return strong
  const passwordHash = await hashPassword(next, cost)
  return writeAs(db, actor, 'people.change-password', async (tx, record) => {
    await setPasswordHash(tx, actor.accountId, passwordHash)
    await endOwnSessions(tx, actor.sessionId)
    await forgetDevices(tx, actor.accountId)
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { password: 'the one before' }, after: { password: 'a new one' } })
    return ok({})
  })
}
