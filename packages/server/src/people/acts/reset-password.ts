import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { writeAs, type Actor, type Db } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { forgiveAttempts, setPasswordHash } from '../entrance-store.ts'
import { beginPasswordReset, beginPasswordResetOf, passwordResetAccount, usePasswordReset } from '../link-store.ts'
import { hashPassword, type Cost } from '../password.ts'
import { checkStrength, type BreachCheck } from '../passwords/strength.ts'
import { mayGive } from '../rights/standing.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { endOwnSessions, forgetDevices } from '../session-store.ts'
import { findMember } from '../store.ts'

/** How long a link holds that was asked for by mail, and one that is passed on by hand. */
export const resetHours = { asked: 0.5, given: 24 } as const
const endsAfter = (now: Date, hours: number): Date => new Date(now.getTime() + hours * 3_600_000)

export type Person = { readonly name: string; readonly email: string }
export type ResetBegun = { readonly secret: string; readonly expiresAt: Date; readonly person: Person }

/** Begins a reset for an address, where it is somebody's; who asks learns nothing of that. */
export async function forgetPassword(db: Db, { email, address, now }: { readonly email: string; readonly address: string; readonly now: Date }): Promise<Result<ResetBegun | undefined, Refusal<'rate_limited'>>> {
  const wanted = email.trim().toLowerCase()
  const asking = await admitAttempt(db, subjectOf('letters', address), attemptLimits.letters, now)
  if (!asking.ok) return asking
  // Too many letters to one address are not written, and nothing is said of it: neither that it is somebody's nor that it is nobody's.
  const getting = await admitAttempt(db, subjectOf('letter', wanted), attemptLimits.letter, now)
  const [secret, expiresAt] = [newSecret(), endsAfter(now, resetHours.asked)]
  const person = await beginPasswordReset(db, getting.ok ? wanted : '', { secretHash: hashOf(secret), now, expiresAt })
  return ok(person && { secret, expiresAt, person })
}

/** Begins a reset for a member, by who gives access: of an owner only by an owner, and of an account that others have too by nobody. */
export function makePasswordLink(db: Db, actor: Actor, id: string, now: Date): Promise<Result<ResetBegun, Refusal<'not_found' | 'account_elsewhere' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.make-password-link', async (tx, record) => {
    const member = await findMember(tx, id)
    if (!member || member.service || member.email === null) return refuse({ code: 'not_found', values: { what: 'member', id } })
    if (!mayGive(actor, { before: member.role, to: id })) return refuse({ code: 'role_not_yours_to_give' })
    const [secret, expiresAt] = [newSecret(), endsAfter(now, resetHours.given)]
    if (!(await beginPasswordResetOf(tx, id, { secretHash: hashOf(secret), now, expiresAt }))) return refuse({ code: 'account_elsewhere', values: { name: member.name } })
    await record({ room: 'people', kind: 'member', id, before: null, after: { name: member.name, passwordLink: 'given', expiresAt: expiresAt.toISOString() } })
    return ok({ secret, expiresAt, person: { name: member.name, email: member.email } })
  })
}

/** Sets a new password for who holds the link: once. Every session ends, and attempts that were counted are forgiven. The second factor stays. */
export async function resetPassword(db: Db, { secret, password, address, now, breached, cost }: { readonly secret: string; readonly password: string; readonly address: string; readonly now: Date; readonly breached: BreachCheck; readonly cost: Cost }): Promise<Result<Person, Refusal<'link_over' | 'rate_limited' | 'password_known' | 'password_guessable'>>> {
  const trying = await admitAttempt(db, subjectOf('link', address), attemptLimits.link, now)
  if (!trying.ok) return trying
  const account = await passwordResetAccount(db, hashOf(secret), now)
  if (!account) return refuse({ code: 'link_over' })
  const strong = await checkStrength(password, [account.name, account.email], breached)
  if (!strong.ok) return strong
  const passwordHash = await hashPassword(password, cost)
  const actor: Actor = { orgId: account.org_id, accountId: account.account_id, name: account.name, role: account.role }
  const outcome = await writeAs(db, actor, 'people.reset-password', async (tx, record): Promise<Result<Person, Refusal<'link_over'>>> => {
    if (!(await usePasswordReset(tx, actor.accountId, hashOf(secret)))) return refuse({ code: 'link_over' })
    await setPasswordHash(tx, actor.accountId, passwordHash)
    await endOwnSessions(tx, null)
    await forgetDevices(tx, actor.accountId)
    await record({ room: 'people', kind: 'account', id: actor.accountId, before: { password: 'the one before' }, after: { password: 'a new one, by link' } })
    return ok({ name: account.name, email: account.email })
  })
  if (outcome.ok) await forgiveAttempts(db, subjectOf('account', account.email), subjectOf('address', address), now)
  return outcome
}
