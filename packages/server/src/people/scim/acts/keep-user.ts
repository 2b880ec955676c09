import { ok, type Result } from '@throughline/engine/kernel'
import { newId, withOrg, writeAs, type Actor, type Db, type Record, type Tx } from '../../../database/index.ts'
import { nobodysPassword } from '../../password.ts'
import { isElsewhere } from '../../sso/store.ts'
import { findMember, insertAccount } from '../../store.ts'
import { forbidden, lastOwner, moved, taken, unknownHere, type Refused, type ScimRefusal } from '../refusal.ts'
import { etagOf, nameOf, sameUser, type KeptUser, type User } from '../resources/user.ts'
import { accountsAt, countOwningPeople, deleteUser, findUser, insertUser, provisionAccount, updateUser, userNameTaken, userOfAccount } from '../user-store.ts'
import { followProvider, mayTouchOwners } from './follow.ts'

/** Whether a version is one that whoever changes something goes out from. */
export type IfMatch = (version: number) => boolean

const notOurs = 'This person belongs to another organisation here. Invite them instead'

/** Adds a person: a member with the same address is theirs from now on; nobody whom another organisation alone has. */
export function addUser(db: Db, actor: Actor, user: User): Promise<Result<KeptUser, ScimRefusal>> {
  return writeAs(db, actor, 'people.provision-user', async (tx, record): Promise<Result<KeptUser, ScimRefusal>> => {
    if (await userNameTaken(tx, user.userName, null)) return taken(`There is a user ${user.userName} already`)
    const account = await accountFor(tx, user)
    if (!account.ok) return account
    const id = newId()
    await insertUser(tx, { orgId: actor.orgId, id, accountId: account.value, user })
    return settled(tx, record, actor, { id, before: undefined, user })
  })
}

/** Whose account it is: that of a member with the address, one that nobody has any more, or a new one. */
async function accountFor(tx: Tx, user: User): Promise<Result<string, ScimRefusal>> {
  const { nowhere, any } = await accountsAt(tx, user.email)
  if (any === undefined) {
    const id = newId()
    return (await insertAccount(tx, { id, email: user.email, name: nameOf(user), passwordHash: nobodysPassword() })) ? ok(id) : taken(notOurs)
  }
  const member = await findMember(tx, any)
  if (member?.service || (!member && nowhere === undefined)) return taken(notOurs)
  return (await userOfAccount(tx, any)) === undefined ? ok(any) : taken(`There is a user with the address ${user.email} already`)
}

/** Changes a person as `change` says, from the state that `ifMatch` accepts. What changes nothing writes nothing. */
export async function changeUser(db: Db, actor: Actor, id: string, ifMatch: IfMatch, change: (user: User) => Result<User, ScimRefusal>): Promise<Result<KeptUser, ScimRefusal>> {
  const planned = await withOrg(db, actor, (tx) => plan(tx, id, ifMatch, change))
  if (!planned.ok) return planned
  if (sameUser(planned.value.before, planned.value.user)) return ok(planned.value.before)
  return writeAs(db, actor, 'people.provision-user', async (tx, record): Promise<Result<KeptUser, ScimRefusal>> => {
    const again = await plan(tx, id, ifMatch, change)
    if (!again.ok) return again
    const { before, user } = again.value
    const refusal = await refusalOf(tx, actor, before, user)
    if (refusal) return refusal
    await updateUser(tx, id, user)
    return settled(tx, record, actor, { id, before, user })
  })
}

async function plan(tx: Tx, id: string, ifMatch: IfMatch, change: (user: User) => Result<User, ScimRefusal>): Promise<Result<{ before: KeptUser; user: User }, ScimRefusal>> {
  const before = await findUser(tx, id)
  if (!before) return unknownHere('user', id)
  if (!ifMatch(before.version)) return moved(`User ${id} is by now at version ${etagOf(before.version)}`)
  const user = change(before)
  return user.ok ? ok({ before, user: user.value }) : user
}

/** An owner's access, name and address are for owners to change, and the last owner stays. */
async function refusalOf(tx: Tx, actor: Actor, before: KeptUser, user: User | undefined): Promise<Refused | undefined> {
  const member = await findMember(tx, before.accountId)
  if (user && before.userName !== user.userName && (await userNameTaken(tx, user.userName, before.id))) return taken(`There is a user ${user.userName} already`)
  if (member?.role !== 'owner') return undefined
  const ends = !user || (before.active && !user.active)
  if (ends && (await countOwningPeople(tx)) === 1) return lastOwner()
  const touched = ends || before.email !== user.email || nameOf(before) !== nameOf(user)
  return touched && !mayTouchOwners(actor) ? forbidden('Only an owner makes or changes an owner. Let an owner make the service of this token an owner, or change this person here') : undefined
}

type Settling = { readonly id: string; readonly before: KeptUser | undefined; readonly user: User }

/** What follows for the account and its access, and the revision. */
async function settled(tx: Tx, record: Record, actor: Actor, { id, before, user }: Settling): Promise<Result<KeptUser, ScimRefusal>> {
  const written = await findUser(tx, id)
  if (!written) throw new Error(`User ${id} is not seen in the transaction that wrote it`)
  const foreign = await followProvider(tx, record, actor, [id])
  if (foreign.length > 0) return taken(notOurs)
  const renamed = before !== undefined && (before.email !== user.email || nameOf(before) !== nameOf(user))
  // Elsewhere the account is others' as well: here alone their provider says what they are called.
  if (renamed && !(await provisionAccount(tx, written.accountId, nameOf(user), user.email)) && !(await isElsewhere(tx, written.accountId))) return taken(`The address ${user.email} belongs to somebody else`)
  await record({ room: 'people', kind: 'provisioned', id, before: before ? told(before) : null, after: told(user) })
  return ok(written)
}

/** What the history keeps of it. */
const told = (user: User) => ({ name: nameOf(user), email: user.email, userName: user.userName, active: user.active })

/** Removes a person: access ends, and with it sessions and tokens; the provider may add them again. */
export function removeUser(db: Db, actor: Actor, id: string, ifMatch: IfMatch): Promise<Result<void, ScimRefusal>> {
  return writeAs(db, actor, 'people.unprovision-user', async (tx, record): Promise<Result<void, ScimRefusal>> => {
    const before = await findUser(tx, id)
    if (!before) return unknownHere('user', id)
    if (!ifMatch(before.version)) return moved(`User ${id} is by now at version ${etagOf(before.version)}`)
    const refusal = await refusalOf(tx, actor, before, undefined)
    if (refusal) return refusal
    await updateUser(tx, id, { ...before, active: false })
    await followProvider(tx, record, actor, [id])
    await deleteUser(tx, id)
    await record({ room: 'people', kind: 'provisioned', id, before: told(before), after: null })
    return ok(undefined)
  })
}
