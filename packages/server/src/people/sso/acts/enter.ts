import { ok } from '@throughline/engine/kernel'
import type { Role } from '@throughline/contract/people'
import { newId, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { nobodysPassword } from '../../password.ts'
import { countOwners, findMember, insertAccount, insertMembership, lockOrganisation, updateRole } from '../../store.ts'
import { isOfDomains, SignOnRefused, type Identity, type Provider } from '../provider.ts'
import { insertIdentity, linkedMember, memberOrFree, type Linked } from '../store.ts'

/**
 * The member that an identity stands for. Who is known by issuer and subject is let in; anybody else needs a verified address of the
 * provider's domains, and is linked to the member with that address, or becomes one where the provider may create accounts.
 * Throws `SignOnRefused` with the reason.
 */
export async function enter(db: Db, provider: Provider, identity: Identity): Promise<Actor & { readonly email: string }> {
  const mapped = provider.roles.find(({ group }) => identity.groups.includes(group))?.role
  // Where groups give the roles, who is in none of them has none, whatever they had before.
  if (provider.roles.length > 0 && mapped === undefined && provider.defaultRole === null) throw new SignOnRefused('no_role', `groups ${identity.groups.join(', ') || 'none'}`)
  const role = mapped ?? provider.defaultRole ?? undefined
  const linked = await linkedMember(db, provider.orgId, identity)
  if (linked) checkOwner(provider, linked)
  if (linked) return inRole(db, provider, linked, provider.roles.length > 0 ? role : undefined)
  return firstTime(db, provider, identity, role)
}

async function firstTime(db: Db, provider: Provider, identity: Identity, role: Role | undefined): Promise<Actor & { readonly email: string }> {
  const { email } = identity
  if (email === undefined || !(identity.emailVerified || provider.vouchesForAddresses)) throw new SignOnRefused('address_unverified', email ?? 'no address')
  if (!isOfDomains(email, provider.domains)) throw new SignOnRefused('address_foreign', email)
  const { member, freeId, taken, ended } = await memberOrFree(db, provider.orgId, email)
  if (member) {
    checkOwner(provider, member)
    if (member.elsewhere) throw new SignOnRefused('account_elsewhere', email)
    const known = { ...member, ...(provider.roles.length > 0 && role ? { role } : {}) }
    const actor = actorOf(provider, known)
    await writeAs(db, actor, 'people.link-sign-on', async (tx, record) => {
      await link(tx, record, provider, identity, actor)
      if (known.role !== member.role) await changeRole(tx, record, member.accountId, known.role)
      return ok(undefined)
    })
    return actor
  }
  // An account of another organisation alone is not taken along on a provider's word.
  if (!provider.createsAccounts || ended || (taken && freeId === undefined)) throw new SignOnRefused('not_invited', email)
  if (role === undefined) throw new SignOnRefused('no_role', 'no group fits and there is no role for everybody')
  const actor = actorOf(provider, { accountId: freeId ?? newId(), name: identity.name?.trim().slice(0, 200) || email, email, role })
  await writeAs(db, actor, 'people.join-by-sign-on', async (tx, record) => {
    if (freeId === undefined) await insertAccount(tx, { id: actor.accountId, email, name: actor.name, passwordHash: nobodysPassword() })
    await insertMembership(tx, { org_id: provider.orgId, account_id: actor.accountId, role })
    await record({ room: 'people', kind: 'member', id: actor.accountId, before: null, after: { email, name: actor.name, role } })
    await link(tx, record, provider, identity, actor)
    return ok(undefined)
  })
  return actor
}

/** Only an owner makes an owner: an owner does not come in by a provider that was arranged by anybody else. */
function checkOwner({ forOwners, name }: Provider, { role, email }: Linked): void {
  if (role === 'owner' && !forOwners) throw new SignOnRefused('owner_unvouched', `${email} is an owner, and no owner arranged ${name}`)
}

/** Brings the role in line with the groups; the last owner stays one. */
async function inRole(db: Db, provider: Provider, linked: Linked, role: Role | undefined): Promise<Actor & { readonly email: string }> {
  if (role === undefined || role === linked.role) return actorOf(provider, linked)
  const actor = actorOf(provider, linked)
  const given = await writeAs(db, actor, 'people.follow-sign-on', async (tx, record) => ok(await changeRole(tx, record, linked.accountId, role)))
  return { ...actor, role: given.value }
}

async function changeRole(tx: Tx, record: Record, accountId: string, role: Role): Promise<Role> {
  await lockOrganisation(tx)
  const before = await findMember(tx, accountId)
  const lastOwner = before?.role === 'owner' && (await countOwners(tx)) === 1
  const given = lastOwner ? 'owner' : role
  if (!lastOwner) await updateRole(tx, accountId, role)
  await record({ room: 'people', kind: 'member', id: accountId, before: { role: before?.role }, after: { role: given }, why: lastOwner ? 'the last owner stays one, whatever the groups say' : 'by the groups at the identity provider' })
  return given
}

async function link(tx: Tx, record: Record, provider: Provider, { issuer, subject }: Identity, { accountId }: Actor): Promise<void> {
  await insertIdentity(tx, { org_id: provider.orgId, issuer, subject, account_id: accountId })
  await record({ room: 'people', kind: 'member', id: accountId, before: null, after: { signsInBy: provider.name, issuer, subject } })
}

const actorOf = (provider: Provider, { accountId, name, email, role }: Linked): Actor & { readonly email: string } => ({ orgId: provider.orgId, accountId, name, email, role })
