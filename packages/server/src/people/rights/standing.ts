import { gives, placedPermissions, type Role } from '@throughline/contract/people'
import { permissions, type Permission } from '@throughline/contract/wire'
import type { Actor, GivenRole, Standing } from '../../database/index.ts'

/** A part of the organisation: an initiative in its unit, or a unit; without either, the whole. */
export type Part = { readonly unitId?: string | null; readonly initiativeId?: string }

/** All that somebody stands on: as they were let in, or, of one who was not, what the role of the membership gives. */
export const standingOf = ({ role, standing }: Pick<Actor, 'role' | 'standing'>): Standing => standing ?? { role, given: [] }

/** Whether somebody may do something in the whole organisation or, where it can be given in parts, in this part of it. */
export function may(actor: Pick<Actor, 'role' | 'standing'>, permission: Permission, part: Part = {}): boolean {
  const { role, given, only } = standingOf(actor)
  if (only && !only.includes(permission)) return false
  if (gives(role, permission)) return true
  return given.some((one) => gives(one.role, permission) && covers(one, permission, part))
}

function covers({ units, initiativeId }: GivenRole, permission: Permission, part: Part): boolean {
  if (units === undefined && initiativeId === undefined) return true
  if (!placedPermissions.includes(permission)) return false
  if (initiativeId !== undefined) return part.initiativeId === initiativeId
  return typeof part.unitId === 'string' && units?.includes(part.unitId) === true
}

/** Whether there is any place at all where somebody may: the first thing that is asked of a caller. */
export const mayInPart = (actor: Pick<Actor, 'role' | 'standing'>, permission: Permission): boolean => {
  const { role, given, only } = standingOf(actor)
  if (only && !only.includes(permission)) return false
  return gives(role, permission) || given.some((one) => gives(one.role, permission) && (placedPermissions.includes(permission) || (one.units === undefined && one.initiativeId === undefined)))
}

/** Everything that somebody may do in a part of the organisation, in the order of the table. */
export const allowedIn = (actor: Pick<Actor, 'role' | 'standing'>, part: Part = {}): readonly Permission[] => permissions.filter((permission) => may(actor, permission, part))

export const allowedSomewhere = (actor: Pick<Actor, 'role' | 'standing'>): readonly Permission[] => permissions.filter((permission) => mayInPart(actor, permission))

/** What a page that offers the old two words goes by: whether anything can be changed, and whether access can be given. */
export function rightsOf(actor: Pick<Actor, 'role' | 'standing'>): { edit: boolean; administer: boolean } {
  return { edit: changing.some((permission) => mayInPart(actor, permission)), administer: may(actor, 'administer') }
}
const changing: readonly Permission[] = ['edit_strategy', 'record_actual', 'edit_initiative', 'edit_money', 'record_value', 'import', 'shape', 'make_scenario', 'edit_units']

/** Only an owner makes or changes an owner, and nobody else gives a role to themselves. */
export function mayGive(actor: Actor, { role, before, to }: { readonly role?: Role; readonly before?: Role; readonly to: string }): boolean {
  if (standingOf(actor).role === 'owner' && standingOf(actor).only === undefined) return true
  if (role === undefined) return before !== 'owner'
  return role !== 'owner' && before !== 'owner' && to !== actor.accountId
}
