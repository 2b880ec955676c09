import type { CommunityChange, NewCommunity } from '@throughline/contract/governance'
import type { Refusal } from '@throughline/contract/wire'
import { ok, type Result } from '@throughline/engine/kernel'
import { expectVersion, newId, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { noMember, type Refused } from '../../refused.ts'
import { alike } from '../../services/index.ts'
import { deleteCommunityMember, insertCommunity, insertCommunityMember, lockCommunity, readCommunities, readMembershipsOf, updateCommunity } from '../community-store.ts'
import { leads, memberOf, none, notYours, said, there, type Moved, type Unfound } from '../guards.ts'
import { whyEnded } from './ask-community.ts'

type Given = { readonly id: string }
type There = Unfound | Refusal<'academy_there'>

/** Begins a community of practice; its steward is its first member. */
export function addCommunity(db: Db, actor: Actor, { name: given, theme: about, stewardId }: NewCommunity, now: Date): Promise<Result<Given, There>> {
  return writeAs<Result<Given, There>>(db, actor, 'governance.add-community', async (tx, record) => {
    const [id, name, theme] = [newId(), given.trim(), about.trim()]
    const twin = await communityThere(tx, name)
    if (twin) return twin
    const steward = await memberOf(tx, stewardId)
    if (!steward) return noMember(stewardId)
    await insertCommunity(tx, { org_id: actor.orgId, id, name, theme, steward_id: steward.id, steward: steward.name })
    await insertCommunityMember(tx, { org_id: actor.orgId, id: newId(), community_id: id, person_id: steward.id, person: steward.name, joined_at: now.toISOString() })
    await record({ room: 'governance', kind: 'community', id, before: null, after: { name, theme, steward: steward.name } })
    return ok({ id })
  })
}

/** Changes a community, or ends it: by its steward or the lead. What was asked and answered stays to be read. */
export function changeCommunity(db: Db, actor: Actor, id: string, { version, ...given }: CommunityChange, now: Date): Promise<Result<Given, There | Moved | Refusal<'academy_not_yours'>>> {
  return writeAs<Result<Given, There | Moved | Refusal<'academy_not_yours'>>>(db, actor, 'governance.change-community', async (tx, record) => {
    const found = await expectVersion(tx, await lockCommunity(tx, id), { room: 'governance', kind: 'community', id, version })
    if (!found.ok) return found
    const stored = found.value
    if (stored.steward_id !== actor.accountId && !leads(actor)) return notYours('community', `its steward ${stored.steward} and who may plan capacity`)
    const past = whyEnded(stored)
    if (past) return past
    const [name, theme] = [given.name?.trim() ?? stored.name, given.theme?.trim() ?? stored.theme]
    const twin = await communityThere(tx, name, id)
    if (twin) return twin
    const steward = given.stewardId === undefined ? { id: stored.steward_id, name: stored.steward } : await memberOf(tx, given.stewardId)
    if (!steward) return noMember(given.stewardId ?? '')
    const ended = given.ended === undefined ? undefined : said(actor, now, given.ended)
    await updateCommunity(tx, id, { name, theme, steward_id: steward.id, steward: steward.name, ...(ended ? { ended } : {}) })
    await record({ room: 'governance', kind: 'community', id, before: { name: stored.name, theme: stored.theme, steward: stored.steward, ended: null }, after: { name, theme, steward: steward.name, ended: ended?.words ?? null } })
    return ok({ id })
  })
}

/** Joins a community, or leaves it. The record says that somebody did. */
export function joinCommunity(db: Db, actor: Actor, id: string, member: boolean, now: Date): Promise<Result<Given, Unfound | Refusal<'academy_over'>>> {
  return writeAs<Result<Given, Unfound | Refusal<'academy_over'>>>(db, actor, member ? 'governance.join-community' : 'governance.leave-community', async (tx, record) => {
    const stored = await lockCommunity(tx, id)
    if (!stored) return none('community', id)
    const past = member ? whyEnded(stored) : undefined
    if (past) return past
    const is = (await readMembershipsOf(tx, actor.accountId)).some(({ community_id }) => community_id === id)
    if (member && !is) await insertCommunityMember(tx, { org_id: actor.orgId, id: newId(), community_id: id, person_id: actor.accountId, person: actor.name, joined_at: now.toISOString() })
    if (!member) await deleteCommunityMember(tx, id, actor.accountId)
    await record({ room: 'governance', kind: 'community', id, before: { member: is }, after: { member } })
    return ok({ id })
  })
}

async function communityThere(tx: Tx, name: string, except?: string): Promise<Refused<'academy_there'> | undefined> {
  const twin = (await readCommunities(tx)).find((one) => one.id !== except && one.ended === null && alike(one.name, name))
  return twin && there('a community named', twin.name)
}
