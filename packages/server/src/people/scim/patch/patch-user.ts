import { ok, type Result } from '@throughline/engine/kernel'
import { matches } from '../filter/match.ts'
import { immutable, invalidPath, type ScimRefusal } from '../refusal.ts'
import { addressOf, flagOf, isAddress, isSent, named, primaryOf, textOf } from '../resources/read-attributes.ts'
import { nameParts, type User } from '../resources/user.ts'
import { afterAll, type Operation } from './operations.ts'

type Patched = Result<User, ScimRefusal>

/** Attributes of the standard's user of which nothing is held: whoever sends them is not refused. */
const passedOver = new Set(['nickname', 'profileurl', 'title', 'usertype', 'preferredlanguage', 'locale', 'timezone', 'password', 'phonenumbers', 'ims', 'photos', 'addresses', 'entitlements', 'roles', 'x509certificates', 'schemas'])
const readOnly = new Set(['id', 'meta', 'groups'])

/** A person after all operations, one after the other; none of them where one is refused. */
export const patchUser = (user: User, operations: readonly Operation[]): Patched => afterAll(user, operations, applied)

function applied(user: User, operation: Operation): Patched {
  const [attribute = '', part] = operation.path.attribute.split('.')
  const { op, value } = operation
  if (operation.path.attribute.startsWith('urn:') || passedOver.has(attribute)) return ok(user)
  switch (attribute) {
    case 'username':
      return required(operation, () => put(user, 'userName', textOf(value, 'userName'), true))
    case 'active':
      return required(operation, () => put(user, 'active', flagOf(value, 'active'), true))
    case 'externalid':
      return put(user, 'externalId', op === 'remove' ? ok(null) : textOf(value, 'externalId'))
    case 'displayname':
      return put(user, 'displayName', op === 'remove' ? ok(null) : textOf(value, 'displayName'))
    case 'name':
      return ofName(user, operation, part)
    case 'emails':
      return ofEmails(user, operation, part)
    default:
      return readOnly.has(attribute) ? ofReadOnly(user, operation) : invalidPath(`A user has no ${operation.path.attribute}`)
  }
}

const required = ({ op, path }: Operation, change: () => Patched): Patched => (op === 'remove' ? immutable(`${path.attribute} is needed and cannot be removed`) : change())

/** Sent back as it was read it is no change; some identity providers do so. */
const ofReadOnly = (user: User, { op, path }: Operation): Patched => (op === 'remove' ? immutable(`${path.attribute} cannot be changed`) : ok(user))

function put<Name extends keyof User>(user: User, name: Name, read: Result<User[Name] | null, ScimRefusal>, needed = false): Patched {
  if (!read.ok) return read
  return read.value === null && needed ? immutable(`${name} is needed`) : ok({ ...user, [name]: read.value })
}

function ofName(user: User, { op, value }: Operation, part: string | undefined): Patched {
  if (part !== undefined) {
    const name = Object.hasOwn(nameParts, part) ? nameParts[part as keyof typeof nameParts] : undefined
    return name === undefined ? ok(user) : put(user, name, op === 'remove' ? ok(null) : textOf(value, `name.${part}`))
  }
  if (op === 'remove') return ok({ ...user, formattedName: null, givenName: null, familyName: null })
  const given = isSent(value) ? named(value) : new Map<string, unknown>()
  let patched: Patched = ok(user)
  for (const [name, one] of given) if (patched.ok) patched = ofName(patched.value, { op, path: { attribute: `name.${name}` }, value: one }, name)
  return patched
}

/** One address is held: that of work, which is the primary one. What is said of others is passed over. */
function ofEmails(user: User, { op, path, value }: Operation, dotted: string | undefined): Patched {
  if (path.of && !matches(path.of, { value: user.email, type: 'work', primary: true })) return ok(user)
  const part = path.part ?? dotted
  if (part !== undefined && part !== 'value') return ok(user)
  if (op === 'remove') return isAddress(user.userName) ? ok({ ...user, email: user.userName.toLowerCase() }) : immutable('The only email address cannot be removed')
  const address = addressOf(part === 'value' ? value : (primaryOf(value) ?? value), 'emails')
  if (!address.ok) return address
  return address.value === null ? immutable('The only email address cannot be removed') : ok({ ...user, email: address.value })
}
