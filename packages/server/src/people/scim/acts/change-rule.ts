import { known, ok, refuse, type Result } from '@throughline/engine/kernel'
import { safeCounts } from '@throughline/engine/people'
import { scimPath, type Provisioning, type ProvisioningChange } from '@throughline/contract/people'
import type { Refusal } from '@throughline/contract/wire'
import { expectVersion, writeAs, type Actor, type Db, type Tx } from '../../../database/index.ts'
import { may, mayGive } from '../../rights/standing.ts'
import { readKept, readRule, writeRule, type Kept } from '../rule-store.ts'
import { followProvider } from './follow.ts'

/** Changes which roles groups give; everybody whom an identity provider keeps here follows at once. */
export function changeRule(db: Db, actor: Actor, { version, defaultRole, roles }: ProvisioningChange): Promise<Result<Provisioning, Refusal<'role_not_yours_to_give' | 'version_moved' | 'not_found'>>> {
  return writeAs<Result<Provisioning, Refusal<'role_not_yours_to_give' | 'version_moved' | 'not_found'>>>(db, actor, 'people.change-provisioning', async (tx, record) => {
    const given = [...(defaultRole === null ? [] : [defaultRole]), ...roles.map(({ role }) => role)]
    if (!given.every((role) => mayGive(actor, { role, to: '' }))) return refuse({ code: 'role_not_yours_to_give' })
    const current = await expectVersion(tx, await readRule(tx), { room: 'people', kind: 'provisioning', id: actor.orgId, version })
    if (!current.ok) return current
    await writeRule(tx, actor.orgId, { defaultRole, roles, version })
    const { version: _, ...before } = current.value
    await record({ room: 'people', kind: 'provisioning', id: actor.orgId, before, after: { defaultRole, roles } })
    await followProvider(tx, record, actor, undefined)
    return ok(await shownProvisioning(tx, actor))
  })
}

/** How provisioning stands, for who gives access. */
export const shownProvisioning = async (tx: Tx, actor: Actor): Promise<Provisioning> => ({ ...(await readRule(tx)), path: scimPath, ...countsFor(await readKept(tx), may(actor, 'see_people')) })

/** Counts of people as they may be shown: as they are to who sees the people one by one, otherwise none that is about so few that it tells of each. */
export function countsFor({ people, active, groups }: Kept, seesPeople: boolean): Pick<Provisioning, 'people' | 'active' | 'groups'> {
  if (seesPeople) return { people: known(people), active: known(active), groups: groups.map(({ name, people: members }) => ({ name, people: known(members) })) }
  const { cells, total } = safeCounts([[active, people - active]])
  // Groups overlap and have no total of their own, so each stands for itself.
  return { people: total, active: cells[0]?.[0] ?? total, groups: groups.map(({ name, people: members }) => ({ name, people: safeCounts([[members]]).total })) }
}
