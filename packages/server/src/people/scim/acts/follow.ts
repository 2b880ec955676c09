import type { Role } from '@throughline/contract/people'
import type { Actor, Record, Tx } from '../../../database/index.ts'
import { standingOf } from '../../rights/standing.ts'
import { isElsewhere } from '../../sso/store.ts'
import { deleteMembership, insertMembership, lockOrganisation, updateRole } from '../../store.ts'
import { readRule, type Rule } from '../rule-store.ts'
import { countOwningPeople, standingsOf, type Standing } from '../user-store.ts'

/** Only an owner makes or changes an owner: in person, or by a service that an owner made one. */
export const mayTouchOwners = (actor: Actor): boolean => standingOf(actor).role === 'owner'

/** The role that a person is to have, by the first group that gives one, or else by what holds for everybody; null for no access. */
export function roleWanted({ active, groups, role }: Pick<Standing, 'active' | 'groups' | 'role'>, { roles, defaultRole }: Pick<Rule, 'roles' | 'defaultRole'>, owners: boolean): Role | null {
  if (!active) return null
  // Where no group gives a role, who is a member keeps what they have.
  if (roles.length === 0) return role ?? mayBe(defaultRole, owners)
  return roles.find((one) => groups.includes(one.group) && mayBe(one.role, owners) !== null)?.role ?? mayBe(defaultRole, owners)
}

const mayBe = (role: Role | null, owners: boolean): Role | null => (role === 'owner' && !owners ? null : role)

/**
 * Brings the memberships of provisioned people in line with what the provider says of them. Who has no access any more loses sessions and
 * tokens in the same transaction. The last owner stays one, and no owner is touched by who may not: both are recorded, not refused, since the
 * provider would otherwise be stuck with a change of a group. Returns those whom another organisation has and who were therefore not let in.
 */
export async function followProvider(tx: Tx, record: Record, actor: Actor, ids: readonly string[] | undefined): Promise<readonly Standing[]> {
  await lockOrganisation(tx)
  const rule = await readRule(tx)
  const owners = mayTouchOwners(actor)
  const foreign: Standing[] = []
  for (const one of await standingsOf(tx, ids)) {
    const wanted = roleWanted(one, rule, owners)
    if (wanted === one.role) continue
    if (one.role === null && (await isElsewhere(tx, one.accountId))) {
      foreign.push(one)
      continue
    }
    const kept = one.role === 'owner' && (!owners || (await countOwningPeople(tx)) === 1)
    if (!kept) await place(tx, actor, one, wanted)
    const [before, after] = [one.role, kept ? one.role : wanted].map((role) => (role === null ? null : { name: one.name, email: one.email, role }))
    await record({ room: 'people', kind: 'member', id: one.accountId, before: before ?? (after ? null : { role: 'none' }), after: after ?? null, why: kept ? 'an owner stays one, whatever the identity provider says' : 'as the identity provider says' })
  }
  return foreign
}

async function place(tx: Tx, { orgId }: Actor, { accountId, role }: Standing, wanted: Role | null): Promise<void> {
  if (wanted === null) await deleteMembership(tx, accountId)
  else if (role === null) await insertMembership(tx, { org_id: orgId, account_id: accountId, role: wanted })
  else await updateRole(tx, accountId, wanted)
}
