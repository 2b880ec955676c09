import { ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Invitation, Role } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { deleteInvitation, findInvitation, insertInvitation, memberWithEmail, renewInvitation } from '../link-store.ts'
import { mayGive } from '../rights/standing.ts'
import { hashOf, newSecret } from '../secrets.ts'
import { readOrganisation } from '../store.ts'

/** How long an invitation can be accepted. */
export const invitationDays = 7
const endsAfter = (now: Date): Date => new Date(now.getTime() + invitationDays * 86_400_000)

export type Invited = { readonly invitation: Invitation; readonly secret: string; readonly organisation: string }

/** Invites a person; an earlier invitation to the same address is void. */
export function invite(db: Db, actor: Actor, { name, email, role }: { readonly name: string; readonly email: string; readonly role: Role }, now: Date): Promise<Result<Invited, Refusal<'email_taken' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.invite', async (tx, record) => {
    if (!mayGive(actor, { role, to: '' })) return refuse({ code: 'role_not_yours_to_give' })
    const wanted = email.trim().toLowerCase()
    if (await memberWithEmail(tx, wanted)) return refuse({ code: 'email_taken', values: { email: wanted } })
    const [id, secret] = [newId(now.getTime()), newSecret()]
    await insertInvitation(tx, { orgId: actor.orgId, id, name: name.trim(), email: wanted, role, invitedBy: actor.name, secretHash: hashOf(secret), now, expiresAt: endsAfter(now) })
    const invited = await seen(tx, id, secret)
    await record({ room: 'people', kind: 'invitation', id, before: null, after: invited.invitation })
    return ok(invited)
  })
}

/** Gives an invitation another link and its full time; the link before is void. */
export function inviteAgain(db: Db, actor: Actor, id: string, now: Date): Promise<Result<Invited, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.invite-again', async (tx, record) => {
    const before = await findInvitation(tx, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'invitation', id } })
    const secret = newSecret()
    await renewInvitation(tx, id, hashOf(secret), endsAfter(now))
    const invited = await seen(tx, id, secret)
    await record({ room: 'people', kind: 'invitation', id, before, after: invited.invitation })
    return ok(invited)
  })
}

/** Withdraws an invitation; its link opens nothing any more. */
export function withdrawInvitation(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'not_found'>>> {
  return writeAs(db, actor, 'people.withdraw-invitation', async (tx, record) => {
    const before = await findInvitation(tx, id)
    if (!before || !(await deleteInvitation(tx, id))) return refuse({ code: 'not_found', values: { what: 'invitation', id } })
    await record({ room: 'people', kind: 'invitation', id, before, after: null })
    return ok(undefined)
  })
}

async function seen(tx: Tx, id: string, secret: string): Promise<Invited> {
  const invitation = await findInvitation(tx, id)
  if (!invitation) throw new Error(`Invitation ${id} is not seen in the transaction that wrote it`)
  return { invitation, secret, organisation: (await readOrganisation(tx)).name }
}
