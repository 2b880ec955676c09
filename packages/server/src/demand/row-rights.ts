import type { InitiativeRow } from '@throughline/contract/demand'
import { placedPermissions } from '@throughline/contract/people'
import type { Actor } from '../database/index.ts'
import { allowedIn, standingOf } from '../people/index.ts'

/**
 * Rows with what the person who asks may do with each, so that no page guesses it. Who holds no role on single initiatives may in all
 * of a unit what they may in one: each unit is asked for once.
 */
export function withRights(actor: Actor, rows: readonly InitiativeRow[]): InitiativeRow[] {
  const single = new Set(standingOf(actor).given.flatMap(({ initiativeId }) => initiativeId ?? []))
  const byUnit = new Map<string | null, InitiativeRow['may']>()
  const mayIn = (unitId: string | null, initiativeId?: string) => allowedIn(actor, { unitId, ...(initiativeId === undefined ? {} : { initiativeId }) }).filter((permission) => placedPermissions.includes(permission) && permission !== 'administer')
  return rows.map((row) => {
    if (single.has(row.id)) return { ...row, may: mayIn(row.unitId, row.id) }
    const known = byUnit.get(row.unitId) ?? mayIn(row.unitId)
    byUnit.set(row.unitId, known)
    return { ...row, may: known }
  })
}
