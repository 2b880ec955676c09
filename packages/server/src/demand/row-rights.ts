import type { InitiativeRow } from '@throughline/contract/demand'
import { placedPermissions } from '@throughline/contract/people'
import type { Actor } from '../database/index.ts'
import { allowedIn, standingOf } from '../people/index.ts'

type May = NonNullable<InitiativeRow['may']>

/** What the person who asks may do with initiatives, asked one by one, so that no page guesses it. Who holds no role on an initiative itself (`single`) may in all of a unit what they may in one. */
export type Rights = { readonly single: ReadonlySet<string>; mayOf(row: Pick<InitiativeRow, 'id' | 'unitId'>): May }

export function rightsOver(actor: Actor): Rights {
  const single = new Set(standingOf(actor).given.flatMap(({ initiativeId }) => initiativeId ?? []))
  const byUnit = new Map<string | null, May>()
  const mayIn = (unitId: string | null, initiativeId?: string): May => allowedIn(actor, { unitId, ...(initiativeId === undefined ? {} : { initiativeId }) }).filter((permission) => placedPermissions.includes(permission) && permission !== 'administer')
  return {
    single,
    mayOf: ({ id, unitId }) => {
      if (single.has(id)) return mayIn(unitId, id)
      const known = byUnit.get(unitId) ?? mayIn(unitId)
      byUnit.set(unitId, known)
      return known
    },
  }
}

/** Rows with what the person who asks may do with each. */
export function withRights(actor: Actor, rows: readonly InitiativeRow[]): InitiativeRow[] {
  const { mayOf } = rightsOver(actor)
  return rows.map((row) => ({ ...row, may: mayOf(row) }))
}
