import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import type { Member, Role } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import { mayGive } from '../rights/standing.ts'
import { accountWithEmail, countOwners, deleteMembership, findMember, giveFirstPassword, insertAccount, insertMembership, lockOrganisation, updateRole } from '../store.ts'

export type NewMember = { readonly name: string; readonly email: string; readonly role: Role; readonly passwordHash: string }

/** Gives a person access. Who has an account through another organisation keeps its name and password; one that came from an archive gets its first. */
export function addMember(db: Db, actor: Actor, { name, email, role, passwordHash }: NewMember): Promise<Result<Member, Refusal<'email_taken' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.add-member', async (tx, record) => {
    if (!mayGive(actor, { role, to: '' })) return refuse({ code: 'role_not_yours_to_give' })
    const wanted = email.trim().toLowerCase()
    const created = newId()
    const id = (await insertAccount(tx, { id: created, email: wanted, name: name.trim(), passwordHash })) ? created : await accountWithEmail(tx, wanted)
    if (id !== undefined && id !== created) await giveFirstPassword(tx, id, passwordHash)
    if (id === undefined || !(await insertMembership(tx, { org_id: actor.orgId, account_id: id, role }))) return refuse({ code: 'email_taken', values: { email: wanted } })
    const member = await memberOf(tx, id)
    await record({ room: 'people', kind: 'member', id, before: null, after: member })
    return ok(member)
  })
}

/** Adds a service: an account that nobody can sign in to, as which programs act by its tokens. */
export function addService(db: Db, actor: Actor, { name, role }: { readonly name: string; readonly role: Role }): Promise<Result<Member, Refusal<'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.add-service', async (tx, record) => {
    if (!mayGive(actor, { role, to: '' })) return refuse({ code: 'role_not_yours_to_give' })
    const id = newId()
    const added = await insertAccount(tx, { id, email: `${id}@service.invalid`, name: name.trim(), passwordHash: 'service$' })
    invariant(added && (await insertMembership(tx, { org_id: actor.orgId, account_id: id, role, service: true })), 'a new id has no account yet')
    const member = await memberOf(tx, id)
    await record({ room: 'people', kind: 'member', id, before: null, after: member })
    return ok(member)
  })
}

/** Changes a person's role; the last owner stays one. */
export function changeMember(db: Db, actor: Actor, id: string, change: { readonly version: number; readonly role: Role }): Promise<Result<Member, Refusal<'last_owner' | 'not_found' | 'role_not_yours_to_give' | 'version_moved'>>> {
  return writeAs(db, actor, 'people.change-member', async (tx, record) => {
    await lockOrganisation(tx)
    const current = await expectVersion(tx, await findMember(tx, id), { room: 'people', kind: 'member', id, version: change.version })
    if (!current.ok) return current
    const before = current.value
    if (!mayGive(actor, { role: change.role, before: before.role, to: id })) return refuse({ code: 'role_not_yours_to_give' })
    if (change.role !== 'owner' && (await isLastOwner(tx, before))) return refuse({ code: 'last_owner' })
    await updateRole(tx, id, change.role)
    const after = await memberOf(tx, id)
    await record({ room: 'people', kind: 'member', id, before, after })
    return ok(after)
  })
}

/** Takes a person's access away, with all sessions and tokens; the account stays, for it may be of use elsewhere. */
export function removeMember(db: Db, actor: Actor, id: string): Promise<Result<void, Refusal<'last_owner' | 'not_found' | 'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.remove-member', async (tx, record) => {
    await lockOrganisation(tx)
    const before = await findMember(tx, id)
    if (!before) return refuse({ code: 'not_found', values: { what: 'member', id } })
    if (!mayGive(actor, { before: before.role, to: id })) return refuse({ code: 'role_not_yours_to_give' })
    if (await isLastOwner(tx, before)) return refuse({ code: 'last_owner' })
    await deleteMembership(tx, id)
    await record({ room: 'people', kind: 'member', id, before, after: null })
    return ok(undefined)
  })
}

const isLastOwner = async (tx: Tx, { role }: Member): Promise<boolean> => role === 'owner' && (await countOwners(tx)) === 1

async function memberOf(tx: Tx, id: string): Promise<Member> {
  const member = await findMember(tx, id)
  if (!member) throw new Error(`Member ${id} is not seen in the transaction that wrote it`)
  return member
}
