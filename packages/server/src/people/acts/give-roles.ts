import { invariant, ok, refuse, type Result } from '@throughline/engine/kernel'
import { permissionsOfRole, rolesOfInitiatives, rolesOfUnits, type NewDelegation, type NewRoleAssignment, type Role } from '@throughline/contract/people'
import { permissionWords, type Refusal } from '@throughline/contract/wire'
import type { Static } from 'typebox'
import { newId, writeAs, type Actor, type Db, type Tx } from '../../database/index.ts'
import type { Places } from '../../http/room.ts'
import { dayOf, deleteAssignment, findAssignment, insertAssignment, type FoundAssignment } from '../rights/rights-store.ts'
import { may, mayGive, standingOf, type Part } from '../rights/standing.ts'
import { findMember, findUnit } from '../store.ts'

type Misplaced = Refusal<'role_scope_wrong' | 'last_day_past' | 'not_found'>
type Wish = Static<typeof NewRoleAssignment>
type Setting = { readonly now: Date; readonly places: Places }

/** Gives a member a role beside that of the membership. That the actor gives access there was decided before. */
export function giveRole(db: Db, actor: Actor, wish: Wish, setting: Setting): Promise<Result<FoundAssignment, Misplaced | Refusal<'role_not_yours_to_give'>>> {
  return writeAs(db, actor, 'people.give-role', async (tx, record) => {
    const wrong = await misplaced(tx, wish, setting)
    if (wrong) return refuse(wrong)
    if (!mayGive(actor, { role: wish.role, to: wish.memberId })) return refuse({ code: 'role_not_yours_to_give' })
    const given = await insert(tx, actor, wish, null, setting)
    await record({ room: 'people', kind: 'role', id: given.id, before: null, after: told(given), ...(given.note ? { why: given.note } : {}) })
    return ok(given)
  })
}

/** Passes a role that the actor has, other than by delegation, to another member until a day; it holds only while the actor has it. */
export function delegateRole(db: Db, actor: Actor, wish: Static<typeof NewDelegation>, setting: Setting): Promise<Result<FoundAssignment, Misplaced | Refusal<'role_not_held'>>> {
  return writeAs(db, actor, 'people.delegate-role', async (tx, record) => {
    const wrong = await misplaced(tx, wish, setting)
    if (wrong) return refuse(wrong)
    const notHeld = { code: 'role_not_held', values: { role: words(wish.role) } } as const
    if (wish.role === 'owner' || wish.memberId === actor.accountId) return refuse(notHeld)
    const given = await insert(tx, actor, wish, actor.accountId, setting)
    // The rule of the database says whether a delegation stands: one that does not is no delegation.
    if (given.standing !== 'in_force' || !bounded(actor, wish.role)) return refuse(notHeld)
    await record({ room: 'people', kind: 'role', id: given.id, before: null, after: told(given), ...(given.note ? { why: given.note } : {}) })
    return ok(given)
  })
}

/** Ends a role before its day: by who gives access there, who delegated it, or who has it. */
export function endRole(db: Db, actor: Actor, id: string, { now, places }: Setting): Promise<Result<object, Refusal<'not_found' | 'role_insufficient'>>> {
  return writeAs(db, actor, 'people.end-role', async (tx, record) => {
    const before = await findAssignment(tx, id, now)
    if (!before) return refuse({ code: 'not_found', values: { what: 'role', id } })
    if (!mayEnd(actor, before, await partOf(tx, before, places))) return refuse({ code: 'role_insufficient', values: { needed: permissionWords.administer.name, where: ' there', role: words(actor.role) } })
    await deleteAssignment(tx, id)
    await record({ room: 'people', kind: 'role', id, before: told(before), after: null })
    return ok({})
  })
}

/** Who ends a role that was given. */
export const mayEnd = (actor: Actor, { member, delegatedBy }: FoundAssignment, part: Part): boolean => member.id === actor.accountId || delegatedBy?.id === actor.accountId || may(actor, 'administer', part)

/** The part of the organisation in which a role stands. */
export async function partOf(tx: Tx, { scope }: FoundAssignment, places: Places): Promise<Part> {
  if (scope.id === null) return {}
  if (scope.kind === 'unit') return { unitId: scope.id }
  return (await places.initiative?.(tx, [scope.id]))?.[0]?.part ?? {}
}

const words = (role: Role): string => role.replaceAll('_', ' ')

/** A token delegates nothing that it is not bound to itself. */
function bounded(actor: Actor, role: Role): boolean {
  const { only } = standingOf(actor)
  return only === undefined || permissionsOfRole[role].every((permission) => only.includes(permission))
}

async function misplaced(tx: Tx, { memberId, role, unitId, initiativeId, lastOn }: Wish, { now, places }: Setting): Promise<Misplaced | undefined> {
  if (!(await findMember(tx, memberId))) return { code: 'not_found', values: { what: 'member', id: memberId } }
  if (unitId && initiativeId) return { code: 'role_scope_wrong', values: { role: words(role), found: 'in a unit and on an initiative at once', expected: 'either' } }
  if (unitId && !(await findUnit(tx, unitId))) return { code: 'not_found', values: { what: 'unit', id: unitId } }
  if (initiativeId && ((await places.initiative?.(tx, [initiativeId])) ?? []).length === 0) return { code: 'not_found', values: { what: 'initiative', id: initiativeId } }
  const allowed = unitId ? rolesOfUnits : initiativeId ? rolesOfInitiatives : undefined
  if (allowed && !allowed.includes(role)) return { code: 'role_scope_wrong', values: { role: words(role), found: unitId ? 'in a unit' : 'on an initiative', expected: allowed.map(words).join(', ') } }
  if (lastOn && lastOn < dayOf(now)) return { code: 'last_day_past', values: { found: lastOn, expected: dayOf(now) } }
  return undefined
}

async function insert(tx: Tx, actor: Actor, { memberId, role, unitId = null, initiativeId = null, lastOn = null, note = '' }: Wish, delegatedBy: string | null, { now }: Setting): Promise<FoundAssignment> {
  const id = newId(now.getTime())
  await insertAssignment(tx, { orgId: actor.orgId, id, accountId: memberId, role, unitId, initiativeId, lastOn, delegatedBy, note: note.trim(), givenBy: actor.name })
  const given = await findAssignment(tx, id, now)
  invariant(given, 'a role is seen in the transaction that wrote it')
  return given
}

/** What the history keeps of it. */
const told = ({ member, role, scope, lastOn, delegatedBy }: FoundAssignment) => ({ name: member.name, role, scope: scope.kind, scopeId: scope.id, lastOn, delegatedBy: delegatedBy?.name ?? null })
