import { gives, roleNames, type Role } from '@throughline/contract/people'
import type { InitiativeFacts } from '@throughline/engine/demand'
import type { Tx } from '../../database/index.ts'
import { readAssignments, readMembers } from '../../people/index.ts'

/** A person who may take part, with what is theirs: initiatives on which they have a role or that they sponsor, and the units in which they have a role. */
export type AudienceMember = { readonly accountId: string; readonly role: Role; readonly initiativeIds: readonly string[]; readonly unitIds: readonly string[]; readonly group: { readonly kind: 'unit' | 'role'; readonly id: string } }

/** Roles whose people may take part: whom a brief can be delivered to. */
export const rolesTakingPart: readonly Role[] = roleNames.filter((role) => gives(role, 'take_part'))

/** Every person who may take part, each in one group: the unit in which they have a role, where it is exactly one, else the role of their membership. Services are no people. */
export async function readAudience(tx: Tx, now: Date, initiatives: readonly InitiativeFacts[]): Promise<readonly AudienceMember[]> {
  const members = (await readMembers(tx)).filter(({ role, service }) => !service && rolesTakingPart.includes(role))
  const scopes = Map.groupBy((await readAssignments(tx, now)).filter(({ standing }) => standing === 'in_force'), ({ member }) => member.id)
  const unitOf = new Map(initiatives.map(({ id, unitId }) => [id, unitId]))
  const sponsored = Map.groupBy(initiatives, ({ sponsor }) => plain(sponsor ?? ''))
  return members.map(({ id: accountId, name, role }) => {
    const given = (scopes.get(accountId) ?? []).map(({ scope }) => scope)
    const roleOn = given.flatMap(({ kind, id }) => (kind === 'initiative' && id !== null ? [id] : []))
    const unitIds = [...new Set([...given.flatMap(({ kind, id }) => (kind === 'unit' && id !== null ? [id] : [])), ...roleOn.flatMap((id) => unitOf.get(id) ?? [])])]
    const [unit, other] = unitIds
    const group = unit !== undefined && other === undefined ? { kind: 'unit' as const, id: unit } : { kind: 'role' as const, id: role }
    return { accountId, role, initiativeIds: [...new Set([...roleOn, ...(sponsored.get(plain(name)) ?? []).map(({ id }) => id)])], unitIds, group }
  })
}

const plain = (name: string): string => name.trim().toLowerCase()
