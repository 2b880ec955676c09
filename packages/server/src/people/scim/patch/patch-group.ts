import { ok, type Result } from '@throughline/engine/kernel'
import { matches } from '../filter/match.ts'
import { immutable, invalidPath, type ScimRefusal } from '../refusal.ts'
import type { Group } from '../resources/group.ts'
import { memberIdsOf, textOf } from '../resources/read-attributes.ts'
import { afterAll, type Operation } from './operations.ts'

type Patched = Result<Group, ScimRefusal>

/** A group after all operations, one after the other; none of them where one is refused. */
export const patchGroup = (group: Group, operations: readonly Operation[]): Patched => afterAll(group, operations, applied)

function applied(group: Group, operation: Operation): Patched {
  const { op, path, value } = operation
  switch (path.attribute) {
    case 'displayname': {
      if (op === 'remove') return immutable('displayName is needed and cannot be removed')
      const text = textOf(value, 'displayName')
      if (!text.ok) return text
      return text.value === null ? immutable('displayName is needed') : ok({ ...group, displayName: text.value })
    }
    case 'externalid': {
      const text = op === 'remove' ? ok(null) : textOf(value, 'externalId')
      return text.ok ? ok({ ...group, externalId: text.value }) : text
    }
    case 'members':
      return ofMembers(group, operation)
    // Sent back as they were read they are no change; some identity providers do so.
    case 'id':
    case 'meta':
    case 'schemas':
      return op === 'remove' ? immutable(`${path.attribute} cannot be changed`) : ok(group)
    default:
      return path.attribute.startsWith('urn:') ? ok(group) : invalidPath(`A group has no ${path.attribute}`)
  }
}

/** Members are taken out by a filter (`members[value eq "…"]`), by a list of them, or all of them where neither is given. */
function ofMembers(group: Group, { op, path, value }: Operation): Patched {
  const fits = (id: string): boolean => path.of === undefined || matches(path.of, { value: id, type: 'User' })
  const named = memberIdsOf(value)
  if (!named.ok) return named
  if (op === 'remove') {
    const all = path.of === undefined && named.value.length === 0
    const gone = new Set(path.of === undefined ? named.value : group.members.filter(fits))
    return ok({ ...group, members: all ? [] : group.members.filter((id) => !gone.has(id)) })
  }
  if (path.of !== undefined) return invalidPath('Members are added and replaced by a list, not by a filter')
  return ok({ ...group, members: op === 'replace' ? named.value : [...new Set([...group.members, ...named.value])] })
}
