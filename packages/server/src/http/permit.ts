import type { Permission, Place, Refusal, Route } from '@throughline/contract/wire'
import { permissionWords } from '@throughline/contract/wire'
import type { Tx } from '../database/index.ts'
import { may, mayInPart, readStanding, type Part } from '../people/index.ts'
import type { Actor, Places } from './room.ts'

/** What of a request says on what the permission is needed. */
export type Asking = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown }

type Needed = Pick<Route, 'access' | 'on'>

/**
 * The one decision on whether somebody may. It is taken three times with the same words: when a caller is let in, for whoever may nowhere;
 * before the handler, on exactly what the request names; and by the transaction that writes, with the rights and places there are then.
 */
export async function refusalOf(tx: Tx, actor: Actor, needed: Needed, asking: Asking, places: Places): Promise<Refusal<'role_insufficient'> | undefined> {
  if (needed.access === 'public') return undefined
  const permission = needed.access
  // Who may everywhere need not be asked where.
  if (may(actor, permission)) return undefined
  const parts = await partsOf(tx, needed.on ?? [], asking, places)
  return parts.length > 0 && parts.every((part) => may(actor, permission, part)) ? undefined : insufficient(actor, permission, ' there')
}

/** The refusal of somebody who may in no part of the organisation. */
export const refusedEverywhere = (actor: Actor, permission: Permission): Refusal<'role_insufficient'> | undefined => (mayInPart(actor, permission) ? undefined : insufficient(actor, permission, ''))

/** The actor with the question that the transaction which writes asks again, with the rights of its own moment. */
export const asking = (actor: Actor, needed: Needed, what: Asking, places: Places, now: () => Date): Actor => ({
  ...actor,
  permit: async (tx) => {
    const standing = await readStanding(tx, actor, now())
    if (!standing) return { code: 'session_required' }
    const only = actor.standing?.only
    return refusalOf(tx, { ...actor, standing: { ...standing, ...(only ? { only } : {}) } }, needed, what, places)
  },
})

const insufficient = ({ role }: Actor, permission: Permission, where: string): Refusal<'role_insufficient'> => ({ code: 'role_insufficient', values: { needed: permissionWords[permission].name, where, role: role.replaceAll('_', ' ') } })

/** The parts of the organisation that a request names. What is not there, or is named as null, stands in the whole, which whoever asks here is not allowed. */
async function partsOf(tx: Tx, on: readonly Place[], asking: Asking, places: Places): Promise<readonly Part[]> {
  const parts: Part[] = []
  for (const place of on) {
    const named = namedAt(place, asking)
    const ids = named.filter((id) => typeof id === 'string')
    if (ids.length < named.length) parts.push({})
    if (place.kind === 'unit') parts.push(...ids.map((unitId) => ({ unitId })))
    else if (ids.length > 0) {
      const found = new Map(((await places[place.kind]?.(tx, [...new Set(ids)])) ?? []).map(({ id, part }) => [id, part]))
      parts.push(...ids.map((id) => found.get(id) ?? {}))
    }
  }
  return parts
}

/** What stands at the path of a place in a request, entry by entry; what was left out names nothing. */
export function namedAt({ at, where = {} }: Place, asking: Asking): readonly unknown[] {
  let found: readonly unknown[] = [asking]
  for (const step of at.split('.'))
    found = found.flatMap((value) => (step === '*' ? (Array.isArray(value) ? value : []).filter((entry) => Object.entries(where).every(([field, wanted]) => fieldOf(entry, field) === wanted)) : [fieldOf(value, step)]))
  return found.filter((value) => value !== undefined)
}

const fieldOf = (value: unknown, name: string): unknown => (typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined)
