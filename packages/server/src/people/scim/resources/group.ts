import { ok, type Result } from '@throughline/engine/kernel'
import { invalidValue, type ScimRefusal } from '../refusal.ts'
import { memberIdsOf, named, textOf, type Sent } from './read-attributes.ts'
import { metaOf } from './user.ts'

/** A group as the identity provider keeps it; its members by the ids of users. */
export type Group = { readonly displayName: string; readonly externalId: string | null; readonly members: readonly string[] }
export type KeptGroup = Omit<Group, 'members'> & { readonly id: string; readonly version: number; readonly createdAt: string; readonly updatedAt: string; readonly members: readonly { readonly id: string; readonly name: string }[] }

export const groupSchema = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** Reads a whole group. */
export function readGroup(sent: Sent): Result<Group, ScimRefusal> {
  const all = named(sent)
  const displayName = textOf(all.get('displayname'), 'displayName')
  if (!displayName.ok) return displayName
  if (displayName.value === null) return invalidValue('displayName is needed')
  const externalId = textOf(all.get('externalid'), 'externalId')
  if (!externalId.ok) return externalId
  const members = memberIdsOf(all.get('members'))
  return members.ok ? ok({ displayName: displayName.value, externalId: externalId.value, members: members.value }) : members
}

export const sameGroup = (one: Group, other: Group): boolean => one.displayName === other.displayName && one.externalId === other.externalId && one.members.length === other.members.length && one.members.every((id) => other.members.includes(id))

/** The group as SCIM tells it. */
export function groupResource({ id, displayName, externalId, members, version, createdAt, updatedAt }: KeptGroup, place: string) {
  return {
    schemas: [groupSchema],
    id,
    ...(externalId === null ? {} : { externalId }),
    displayName,
    members: members.map((member) => ({ value: member.id, $ref: `${place}/Users/${member.id}`, display: member.name, type: 'User' })),
    meta: metaOf('Group', { id, version, createdAt, updatedAt }, `${place}/Groups/${id}`),
  }
}
