import { ok, type Result } from '@throughline/engine/kernel'
import { newId, withOrg, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { addToGroup, deleteGroup, findGroup, groupNameTaken, insertGroup, takeFromGroup, unknownUsers, updateGroup } from '../group-store.ts'
import { invalidValue, moved, taken, unknownHere, type ScimRefusal } from '../refusal.ts'
import { sameGroup, type Group, type KeptGroup } from '../resources/group.ts'
import { etagOf } from '../resources/user.ts'
import { followProvider } from './follow.ts'
import type { IfMatch } from './keep-user.ts'

/** Adds a group; its members follow at once. */
export function addGroup(db: Db, actor: Actor, group: Group): Promise<Result<KeptGroup, ScimRefusal>> {
  return writeAs(db, actor, 'people.provision-group', async (tx, record): Promise<Result<KeptGroup, ScimRefusal>> => {
    const wrong = await refusalOf(tx, group, group.members, null)
    if (wrong) return wrong
    const id = newId()
    await insertGroup(tx, { orgId: actor.orgId, id, group })
    await addToGroup(tx, actor.orgId, id, group.members)
    await record({ room: 'people', kind: 'provisioned_group', id, before: null, after: told(group) })
    await followProvider(tx, record, actor, group.members)
    return written(tx, id)
  })
}

/** Changes a group as `change` says, from the state that `ifMatch` accepts; who comes in or leaves follows at once. What changes nothing writes nothing. */
export async function changeGroup(db: Db, actor: Actor, id: string, ifMatch: IfMatch, change: (group: Group) => Result<Group, ScimRefusal>): Promise<Result<KeptGroup, ScimRefusal>> {
  const planned = await withOrg(db, actor, (tx) => plan(tx, id, ifMatch, change))
  if (!planned.ok) return planned
  if (sameGroup(plain(planned.value.before), planned.value.group)) return ok(planned.value.before)
  return writeAs(db, actor, 'people.provision-group', async (tx, record): Promise<Result<KeptGroup, ScimRefusal>> => {
    const again = await plan(tx, id, ifMatch, change)
    if (!again.ok) return again
    const { group } = again.value
    const before = plain(again.value.before)
    const [was, is] = [new Set(before.members), new Set(group.members)]
    const [come, gone] = [group.members.filter((one) => !was.has(one)), before.members.filter((one) => !is.has(one))]
    const wrong = await refusalOf(tx, group, come, id)
    if (wrong) return wrong
    await updateGroup(tx, id, group)
    await takeFromGroup(tx, id, gone)
    await addToGroup(tx, actor.orgId, id, come)
    await record({ room: 'people', kind: 'provisioned_group', id, before: told(before), after: told(group) })
    // Another name may be another role for everybody in it.
    const renamed = before.displayName !== group.displayName || before.externalId !== group.externalId
    await followProvider(tx, record, actor, renamed ? [...new Set([...before.members, ...group.members])] : [...come, ...gone])
    return written(tx, id)
  })
}

/** Removes a group; who was in it follows at once. */
export function removeGroup(db: Db, actor: Actor, id: string, ifMatch: IfMatch): Promise<Result<void, ScimRefusal>> {
  return writeAs(db, actor, 'people.unprovision-group', async (tx, record): Promise<Result<void, ScimRefusal>> => {
    const before = await findGroup(tx, id)
    if (!before) return unknownHere('group', id)
    if (!ifMatch(before.version)) return moved(`Group ${id} is by now at version ${etagOf(before.version)}`)
    await deleteGroup(tx, id)
    await record({ room: 'people', kind: 'provisioned_group', id, before: told(plain(before)), after: null })
    await followProvider(tx, record, actor, plain(before).members)
    return ok(undefined)
  })
}

async function plan(tx: Tx, id: string, ifMatch: IfMatch, change: (group: Group) => Result<Group, ScimRefusal>): Promise<Result<{ before: KeptGroup; group: Group }, ScimRefusal>> {
  const before = await findGroup(tx, id)
  if (!before) return unknownHere('group', id)
  if (!ifMatch(before.version)) return moved(`Group ${id} is by now at version ${etagOf(before.version)}`)
  const group = change(plain(before))
  return group.ok ? ok({ before, group: group.value }) : group
}

async function refusalOf(tx: Tx, { displayName }: Group, come: readonly string[], exceptId: string | null) {
  if (await groupNameTaken(tx, displayName, exceptId)) return taken(`There is a group ${displayName} already`)
  const unknown = await unknownUsers(tx, come)
  return unknown.length > 0 ? invalidValue(`Members are users of this organisation; unknown here: ${unknown.slice(0, 5).join(', ')}`) : undefined
}

const plain = ({ displayName, externalId, members }: KeptGroup): Group => ({ displayName, externalId, members: members.map(({ id }) => id) })

async function written(tx: Tx, id: string): Promise<Result<KeptGroup, never>> {
  const group = await findGroup(tx, id)
  if (!group) throw new Error(`Group ${id} is not seen in the transaction that wrote it`)
  return ok(group)
}

/** What the history keeps of it: how many are in it; who follows is told of each. */
const told = ({ displayName, members }: Group) => ({ name: displayName, people: members.length })
