import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Db } from '../../database/index.ts'
import { admitAttempt, attemptLimits, subjectOf } from '../attempts.ts'
import { checkFactor, type FactorRefusal } from '../factors/check.ts'
import type { Seal } from '../factors/seal.ts'
import { deleteInvitation, invitationSeen, type SeenInvitation } from '../link-store.ts'
import { hashPassword, type Cost } from '../password.ts'
import { checkStrength, type BreachCheck } from '../passwords/strength.ts'
import { hashOf } from '../secrets.ts'
import type { AccountServices } from '../services.ts'
import { giveFirstPassword, insertAccount, insertMembership, readOrganisation } from '../store.ts'
import { checkPassword, enter, type Entering, type Person, type SignedIn } from './sign-in.ts'

export type Accepting = { readonly secret: string; readonly password: string; readonly name?: string; readonly code?: string }
export type AcceptRefusal = FactorRefusal | Refusal<'link_over' | 'credentials_wrong' | 'password_known' | 'password_guessable'>
type Shown = { readonly account: string; readonly name: string; readonly passwordHash: string | undefined; readonly secondFactor: boolean }

/** The invitation whose link somebody holds; links are guessed at no more than limits allow. */
export async function readInvitation(db: Db, secret: string, { address, now }: Entering): Promise<Result<SeenInvitation, Refusal<'link_over' | 'rate_limited'>>> {
  const trying = await admitAttempt(db, subjectOf('link', address), attemptLimits.link, now)
  if (!trying.ok) return trying
  const found = await invitationSeen(db, hashOf(secret), now)
  return found ? ok(found) : refuse({ code: 'link_over' })
}

/** Accepts an invitation, once, and signs in: with a new password, or, where the address has an account, with what it has. */
export async function acceptInvitation(db: Db, accepting: Accepting, entering: Entering, { seal, breached }: Pick<AccountServices, 'seal' | 'breached'>): Promise<Result<SignedIn, AcceptRefusal>> {
  const found = await readInvitation(db, accepting.secret, entering)
  if (!found.ok) return found
  const invitation = found.value
  const shown = invitation.known ? await showAccount(db, invitation, accepting, entering, seal) : await newAccount(invitation, accepting, breached, entering.cost)
  if (!shown.ok) return shown
  const { account, name, passwordHash, secondFactor } = shown.value
  const person: Person = { orgId: invitation.org_id, accountId: account, name, email: invitation.email, role: invitation.role }
  const joined = await writeAs(db, person, 'people.accept-invitation', async (tx, record): Promise<Result<void, Refusal<'link_over'>>> => {
    if (!(await deleteInvitation(tx, invitation.id))) return refuse({ code: 'link_over' })
    if (passwordHash !== undefined && invitation.account_id === null && !(await insertAccount(tx, { id: account, email: person.email, name, passwordHash }))) return refuse({ code: 'link_over' })
    if (passwordHash !== undefined && invitation.account_id !== null) await giveFirstPassword(tx, account, passwordHash)
    if (!(await insertMembership(tx, { org_id: person.orgId, account_id: account, role: invitation.role }))) return refuse({ code: 'link_over' })
    const { name: organisation } = await readOrganisation(tx)
    await record({ room: 'people', kind: 'member', id: account, before: null, after: { name, email: person.email, role: invitation.role, organisation, invitedBy: invitation.invited_by } })
    return ok(undefined)
  })
  return joined.ok ? ok(await enter(db, person, entering, secondFactor)) : joined
}

/** Who has an account shows that it is theirs. */
async function showAccount(db: Db, { email, org_id: orgId, role }: SeenInvitation, { password, code }: Accepting, entering: Entering, seal: Seal): Promise<Result<Shown, AcceptRefusal>> {
  const known = await checkPassword(db, { email, password }, entering, { orgId, role })
  if (!known.ok) return known
  const factor = await checkFactor(db, known.value, { code, now: entering.now, seal })
  return factor.ok ? ok({ account: known.value.accountId, name: known.value.name, passwordHash: undefined, secondFactor: factor.value.secondFactor }) : factor
}

/** Who has none gets one; one that came from an archive gets its first password. */
async function newAccount(invitation: SeenInvitation, { name: wished, password }: Accepting, breached: BreachCheck, cost: Cost): Promise<Result<Shown, AcceptRefusal>> {
  const name = wished?.trim() || invitation.name
  const strong = await checkStrength(password, [name, invitation.email, invitation.organisation], breached)
  if (!strong.ok) return strong
  return ok({ account: invitation.account_id ?? newId(), name, passwordHash: await hashPassword(password, cost), secondFactor: false })
}
