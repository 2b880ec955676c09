import type { UnitStake } from '@throughline/contract/strategy'
import type { Tx } from '../../database/index.ts'
import { readAssignments, readUnits } from '../../people/index.ts'

/** A unit to which something is offered, by its id or, where it is the strategy of one, by what the unit is called. */
export type Holder = { readonly id: string; readonly name: string }

export type Answerer = { readonly id: string; readonly name: string }

/** The unit in whose hands somebody’s goals are: a strategy of a unit can be called otherwise than the unit, and one of a function is in the hands of the unit above. */
export const unitOfHolder = (stakes: readonly Pick<UnitStake, 'id' | 'unit'>[], { id, name }: Holder): Holder => ({ id, name: stakes.find((one) => one.id === id)?.unit ?? name })

/** Who answers for units: by unit those with a role in it, or in one above it, that is in force. */
export async function readAnswerers(tx: Tx, now: Date): Promise<(holder: Holder) => readonly Answerer[]> {
  const units = await readUnits(tx)
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]))
  const given = (await readAssignments(tx, now)).flatMap(({ member, scope, standing }) => (scope.kind === 'unit' && scope.id !== null && standing === 'in_force' ? [{ member, unitId: scope.id }] : []))
  return ({ id, name }) => {
    const unit = units.find((one) => one.id === id) ?? units.find((one) => one.name === name)
    const line = new Set<string>()
    for (let at: string | null | undefined = unit?.id; at && !line.has(at); at = parents.get(at)) line.add(at)
    const found = given.filter(({ unitId }) => line.has(unitId)).map(({ member }) => member)
    return found.filter((one, at) => found.findIndex((other) => other.id === one.id) === at)
  }
}
