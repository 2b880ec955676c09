import { ok, type Result } from '@throughline/engine/kernel'
import type { Attributes } from '../filter/match.ts'
import { invalidValue, type ScimRefusal } from '../refusal.ts'
import { addressOf, flagOf, isAddress, isSent, named, primaryOf, textOf, type Sent } from './read-attributes.ts'

/** What is held of a person, as the identity provider last said it. */
export type User = {
  readonly userName: string
  readonly externalId: string | null
  readonly email: string
  readonly displayName: string | null
  readonly formattedName: string | null
  readonly givenName: string | null
  readonly familyName: string | null
  readonly active: boolean
}
export type KeptUser = User & { readonly id: string; readonly accountId: string; readonly version: number; readonly createdAt: string; readonly updatedAt: string; readonly groups: readonly { readonly id: string; readonly name: string }[] }

export const userSchema = 'urn:ietf:params:scim:schemas:core:2.0:User'

/** The attributes of one's own name, by their names in a path. */
export const nameParts = { formatted: 'formattedName', givenname: 'givenName', familyname: 'familyName' } as const

/** Reads a whole person; what is not held is passed over. */
export function readUser(sent: Sent): Result<User, ScimRefusal> {
  const all = named(sent)
  const userName = textOf(all.get('username'), 'userName')
  if (!userName.ok) return userName
  if (userName.value === null) return invalidValue('userName is needed')
  const texts = textsOf(all)
  if (!texts.ok) return texts
  const active = all.has('active') && all.get('active') !== null ? flagOf(all.get('active'), 'active') : ok(true)
  if (!active.ok) return active
  const email = addressOf(primaryOf(all.get('emails')), 'emails')
  if (!email.ok) return email
  const address = email.value ?? (isAddress(userName.value) ? userName.value.toLowerCase() : null)
  return address === null ? invalidValue('A person needs an email address: in emails, or as userName') : ok({ ...texts.value, userName: userName.value, email: address, active: active.value })
}

function textsOf(all: ReadonlyMap<string, unknown>): Result<Pick<User, 'externalId' | 'displayName' | 'formattedName' | 'givenName' | 'familyName'>, ScimRefusal> {
  const given = all.get('name')
  const parts = isSent(given) ? named(given) : new Map<string, unknown>()
  const read = { externalId: textOf(all.get('externalid'), 'externalId'), displayName: textOf(all.get('displayname'), 'displayName'), formattedName: textOf(parts.get('formatted'), 'name.formatted'), givenName: textOf(parts.get('givenname'), 'name.givenName'), familyName: textOf(parts.get('familyname'), 'name.familyName') }
  const found: Record<string, string | null> = {}
  for (const [name, text] of Object.entries(read)) {
    if (!text.ok) return text
    found[name] = text.value
  }
  return ok(found as Pick<User, 'externalId' | 'displayName' | 'formattedName' | 'givenName' | 'familyName'>)
}

/** The name by which everybody here knows the person. */
export const nameOf = ({ displayName, formattedName, givenName, familyName, userName }: User): string => (displayName ?? formattedName ?? ([givenName, familyName].filter(Boolean).join(' ') || userName)).slice(0, 200)

export const sameUser = (one: User, other: User): boolean => (['userName', 'externalId', 'email', 'displayName', 'formattedName', 'givenName', 'familyName', 'active'] as const).every((name) => one[name] === other[name])

/** The person as a filter sees them; the same that the database is asked. */
export const userAttributes = ({ id, userName, externalId, email, displayName, formattedName, givenName, familyName, active, groups, createdAt, updatedAt }: KeptUser): Attributes => ({
  id, username: userName, externalid: externalId, displayname: displayName, active,
  name: { formatted: formattedName, givenname: givenName, familyname: familyName }, emails: [{ value: email, type: 'work', primary: true }],
  groups: groups.map((group) => ({ value: group.id, display: group.name })), meta: { created: createdAt, lastmodified: updatedAt },
})

/** The person as SCIM tells it; `place` is the address of this interface. */
export function userResource({ id, userName, externalId, email, displayName, formattedName, givenName, familyName, active, groups, version, createdAt, updatedAt }: KeptUser, place: string) {
  const name = { ...(formattedName === null ? {} : { formatted: formattedName }), ...(givenName === null ? {} : { givenName }), ...(familyName === null ? {} : { familyName }) }
  return {
    schemas: [userSchema],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName,
    ...(Object.keys(name).length === 0 ? {} : { name }),
    ...(displayName === null ? {} : { displayName }),
    emails: [{ value: email, type: 'work', primary: true }],
    active,
    groups: groups.map((group) => ({ value: group.id, $ref: `${place}/Groups/${group.id}`, display: group.name, type: 'direct' })),
    meta: metaOf('User', { id, version, createdAt, updatedAt }, `${place}/Users/${id}`),
  }
}

/** What every resource says of itself; times in milliseconds, of which filters ask. */
export const metaOf = (resourceType: 'User' | 'Group', { version, createdAt, updatedAt }: Pick<KeptUser, 'id' | 'version' | 'createdAt' | 'updatedAt'>, location: string) => ({ resourceType, created: new Date(createdAt).toISOString(), lastModified: new Date(updatedAt).toISOString(), location, version: etagOf(version) })

/** The version of a resource as HTTP compares it. */
export const etagOf = (version: number): string => `W/"${version}"`
