import { gives } from '@throughline/contract/people'
import type { Tx } from '../../database/index.ts'
import { readAssignments, readMembers, readUnits } from '../../people/index.ts'

/**
 * Who answers for an initiative, beside somebody: whoever may change it by a role in it, in its unit or in one above that. Where nobody has
 * one, whoever may change every initiative, so that an offer never waits unseen.
 */
export async function answersFor(tx: Tx, { id, unit_id }: { readonly id: string; readonly unit_id: string | null }, { beside, now }: { readonly beside: string; readonly now: Date }): Promise<readonly string[]> {
  const parents = new Map((await readUnits(tx)).map((unit) => [unit.id, unit.parentId]))
  const line = new Set<string>()
  for (let at: string | null | undefined = unit_id; at && !line.has(at); at = parents.get(at)) line.add(at)
  const given = (await readAssignments(tx, now)).filter(({ role, standing, member }) => standing === 'in_force' && gives(role, 'edit_initiative') && member.id !== beside)
  const near = given.filter(({ scope }) => scope.id !== null && (scope.kind === 'initiative' ? scope.id === id : line.has(scope.id)))
  if (near.length > 0) return near.map(({ member }) => member.id)
  const everywhere = (await readMembers(tx)).filter((one) => !one.service && one.id !== beside && gives(one.role, 'edit_initiative')).map((one) => one.id)
  return [...everywhere, ...given.filter(({ scope }) => scope.kind === 'organisation').map(({ member }) => member.id)]
}
